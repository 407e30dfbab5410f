import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, hub, pen, sendingsOf } from '../support/actions.ts';
import { pathOf, pilotDriver } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { createTenant, type Tenant } from '../support/tenant.ts';
import { test as base, expect, openProfile, rowOf } from '../support/test.ts';
import { itemStates, results } from '../support/words.ts';

/** The simulator's certificate is its own; and its Graph is another origin than its sign-in here. */
const test = base.extend({
  async tenant({ seed, adminConsent }, use, { workerIndex }) {
    const name = `h${workerIndex}-${Date.now().toString(36)}`;
    const tenant = await createTenant(name, seed, adminConsent, true);
    await use(tenant);
    expect((await tenant.log()).violations, 'requests before the end of a Retry-After').toEqual([]);
    await tenant.remove();
  },
});
test.use({ ignoreHTTPSErrors: true });

/** What the simulator makes of it when the app says that the pen is approved. */
async function verdictOfApproval(tenant: Tenant) {
  const { arrived } = await sendingsOf(tenant);
  return tenant.verdict([
    {
      kind: 'driverAction',
      targetId: pathOf(pilotRingName).split('/').at(-1) ?? '',
      itemId: pilotDriver(pen, 'needsReview').id,
      action: 'approve',
      outcome: 'confirmed',
      clientRequestIds: [...new Set(arrived.map(({ clientRequestId }) => clientRequestId ?? ''))],
    },
  ]);
}

test('an approval over HTTP/2', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  const { requests } = await tenant.log();
  expect(new Set(requests.map(({ httpVersion }) => httpVersion))).toEqual(new Set(['2.0']));
  expect(await verdictOfApproval(tenant)).toMatchObject({ items: 1, details: [] });
});

// Both say that the request was not processed; then Chromium sends it again by itself.
for (const kind of ['refusedStream', 'goaway']) {
  test(`[N6] ${kind}: the browser sends again, and nobody needs to know`, async ({ page, tenant }) => {
    await signIn(page, tenant, 'driver.admin');
    const drivers = await openProfile(page, pilotRingName);
    await tenant.fault({ kind, times: 1, match: executeAction });
    const outcomes = await decide(page, drivers, 'Approve', [pen]);

    await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
    expect(await sendingsOf(tenant)).toMatchObject({ arrived: { length: 2 }, byTheApp: 1, effects: 1 });
    expect(await verdictOfApproval(tenant)).toMatchObject({
      misreported: 0,
      doubled: 0,
      browserDuplicates: 1,
      browserDoubleEffects: 0,
    });
  });
}

test('[N4 N6] a connection that closes, or a stream that is cancelled, after the effect: the app sends once', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'closeConnection', phase: 'after', match: executeAction });
  const outcomes = await decide(page, drivers, 'Decline', [pen]);

  await expect(rowOf(outcomes, pen)).toContainText(itemStates.checking);
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  const { arrived, byTheApp, effects } = await sendingsOf(tenant);
  expect({ byTheApp, effects }).toEqual({ byTheApp: 1, effects: 1 });
  expect(arrived.length).toBeGreaterThan(1);
  expect((await tenant.log()).noChanges).toHaveLength(arrived.length - 1);

  // A stream that is cancelled says nothing of the effect, and no browser sends it again.
  await tenant.clearFaults();
  await tenant.fault({ kind: 'cancelledStream', phase: 'after', match: executeAction });
  await decide(page, drivers, 'Decline', [hub]);
  await expect(rowOf(outcomes, hub)).toContainText(itemStates.checking);
  await expect(rowOf(outcomes, hub)).toContainText(results.confirmed);
  const after = await sendingsOf(tenant);
  expect(after.arrived.length).toBe(arrived.length + 1);
  expect(after).toMatchObject({ byTheApp: 2, effects: 2 });
});
