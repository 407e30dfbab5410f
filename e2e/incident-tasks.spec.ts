import { failingDevice, partialFile, stuckDevice } from '../simulator/seeds/contoso-defender.ts';
import {
  lateralIncident,
  mailIncident,
  openTasks,
  outcomesOn,
  ransomwareIncident,
  runActions,
  select,
  sendingsOf,
} from './support/actions.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, signIn, test } from './support/test.ts';
import { actionStatuses, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const isolation = 'Isolate device FIN-LT-0231';
const failing = `Isolate device ${failingDevice}`;
const partial = `Stop and quarantine file ${partialFile}`;
const stuck = `Isolate device ${stuckDevice}`;

test('running one action: accepted is "Started", and "Done" only when Defender says so', async ({
  page,
  tenant,
}) => {
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await select(tasks, [isolation]);
  await page.getByRole('button', { name: 'Run action' }).click();
  const dialog = page.getByRole('dialog', { name: `${isolation}?` });
  await expect(dialog).toContainText('full isolation from the network');
  await dialog.getByLabel('Note (optional)').fill('INC-2972395');
  await dialog.getByRole('button', { name: 'Isolate device' }).click();

  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, isolation)).toContainText(results.started);
  await expect(outcomes).not.toContainText(results.completed);
  await expect(outcomes).toContainText('Note: INC-2972395');
  await expect(rowOf(tasks, isolation)).toContainText('Running');
  const { arrived, effects } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([204]);
  expect(effects).toBe(1);

  // Whoever has moved on to another page is told there.
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await tenant.advance(25_000);
  await page.clock.fastForward('00:10');
  await expect(rowOf(outcomes, isolation)).toContainText(results.completed);
  await page.goBack();
  await expect(rowOf(tasks, isolation)).toContainText(actionStatuses.completed);
});

test('running several: one request each, and each ends as Defender says: done, failed, partly done', async ({
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
  const dialog = page.getByRole('dialog', { name: 'Run 3 response actions?' });
  await expect(dialog).toContainText('1 selected task is hidden by filters');
  await expect(dialog.getByRole('list', { name: 'Actions that are started' })).toContainText(partialFile);
  await dialog.getByRole('button', { name: 'Run 3 actions' }).click();

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

test('what a person has to do by hand cannot be run, and says why, to the keyboard as well', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const command = page.getByRole('button', { name: 'Run action' });
  await select(tasks, ['Call the user of FIN-LT-0231']);
  await expect(command).toHaveAccessibleDescription('A person carries it out: there is no action to run');
  await command.focus();
  await expect(command).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.getByRole('button', { name: 'Clear selection' }).click();
  await openTasks(page, ransomwareIncident);
  await select(tasks, ['Submit indicator rule for the staging server']);
  await expect(command).toHaveAccessibleDescription(/does not allow this action/);
  // Together with one that can be run it is left out, aloud.
  await select(tasks, [partial]);
  await command.click();
  await expect(page.getByRole('list', { name: 'Tasks that are left out' })).toContainText(
    'Microsoft does not allow this action',
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
  await expect(dialog).toContainText('May be refused');
  await dialog.getByRole('button', { name: 'Disable user' }).click();

  const outcomes = outcomesOn(page);
  await expect(rowOf(outcomes, disable)).toContainText(results.rejected);
  await expect(outcomes.getByRole('alert')).toContainText('Currently disableUser is not supported');
  expect((await sendingsOf(tenant)).effects).toBe(0);
});

test('UnsupportedActionType from Defender: refused, with the way out and both ids for support', async ({
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
  await expect(banner).toContainText('cannot be run from outside the Defender portal');
  await banner.getByText('Details', { exact: true }).click();
  const [sent] = (await sendingsOf(tenant)).arrived;
  await expect(banner).toContainText(`request-id${sent?.requestId}`);
  await expect(banner).toContainText(`client-request-id${sent?.clientRequestId}`);
});

test('ActionAlreadyInProgress: followed and never called a failure, with both ids for support', async ({
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

test('somebody else started it after the list was read: nothing is sent, and theirs is followed', async ({
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
  await expect(rowOf(outcomes, isolation)).toContainText('Somebody started it meanwhile');
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

test('the details of a task show its incident; closing them gives the focus back', async ({
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
