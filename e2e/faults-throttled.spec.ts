import { decide, executeAction, hub, openTasks, pen, runActions, sendingsOf } from './support/actions.ts';
import { openPilot } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { buttons, itemStates, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[N17 G31] 429 for longer than a run may wait: it stops, says until when, and can be resumed or canceled', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  const drivers = await openPilot(page, tenant);
  await tenant.fault({ kind: 'throttled', retryAfter: '1200', times: 1, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen, hub]);

  await expect(problemOn(outcomes, 'The wait ends in')).toBeVisible();
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.notSent);
  await expect(rowOf(outcomes, pen)).toContainText(texts.deferred);
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeVisible();
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });

  // Canceled, nothing was done, nothing failed, and nothing is offered as a retry.
  await tenant.clearFaults();
  await outcomes.getByRole('button', { name: buttons.cancelRemaining }).click();
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeHidden();
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.canceled);
  await expect(rowOf(outcomes, hub)).toContainText(itemStates.canceled);
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toHaveCount(0);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
});

test('[N22 U7] canceled while a request is on its way: its answer counts, the others are not sent', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'soc.operator');
  const tasks = await openTasks(page);
  await tenant.fault({ kind: 'latency', ms: 8_000, phase: 'after', match: { method: 'POST' } });
  const devices = ['FIN-LT-0231', 'FIN-LT-0244', 'FIN-WS-0107'].map((device) => `Isolate device ${device}`);
  const outcomes = await runActions(page, tasks, devices, 'Run 3 actions');
  await expect(rowOf(outcomes, itemStates.sending)).toBeVisible();
  await outcomes.getByRole('button', { name: buttons.cancelRemaining }).click();
  await expect(outcomes.getByRole('button', { name: `${results.started} 1`, exact: true })).toBeVisible();
  await expect(outcomes.getByRole('button', { name: `${itemStates.canceled} 2`, exact: true })).toBeVisible();
  await expect(outcomes).toContainText(texts.canceled);
  await expect(outcomes).not.toContainText('….');
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toHaveCount(0);
  // What a person called off isn't selected for them once more.
  for (const device of devices) await expect(rowOf(tasks, device).getByRole('checkbox')).not.toBeChecked();
  expect(await sendingsOf(tenant)).toMatchObject({ arrived: { length: 1 }, byTheApp: 1, effects: 1 });
});
