import { partialFile, stuckDevice } from '../simulator/seeds/contoso-defender.ts';
import {
  mailIncident,
  openTasks,
  ransomwareIncident,
  resultsOn,
  runActions,
  select,
  sendingsOf,
  typeNumber,
} from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const isolation = 'Isolate device FIN-LT-0231';
const partial = `Stop and quarantine file ${partialFile}`;
const stuck = `Isolate device ${stuckDevice}`;

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
  await banner.getByRole('button', { name: /^Details: / }).click();
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
  await banner.getByRole('button', { name: /^Details: / }).click();
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

test('types that Microsoft does not list: warned of before, and each refusal told in a line of its own', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page, mailIncident);
  const titles = ['Disable user megan.bowen@contoso.example', 'Require sign-in'];
  await select(tasks, titles);
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('May be rejected');
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: 'Run 2 actions', exact: true }).click();
  const outcomes = resultsOn(page);
  await expect(rowOf(outcomes, results.rejected)).toHaveCount(2);
  const banners = outcomes.getByRole('alert');
  await expect(banners).toHaveCount(2);
  await expect(banners.filter({ hasText: 'Currently disableUser is not supported' })).toContainText(
    'Disable user',
  );
  await expect(banners.filter({ hasText: 'Currently requireSignIn is not supported' })).not.toContainText(
    'Disable user',
  );
  expect((await sendingsOf(tenant)).effects).toBe(0);
});
