import { openTasks, resultsOn } from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { openStatusDialog, taskId, updatesOf } from '../support/tasks.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { results, texts } from '../support/words.ts';

const scan = 'Run antivirus scan on FIN-LT-0244';

test('429: the panel shows the wait, and a fresh read comes before the second and last request', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'throttled', retryAfter: '6', times: 1, match: { method: 'PATCH' } });
  const dialog = await openStatusDialog(page, tasks, [scan]);
  await dialog.getByRole('radio', { name: 'In progress' }).check();
  await dialog.getByRole('button', { name: 'Set 1 task to In progress' }).click();
  await expect(resultsOn(page)).toContainText(texts.waiting);
  await expect(rowOf(resultsOn(page), scan)).toContainText(results.confirmed);
  expect(await updatesOf(tenant)).toEqual([
    [taskId(scan), { status: 'inProgress' }],
    [taskId(scan), { status: 'inProgress' }],
  ]);
});
