import { failingDevice, partialFile, stuckDevice } from '../simulator/seeds/contoso-defender.ts';
import {
  addNote,
  lateralIncident,
  mailIncident,
  openTasks,
  outcomesOn,
  ransomwareIncident,
  runActions,
  select,
  sendingsOf,
  typeNumber,
} from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { deviceIdOf, taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { actionStatuses, names, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const isolation = 'Isolate device FIN-LT-0231';
const failing = `Isolate device ${failingDevice}`;
const partial = `Stop and quarantine file ${partialFile}`;
const stuck = `Isolate device ${stuckDevice}`;
const call = 'Call the user of FIN-LT-0231';

test('[G16 SR-21] running one action: accepted is "Started", and "Done" only when Defender says so', async ({
  page,
  tenant,
}) => {
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await select(tasks, [isolation]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog', { name: `${isolation}?` });
  await expect(dialog).toContainText('keeps only its connection to Defender');
  await addNote(dialog, 'INC-2972395');
  await dialog.getByRole('button', { name: 'Isolate device' }).click();

  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, isolation)).toContainText(results.started);
  await expect(outcomes).not.toContainText(results.completed);
  await expect(outcomes).toContainText('Note: INC-2972395');
  await expect(rowOf(tasks, isolation)).toContainText('In progress');
  const { arrived, effects } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([204]);
  expect(effects).toBe(1);

  // The results stay in sight on another page.
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await tenant.advance(25_000);
  await page.clock.fastForward('00:10');
  await expect(rowOf(outcomes, isolation)).toContainText(results.completed);
  await page.goBack();
  await expect(rowOf(tasks, isolation)).toContainText(actionStatuses.completed);

  // From then on this browser knows how long an isolation takes.
  const next = 'Isolate device FIN-LT-0244';
  await runActions(page, tasks, [next], 'Isolate device');
  await expect(rowOf(tasks, next)).toContainText(/In progress \d+ s \(usually \d+ s here\)/);
});

test('[G16] running several: one request each, and each ends as Defender says: done, failed, partly done', async ({
  page,
  tenant,
}) => {
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, ransomwareIncident);
  await select(tasks, [partial]);
  await openTasks(page, lateralIncident);
  await expect(page.getByText('1 selected, 1 hidden by filters')).toBeVisible();
  await select(tasks, [isolation, failing]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run 2 response actions?' });
  // The number is of those in sight: a hidden one runs only where a person includes it.
  const included = page.getByRole('dialog', { name: 'Run 3 response actions?' });
  await dialog.getByRole('checkbox', { name: 'Include 1 hidden by filters' }).check();
  await expect(included.getByRole('list', { name: 'Actions to be started' })).toContainText(partialFile);
  await typeNumber(included);
  await included.getByRole('button', { name: 'Run 3 actions' }).click();

  const outcomes = outcomesOn(page);
  await expect(outcomes.getByRole('button', { name: 'Started 3' })).toBeVisible();
  const inTheirOrder = await outcomes.getByRole('rowheader').allTextContents();
  await tenant.advance(60_000);
  await page.clock.fastForward('00:20');
  await expect(rowOf(outcomes, isolation)).toContainText(results.completed);
  await expect(rowOf(outcomes, failing)).toContainText('Defender reports that the action failed');
  await expect(rowOf(outcomes, partial)).toContainText(results.partiallyCompleted);
  // What needs a person first comes first when a person asks for it.
  expect(await outcomes.getByRole('rowheader').allTextContents()).toEqual(inTheirOrder);
  await outcomes.getByRole('button', { name: 'Update order' }).click();
  await expect(outcomes.getByRole('rowheader').first()).toHaveText(failing);
  const { arrived } = await sendingsOf(tenant);
  expect(new Set(arrived.map(({ path }) => path)).size).toBe(3);
  expect(arrived).toHaveLength(3);
});

test('[U12 AX-29] what a person has to do by hand cannot be run, and says why, to the keyboard as well', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const command = page.getByRole('button', { name: 'Run action' });
  await select(tasks, ['Call the user of FIN-LT-0231']);
  await expect(command).toHaveAccessibleDescription('Manual step. Follow the task’s description.');
  await command.focus();
  await expect(command).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('button', { name: 'Clear selection' }).click();
  await openTasks(page, ransomwareIncident);
  await select(tasks, ['Submit indicator rule for the staging server']);
  await expect(command).toHaveAccessibleDescription(
    'Can’t be run from Actiondesk. Run it in the Defender portal.',
  );
  // Together with one that can be run it is left out, aloud.
  await select(tasks, [partial]);
  await command.click();
  await expect(page.getByRole('dialog')).toContainText(
    '1 of 2 selected is skipped: Can’t be run from Actiondesk',
  );
});

test('a type that Microsoft does not list: warned of before, and its refusal told in a banner', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, mailIncident);
  const disable = 'Disable user megan.bowen@contoso.example';
  await select(tasks, [disable]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('May be rejected');
  await dialog.getByRole('button', { name: 'Disable user' }).click();

  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, disable)).toContainText(results.rejected);
  await expect(outcomes.getByRole('alert')).toContainText('Currently disableUser is not supported');
  expect((await sendingsOf(tenant)).effects).toBe(0);
});

