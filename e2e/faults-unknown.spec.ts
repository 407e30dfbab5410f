import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import {
  decide,
  display,
  executeAction,
  hub,
  openTasks,
  pen,
  retry,
  runActions,
  sendingsOf,
  untilChecking,
} from './support/actions.ts';
import { signIn } from './support/sign-in.ts';
import { expect, openProfile, problemOn, rowOf, test } from './support/test.ts';
import { itemStates, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const response = { method: 'POST', path: 'executeResponseAction' };
const isolation = 'Isolate device FIN-LT-0231';

// Chromium repeats a POST whose connection dies before the first byte of an answer. The app must bear it.
test('[N4 N11] drivers: a connection that dies after the effect, and the browser repeats the request', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  const deaths = [
    { name: pen, faults: [{ kind: 'closeConnection' }] },
    // By a reset, after three seconds of silence.
    { name: hub, faults: [{ kind: 'latency', ms: 3_000 }, { kind: 'resetConnection' }] },
    { name: display, faults: [{ kind: 'endConnection' }] },
  ];
  for (const [index, { name, faults }] of deaths.entries()) {
    const before = (await sendingsOf(tenant)).arrived.length;
    for (const fault of faults) await tenant.fault({ phase: 'after', ...fault, match: executeAction });
    const outcomes = await decide(page, drivers, 'Decline', [name]);
    // Each of the browser's own tries is silent for as long.
    await expect(rowOf(outcomes, name)).toContainText(itemStates.checking, { timeout: 25_000 });
    if (index === deaths.length - 1) {
      // The network changes under everything: the reads that were to find out die as well.
      await tenant.fault({ kind: 'resetConnection', times: 3, match: { method: 'GET' } });
    }
    await page.clock.fastForward('00:05');
    await expect(rowOf(outcomes, name)).toContainText(results.confirmed);
    const { arrived, byTheApp, effects } = await sendingsOf(tenant);
    expect({ byTheApp, effects }).toEqual({ byTheApp: index + 1, effects: index + 1 });
    expect(arrived.length - before, 'the browser has sent again').toBeGreaterThan(1);
    await tenant.clearFaults();
  }
});

test('[N2] drivers: a connection that dies before the effect is settled as not applied', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  watch.declareStatus(403);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'closeConnection', match: executeAction });
  const outcomes = await decide(page, drivers, 'Decline', [pen]);

  await untilChecking(outcomes, pen);
  await page.clock.fastForward('02:10');
  await expect(rowOf(outcomes, pen)).toContainText(results.notApplied);
  await expect(rowOf(drivers, pen)).toContainText('Needs review');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });

  await tenant.clearFaults();
  // What cannot be read is not said to be nothing.
  await tenant.fault({ kind: 'forbidden', match: { method: 'GET' } });
  await outcomes.getByRole('button', { name: 'Retry 1 driver' }).click();
  const unread = outcomes.getByRole('dialog', { name: 'Couldn’t check the current state' });
  await expect(problemOn(unread, texts.accessDenied)).toBeVisible();
  await unread.getByRole('button', { name: 'Close' }).click();
  await tenant.clearFaults();
  await retry(outcomes, 1, pen);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 2, effects: 1 });
});

test('[N5 G18] tasks: "already in progress" may answer our own first sending, and is no failure', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(400);
  await page.clock.install();
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  // The first arrival starts the action and dies; Chromium's second is answered.
  await tenant.fault({ kind: 'closeConnection', phase: 'after', times: 1, match: response });
  const outcomes = await runActions(page, tasks, [isolation], 'Isolate device');

  await expect(rowOf(outcomes, isolation)).toContainText(results.alreadyRunning);
  await expect(problemOn(outcomes, texts.alreadyInProgress)).toBeVisible();
  await expect(outcomes).not.toContainText(results.failed);
  const { arrived, ...counts } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([null, 400]);
  expect(counts).toEqual({ byTheApp: 1, effects: 1 });

  // What runs is followed until Defender says what became of it.
  await tenant.advance(25_000);
  await page.clock.fastForward('00:20');
  await expect(rowOf(outcomes, isolation)).toContainText(results.completed);
  expect(await sendingsOf(tenant)).toMatchObject(counts);
});
