import { partialFile, stuckDevice } from '../simulator/seeds/contoso-defender.ts';
import { lateralIncident, mailIncident, openTasks, ransomwareIncident } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { deviceIdOf, taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const isolation = 'Isolate device FIN-LT-0231';
const partial = `Stop and quarantine file ${partialFile}`;
const stuck = `Isolate device ${stuckDevice}`;
const call = 'Call the user of FIN-LT-0231';

test('[AX-12] the details of a task show its incident; closing them gives the focus back', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const opener = tasks.getByRole('rowheader', { name: isolation }).getByRole('button');
  await opener.click();
  const details = page.getByRole('complementary', { name: isolation });
  await expect(details).toContainText('FIN-LT-0231');
  // What the experts ask for stands above all facts, with the severity and what happened.
  const incident = details.getByRole('region', { name: 'Incident' });
  await expect(incident).toContainText('Multi-stage incident involving initial access');
  await expect(incident).toContainText(/High.*Awaiting your action.*True positive, multi-stage attack/);
  await expect(incident).toContainText(
    'Isolate all four devices before 22:30: the operator comes back every hour.',
  );
  await expect(incident).toContainText('A signed remote-support tool was installed');
  await expect(incident.getByText('Isolate all four devices')).toBeInViewport({ ratio: 1 });
  // Another task on the same device is seen, and a click away.
  const onDevice = details.getByRole('list', { name: 'Other tasks on this target' });
  await expect(onDevice.getByRole('button')).toHaveText(['Collect investigation package from FIN-LT-0231']);
  await expect(
    details.getByRole('list', { name: 'Other tasks of this incident' }).getByRole('button'),
  ).toHaveCount(5);
  await expect(details).toContainText('Nothing sent for this task from this browser');
  await onDevice.getByRole('button').click();
  const other = page.getByRole('complementary', { name: 'Collect investigation package from FIN-LT-0231' });
  await other
    .getByRole('list', { name: 'Other tasks on this target' })
    .getByRole('button', { name: isolation })
    .click();
  await expect(details).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(opener).toBeFocused();

  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`task=.*${taskId(isolation)}`));
  await page.reload();
  await expect(details).toContainText('Multi-stage incident involving initial access');
  await details.getByRole('button', { name: 'Run this action' }).click();
  await expect(page.getByRole('dialog', { name: `${isolation}?` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  // Nothing is selected: the keys are for the task that is shown.
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog', { name: `${isolation}?` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('s');
  const toChange = page.getByRole('dialog').getByRole('list', { name: 'Tasks to be changed' });
  await expect(toChange.getByRole('listitem')).toHaveText([/FIN-LT-0231, open now/]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await details.getByRole('button', { name: /^Close/ }).click();
  await expect(details).toBeHidden();
  await expect(tasks.locator(':focus')).toHaveCount(1);
});

test('targets are named in full: a file on its device, a device by name and id, and what Graph leaves out', async ({
  page,
  tenant,
}) => {
  const deviceId = deviceIdOf(partial);
  const responseAction = { identifierValue: stuckDevice, isolationType: 'full', deviceId };
  await tenant.override({ type: 'incidentTask', id: taskId(stuck), patch: { responseAction } });
  const restriction = 'Restrict app execution on ENG-WS-0420';
  await tenant.override({ type: 'incidentTask', id: taskId(restriction), patch: { responseAction: null } });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, ransomwareIncident);
  const onDevice = `${partialFile} on ${stuckDevice}`;
  await expect(rowOf(tasks, partial)).toContainText(onDevice);
  await expect(rowOf(tasks, restriction)).toContainText('Not provided');
  await expect(
    tasks.getByRole('checkbox', { name: `Select ${partial} on ${stuckDevice}, not started`, exact: true }),
  ).toBeVisible();

  await tasks.getByRole('rowheader', { name: partial }).getByRole('button').click();
  const details = page.getByRole('complementary', { name: partial });
  await expect(details).toContainText(`On device${stuckDevice}`);
  await expect(details).toContainText(`Device ID${deviceId}`);
  await details.getByRole('button', { name: 'Run this action' }).click();
  await expect(page.getByRole('dialog', { name: `Stop and quarantine file ${onDevice}?` })).toBeVisible();
});

test('details lead to the portal where running the action is not the next step', async ({ page, tenant }) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, mailIncident);
  const reset = 'Force password reset for megan.bowen@contoso.example';
  await tasks.getByRole('rowheader', { name: reset }).getByRole('button').click();
  let details = page.getByRole('complementary', { name: reset });
  await expect(details).toContainText('Run it in the Defender portal. Microsoft doesn’t list this action');
  await expect(details.getByRole('link', { name: 'Open in the Defender portal' }).first()).toHaveAttribute(
    'href',
    new RegExp(`^https://security.microsoft.com/incidents/${mailIncident}`),
  );
  await expect(details.getByRole('button', { name: 'Run this action' })).toHaveCount(0);
  // The key of a command that isn't there leads to what can be done.
  await page.keyboard.press('r');
  await expect(details.locator(':focus')).toContainText('Run it in the Defender portal.');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // With another task opened, the focus stays in the list, and Escape still closes the panel.
  const byHand = 'Remove the inbox rule "RSS" of Megan Bowen';
  const opener = tasks.getByRole('rowheader', { name: byHand }).getByRole('button');
  await opener.click();
  details = page.getByRole('complementary', { name: byHand });
  await expect(details).toContainText('Follow the description, then set the status of the task to Completed');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(opener).toBeFocused();

  // What Defender wrote in Markdown reads as text.
  await openTasks(page, lateralIncident);
  await tasks.getByRole('rowheader', { name: call }).getByRole('button').click();
  details = page.getByRole('complementary', { name: call });
  await expect(details).toContainText('Ask Adele Vance whether she installed');
  await expect(details.getByRole('list').first().getByRole('listitem')).toHaveText([
    'Do not use email or Teams.',
    'Note the time of the call in the incident.',
  ]);
});
