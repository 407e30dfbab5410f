import { addNote, openTasks, resultsOn, typeNumber } from './support/actions.ts';
import { openHistory } from './support/history.ts';
import { signIn } from './support/sign-in.ts';
import { openStatusDialog, taskId, updatesOf } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results, taskStatuses } from './support/words.ts';

// Where a test shows a view of its own, the test has this view scanned; what they end with is scanned by others.
test.use({ scan: false });

/** The status of a task is set here, so that work which is done elsewhere can be closed where it is listed. */

const isolation = 'Isolate device FIN-LT-0231';
const call = 'Call the user of FIN-LT-0231';

test('tasks are set to completed with a note, confirmed by reading, and taken back to the status from before', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const dialog = await openStatusDialog(page, tasks, [call, isolation]);
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Mark 2 tasks done?');
  await expect(dialog.getByRole('radio', { name: taskStatuses.completed })).toBeChecked();
  await expect(dialog).toContainText('no action runs, and none that runs is stopped');
  // The status that a task has already is no change.
  await dialog.getByRole('radio', { name: 'Open', exact: true }).check();
  await expect(dialog).toContainText('2 of 2 selected are skipped: Already open');
  await expect(dialog.getByRole('button', { name: 'Set status' })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('radio', { name: taskStatuses.completed }).check();
  await addNote(dialog, 'Called at 14:10');
  await dialog.getByRole('button', { name: 'Mark 2 tasks done' }).click();

  const panel = resultsOn(page);
  await expect(rowOf(panel, call)).toContainText(results.confirmed);
  await expect(rowOf(panel, isolation)).toContainText(results.confirmed);
  const ids = [call, isolation].map((title) => taskId(title)).sort();
  const updates = await updatesOf(tenant);
  expect(updates.map(([id]) => id).sort()).toEqual(ids);
  expect(updates.map(([, body]) => body)).toEqual([{ status: 'completed' }, { status: 'completed' }]);

  await panel.getByRole('button', { name: 'Undo' }).click();
  const undo = page.getByRole('dialog', { name: 'Set 2 tasks to Open?' });
  await typeNumber(undo);
  await undo.getByRole('button', { name: 'Set 2 tasks to Open' }).click();
  await expect(panel).toContainText('Set 2 tasks to Open');
  await expect.poll(async () => (await updatesOf(tenant)).map(([, body]) => body)).toHaveLength(4);
  await expect(rowOf(panel, call)).toContainText(results.confirmed);
  expect((await updatesOf(tenant)).slice(2).map(([, body]) => body)).toEqual([
    { status: 'open' },
    { status: 'open' },
  ]);

  // Each run stands in the history with its note and its exact request.
  const runs = await openHistory(page);
  await runs.getByRole('link', { name: 'Set 2 tasks to Completed' }).click();
  await expect(page.getByRole('main')).toContainText('Called at 14:10');
  await page.getByText('Exact request').first().click();
  await expect(page.getByRole('region', { name: /^Request as / })).toContainText(
    `PATCH ${tenant.simulatorUrl}/beta/security/incidentTasks/`,
  );
});

test('a manual step is closed from its details; a colleague who was faster is not overruled', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tasks.getByRole('button', { name: call }).click();
  const details = page.getByRole('complementary', { name: call });
  await expect(details).toContainText('Follow the description, then set the status of the task to Completed');
  await details.getByRole('button', { name: 'Set status of this task' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark 1 task done?' });
  await tenant.override({ type: 'incidentTask', id: taskId(call), patch: { status: 'notRelevant' } });
  await dialog.getByRole('button', { name: 'Mark 1 task done' }).click();
  const row = rowOf(resultsOn(page), call);
  await expect(row).toContainText(results.changedByOther);
  await expect(row).toContainText('Status changed from “open” to “not relevant”; skipped');
  expect(await updatesOf(tenant)).toEqual([]);
  await watch.expectAccessible();
});
