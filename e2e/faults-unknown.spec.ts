import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, openTasks, pen, runActions, sendingsOf } from './support/actions.ts';
import { expect, openProfile, rowOf, signIn, test } from './support/test.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const action = { method: 'POST', path: 'executeAction' };
const response = { method: 'POST', path: 'executeResponseAction' };
const isolation = 'Isolate device FIN-LT-0231';

test('a 503 of Graph after the effect: read again before anything is sent again, and then nothing is', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(503);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'serverError', status: 503, retryAfter: '2', phase: 'after', match: action });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText('Waiting');
  await expect(rowOf(outcomes, pen)).toContainText('Applied, confirmed');
  expect(await sendingsOf(tenant)).toMatchObject({ arrived: { length: 1 }, byTheApp: 1, effects: 1 });
});

test('a 503 of Graph before the effect: read again, and what is untouched is sent once more', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(503);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'serverError', status: 503, times: 1, match: action });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText('Applied, confirmed');
  const { arrived, effects } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([503, 200]);
  expect(effects).toBe(1);
});

test('while nothing can be read the outcome stays unknown, until "Check again" finds it', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(504, 500);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'serverError', status: 504, phase: 'after', match: action });
  await tenant.fault({ kind: 'serverError', status: 500, skip: 1, match: { method: 'GET' } });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText('Not known yet: checking…');
  // Each failing read takes several tries, and each try a round trip: time is moved on until all are over.
  await expect(async () => {
    await page.clock.fastForward('00:30');
    await expect(rowOf(outcomes, pen)).toContainText('Not known: needs you', { timeout: 200 });
  }).toPass();
  await tenant.clearFaults();
  await outcomes.getByRole('button', { name: 'Check again' }).click();
  await expect(rowOf(outcomes, pen)).toContainText('Applied, confirmed');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

// Chromium repeats a POST whose connection dies before the first byte of an answer. The app must bear it.
test('drivers: a connection that dies after the effect, and the browser repeats the request', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'closeConnection', phase: 'after', match: action });
  const outcomes = await decide(page, drivers, 'Decline', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText('Not known yet: checking…');
  await expect(rowOf(outcomes, pen)).toContainText('Applied, confirmed');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('drivers: a connection that dies before the effect is settled as not applied', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'closeConnection', match: action });
  const outcomes = await decide(page, drivers, 'Decline', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText('Not known yet: checking…');
  await page.clock.fastForward('02:10');
  await expect(rowOf(outcomes, pen)).toContainText('Not applied');
  await expect(rowOf(drivers, pen)).toContainText('Needs review');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
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

  await expect(rowOf(outcomes, isolation)).toContainText('Not known yet: checking…');
  await expect(rowOf(outcomes, isolation)).toContainText('Started');
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toBeHidden();
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('tasks: "already in progress" may answer our own first sending, and is no failure', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  // The first arrival starts the action and dies; Chromium's second is answered.
  await tenant.fault({ kind: 'closeConnection', phase: 'after', times: 1, match: response });
  const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');

  await expect(rowOf(outcomes, isolation)).toContainText('Already running');
  await expect(outcomes.getByRole('alert')).toContainText('The action is already running');
  await expect(outcomes).not.toContainText('Failed');
  const { arrived, ...counts } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([null, 400]);
  expect(counts).toEqual({ byTheApp: 1, effects: 1 });
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

  await expect(rowOf(outcomes, isolation)).toContainText('Not known yet: checking…');
  await page.clock.fastForward('01:10');
  await expect(rowOf(outcomes, isolation)).toContainText('Not applied');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
});