test('[G17] UnsupportedActionType from Defender: refused, with the way out and both ids for support', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  const byHand = 'Call the user of FIN-LT-0231';
  // Defender knows better than what it lists.
  await tenant.override({
    type: 'incidentTask',
    id: taskId(byHand),
    patch: { actionType: 'isolateDevice' },
  });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const outcomes = await runActions(page, tasks, [byHand], 'Isolate device');

  await expect(rowOf(outcomes, byHand)).toContainText(results.rejected);
  const banner = outcomes.getByRole('alert');
  await expect(banner).toContainText('This action can’t be run from Actiondesk');
  await banner.getByText('Details', { exact: true }).click();
  const [sent] = (await sendingsOf(tenant)).arrived;
  await expect(banner).toContainText(`request-id${sent?.requestId}`);
  await expect(banner).toContainText(`client-request-id${sent?.clientRequestId}`);
});

test('[G18] ActionAlreadyInProgress: followed and never called a failure, with both ids for support', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await tenant.override({
    type: 'incidentTask',
    id: taskId(stuck),
    patch: { actionStatus: 'notStarted', status: 'open' },
  });
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, ransomwareIncident);
  const outcomes = await runActions(page, tasks, [stuck], 'Isolate device');

  await expect(rowOf(outcomes, stuck)).toContainText(results.alreadyRunning);
  const banner = outcomes.getByRole('alert');
  await expect(banner).toContainText(texts.alreadyInProgress);
  await banner.getByText('Details', { exact: true }).click();
  const { arrived, effects } = await sendingsOf(tenant);
  await expect(banner).toContainText(`request-id${arrived[0]?.requestId}`);
  await expect(banner).toContainText(`client-request-id${arrived[0]?.clientRequestId}`);
  await expect(outcomes).not.toContainText(new RegExp(`${results.failed}|${results.rejected}`));
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toBeHidden();
  expect({ sent: arrived.length, effects }).toEqual({ sent: 1, effects: 0 });
});

test('[G10 U10] started elsewhere after the list was loaded: nothing is sent, and that start is followed', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.override({
    type: 'incidentTask',
    id: taskId(isolation),
    patch: { actionStatus: 'inProgress', status: 'inProgress' },
  });
  const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');

  await expect(rowOf(outcomes, isolation)).toContainText(results.alreadyRunning);
  await expect(rowOf(outcomes, isolation)).toContainText('Started since you decided');
  expect((await sendingsOf(tenant)).arrived).toHaveLength(0);
});

test('tasks stand under their incident, or in one list; the address keeps which', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const group = page.getByRole('button', { name: 'Group by incident' });
  const heading = tasks.getByRole('gridcell', { name: `Incident ${lateralIncident} 7`, exact: true });
  await expect(heading).toBeVisible();
  await expect(tasks.getByRole('rowheader')).toHaveCount(7);

  await group.click();
  await expect(heading).toBeHidden();
  await expect(tasks.getByRole('rowheader')).toHaveCount(7);
  await page.reload();
  await expect(group).toHaveAttribute('aria-pressed', 'false');
  await expect(tasks.getByRole('rowheader')).toHaveCount(7);
  await expect(heading).toBeHidden();
});

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
  await expect(details).toContainText('Multi-stage incident involving initial access');
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
  await details.getByRole('button', { name: /^Close/ }).click();
  await expect(details).toBeHidden();
  await expect(tasks.locator(':focus')).toHaveCount(1);
});

test('what failed or is stuck is counted where the tasks are named, and found by a click', async ({
  page,
  tenant,
}) => {
  // The list stays older than the run for as long as the test lasts.
  const patch = { actionStatus: 'notStarted', status: 'open' };
  await tenant.override({ type: 'incidentTask', id: taskId(isolation), patch });
  await signIn(page, tenant, 'soc.operator', '/incident-tasks');
  const tasks = page.getByRole('grid', { name: names.tasks });
  const main = page.getByRole('main');
  await expect(main.getByText('27 tasks')).toBeVisible();
  await expect(main.getByText('20 not started')).toBeVisible();
  await expect(main.getByText(/\d in progress/)).toHaveCount(0);
  await expect(
    page.getByRole('link', { name: `${names.tasks} 1 failed, 1 partially completed, 1 stuck` }),
  ).toBeVisible();
  const stuckLabel = rowOf(tasks, stuckDevice).getByTitle(/Since the last change/);
  await expect(stuckLabel).toHaveText('In progress 3 h, stuck');

  for (const [count, title] of [
    ['1 failed', 'Collect investigation package from SALES-LT-0310'],
    ['1 partially completed', 'Run antivirus scan on SALES-LT-0311'],
    ['1 stuck', stuck],
  ] as const) {
    await main.getByRole('button', { name: count }).click();
    await expect(tasks.getByRole('rowheader')).toHaveText([title]);
  }
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await runActions(page, tasks, [isolation], 'Isolate device');
  await expect(rowOf(tasks, isolation)).toContainText(results.started);
  await expect(main.getByText('19 not started')).toBeVisible();
  await expect(main.getByText('1 in progress')).toBeVisible();
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

  // With another task opened, Escape still closes the panel, and the focus goes back to that task.
  const byHand = 'Remove the inbox rule "RSS" of Megan Bowen';
  const opener = tasks.getByRole('rowheader', { name: byHand }).getByRole('button');
  await opener.click();
  details = page.getByRole('complementary', { name: byHand });
  await expect(details).toContainText('Follow the description, then set the status of the task to Completed');
  await expect(details.getByRole('heading', { name: byHand })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(opener).toBeFocused();

  // What Defender wrote in Markdown reads as text.
  await openTasks(page, lateralIncident);
  await tasks.getByRole('rowheader', { name: call }).getByRole('button').click();
  details = page.getByRole('complementary', { name: call });
  await expect(details).toContainText('Ask Adele Vance whether she installed');
  await expect(details.getByRole('listitem')).toHaveText([
    'Do not use email or Teams.',
    'Note the time of the call in the incident.',
  ]);
});
