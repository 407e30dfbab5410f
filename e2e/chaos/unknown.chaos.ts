import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import {
  decide,
  display,
  executeAction,
  openTasks,
  pen,
  runActions,
  sendingsOf,
  untilChecking,
} from '../support/actions.ts';
import { pilotDriver, sentActions } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, openProfile, rowOf, test } from '../support/test.ts';
import { itemStates, results, texts } from '../support/words.ts';

const response = { method: 'POST', path: 'executeResponseAction' };
const isolation = 'Isolate device FIN-LT-0231';

test('[N18] a 503 of Graph after the effect: a fresh read shows the effect, and no second request goes out', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(503);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({
    kind: 'serverError',
    status: 503,
    retryAfter: '6',
    phase: 'after',
    match: executeAction,
  });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(outcomes).toContainText(texts.waiting);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ arrived: { length: 1 }, byTheApp: 1, effects: 1 });
});

test('[N18] a 503 of Graph before the effect: read again, what is untouched is sent, what a colleague decided is not', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(503);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'serverError', status: 503, retryAfter: '6', times: 1, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen, display]);
  // What has not been sent yet is "Waiting" too.
  await expect.poll(async () => (await sendingsOf(tenant)).arrived.length).toBe(1);
  // A colleague decides during the wait.
  await tenant.override({
    type: 'driver',
    id: pilotDriver(display, 'needsReview').id,
    patch: { approvalStatus: 'declined' },
  });

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  // The first request may still have its effect on what the colleague decided, as long as Graph may be late.
  await untilChecking(outcomes, display);
  await page.clock.fastForward('02:10');
  await expect(rowOf(outcomes, display)).toContainText(results.changedByOther);
  const { arrived, byTheApp, effects } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([503, 200]);
  expect((await sentActions(tenant)).map(({ driverIds }) => driverIds.length)).toEqual([2, 1]);
  expect({ byTheApp, effects }).toEqual({ byTheApp: 2, effects: 1 });
});

test('[N18] a 503 of Graph on a task: read again, and what has begun by then is not started twice', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(503);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  const other = 'Isolate device FIN-LT-0244';
  // The first takes effect in spite of its answer, the second does not.
  await tenant.fault({ kind: 'serverError', status: 503, phase: 'after', times: 1, match: response });
  await tenant.fault({ kind: 'serverError', status: 503, times: 1, match: response });
  const outcomes = await runActions(page, tasks, [isolation, other], 'Run 2 actions');
  await expect(rowOf(outcomes, results.alreadyRunning)).toHaveCount(1);
  await expect(outcomes.getByRole('button', { name: `${results.started} 1`, exact: true })).toBeVisible();
  const { arrived, effects } = await sendingsOf(tenant);
  expect({ statuses: arrived.map(({ status }) => status), effects }).toEqual({
    statuses: [503, 503, 204],
    effects: 2,
  });
});

test('tasks: a connection that dies after the effect is found running, and not started twice', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'closeConnection', phase: 'after', match: response });
  const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');

  await expect(rowOf(outcomes, isolation)).toContainText(itemStates.checking);
  await expect(rowOf(outcomes, isolation)).toContainText(results.started);
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toBeHidden();
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('tasks: a connection that dies before the effect is settled as not applied', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'closeConnection', match: response });
  const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');

  await untilChecking(outcomes, isolation);
  await page.clock.fastForward('01:10');
  await expect(rowOf(outcomes, isolation)).toContainText(results.notApplied);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
});
