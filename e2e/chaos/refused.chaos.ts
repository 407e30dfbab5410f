import { openTasks, runActions, sendingsOf } from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, problemOn, rowOf, test } from '../support/test.ts';
import { itemStates, results } from '../support/words.ts';

test('[A6 G31] 403 three times in a row: the run stops, and shows what wasn’t sent', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'soc.reader');
  const tasks = await openTasks(page);
  const devices = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107', 'SRV-FILE-02'].map(
    (device) => `Isolate device ${device}`,
  );
  // Long enough for the first refusal to be seen alone.
  await tenant.fault({ kind: 'latency', ms: 1_500, match: { method: 'POST' } });
  const outcomes = await runActions(page, tasks, devices, 'Run 4 actions');

  await expect(outcomes.getByRole('button', { name: `${results.rejected} 1` })).toBeVisible();
  const bar = outcomes.getByRole('progressbar');
  await expect(bar.getByTitle(`${results.rejected} 1`)).toHaveCSS('background-color', 'rgb(150, 11, 24)');
  await expect(outcomes.getByRole('button', { name: `${results.rejected} 3` })).toBeVisible();
  await expect(rowOf(outcomes, itemStates.notSent)).toHaveCount(1);
  await expect(problemOn(outcomes, 'Interrupted: Access denied')).toBeVisible();
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeVisible();
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 3, effects: 0 });
});
