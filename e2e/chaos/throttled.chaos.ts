import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, pen, sendingsOf } from '../support/actions.ts';
import { openPilot } from '../support/drivers.ts';
import { signIn, signInByHand } from '../support/sign-in.ts';
import { expect, openProfile, problemOn, rowOf, test } from '../support/test.ts';
import { buttons, decisions, itemStates, results, texts } from '../support/words.ts';

for (const [what, header] of [
  ['without Retry-After', { retryAfter: null }],
  ['with a Retry-After that pages may not see', { retryAfter: '1200', hidden: true }],
] as const) {
  test(`[N16] 429 ${what}: the app waits by itself for at least two seconds`, async ({
    page,
    tenant,
    watch,
  }) => {
    watch.declareStatus(429);
    await signIn(page, tenant, 'driver.admin');
    const drivers = await openProfile(page, pilotRingName);
    await tenant.fault({ kind: 'throttled', source: 'intune', ...header, times: 1, match: executeAction });
    const outcomes = await decide(page, drivers, 'Approve', [pen]);

    await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
    const times = (await sendingsOf(tenant)).arrived.map(({ receivedAt }) => Date.parse(receivedAt));
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(2_000);
  });
}

test('[A1 B7] a computer that sleeps for hours during a wait: nothing goes by itself, then with a new token', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await page.clock.install();
  await signInByHand(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'throttled', retryAfter: '6', times: 1, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(outcomes).toContainText(texts.waiting);
  const throttledAt = Date.now();
  const tokens = async () =>
    (await tenant.log()).signIns.filter(({ endpoint }) => endpoint === 'token').length;
  const before = await tokens();
  await page.clock.fastForward('08:00:00');

  // After so long the page asks first whether the person is still there.
  await page.getByRole('button', { name: buttons.stillHere }).click();
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeVisible();
  await expect(problemOn(outcomes, 'The computer slept')).toBeVisible();
  await expect.poll(() => Date.now() - throttledAt).toBeGreaterThan(6_500);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
  await outcomes.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: decisions.approveRemaining(1) }).click();
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await tokens(), 'the old token was over').toBeGreaterThan(before);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 2, effects: 1 });
});

test('[N22] 429, and the person does not want to wait: nothing further is sent', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'throttled', retryAfter: '30', match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(outcomes).toContainText(texts.waiting);
  await outcomes.getByRole('button', { name: buttons.cancelRemaining }).click();
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.canceled);
  await expect(outcomes).toContainText(texts.canceled);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 0 });
});

// That nothing comes before a Retry-After is over, the tenant's fixture asserts in every test.
test('[N15 B6] 429 with Retry-After: the run shows the wait, a frozen page doesn’t end that wait, and the driver is read again and sent once', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  const drivers = await openPilot(page, tenant);
  await tenant.fault({ kind: 'throttled', retryAfter: '6', times: 1, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(outcomes).toContainText(texts.waiting);
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.waiting);
  // Frozen or not, until long after the wait is over: it is sent once.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  const frozenAt = Date.now();
  await expect.poll(() => Date.now() - frozenAt).toBeGreaterThan(7_000);
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await expect(outcomes).not.toContainText(texts.waiting);
  const { arrived, effects } = await sendingsOf(tenant);
  expect(arrived.map(({ status }) => status)).toEqual([429, 200]);
  expect(effects).toBe(1);
});
