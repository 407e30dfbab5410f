import { failingDevice } from '../simulator/seeds/contoso-defender.ts';
import { openTasks, resultsOn, select, sendingsOf, typeNumber } from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { taskId } from './support/tasks.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const isolation = `Isolate device ${failingDevice}`;
const other = 'Isolate device FIN-LT-0231';

test('a task that a colleague withdrew while the dialog was open is not run, and the rest is', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await select(tasks, [isolation, other]);
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await typeNumber(dialog);
  await tenant.override({ type: 'incidentTask', id: taskId(isolation), patch: { status: 'notRelevant' } });
  await dialog.getByRole('button', { name: 'Run 2 actions', exact: true }).click();

  const shown = resultsOn(page);
  await expect(rowOf(shown, isolation)).toContainText(results.changedByOther);
  await expect(rowOf(shown, isolation)).toContainText(
    'Status changed from “open” to “not relevant”; skipped',
  );
  await expect(rowOf(shown, other)).toContainText(results.started);
  const { arrived } = await sendingsOf(tenant);
  expect(arrived.map(({ path }) => path)).toEqual([expect.stringContaining(taskId(other))]);
});
