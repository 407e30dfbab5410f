import { openTasks, runActions, select } from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';
import { results } from '../support/words.ts';

test('waits count down and are gone when they are over: of our own pacing on the page, of Microsoft Graph in a run', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const pacing = page.getByText('Pacing requests to stay within Microsoft Graph’s limits');
  const refresh = page.getByRole('button', { name: 'Refresh' });
  // The page's own refreshes, while an action is in progress, count too.
  for (let count = 0; count < 45 && !(await pacing.first().isVisible()); count++) {
    await page.clock.runFor(100);
    await refresh.click();
  }
  await expect(pacing.first()).toHaveText(/Next request in \d+ s$/);
  const match = { method: 'POST', path: 'executeResponseAction' };
  await tenant.fault({ kind: 'throttled', retryAfter: '12', times: 1, match });
  const outcomes = await runActions(page, tasks, ['Isolate device FIN-LT-0231'], 'Isolate device');
  const inRun = outcomes.getByText('Microsoft Graph asked to wait');
  await expect(inRun).toHaveText(/Next request in \d+ s$/);
  const secondsOf = async () => Number(/(\d+) s$/.exec((await inRun.textContent()) ?? '')?.[1]);
  const before = await secondsOf();
  await expect.poll(secondsOf).toBeLessThan(before);

  // What waits in a run is not taken into another one.
  const others = ['Isolate device FIN-LT-0231', 'Isolate device FIN-LT-0244'];
  await select(tasks, others);
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Isolate device FIN-LT-0244?');
  await expect(dialog).toContainText('1 of 2 selected is skipped: Already in another run');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await expect(outcomes.getByRole('button', { name: new RegExp(`^${results.started}`) })).toBeVisible();
  await page.clock.fastForward('01:00');
  await expect(page.getByText('Pacing requests')).toHaveCount(0);
  await expect(page.getByText('Microsoft Graph asked')).toHaveCount(0);
  const { requests } = await tenant.log();
  expect(requests.filter(({ status }) => status === 429)).toHaveLength(1);
});
