import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, hub, pen, retry, sendingsOf, untilChecking } from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, openProfile, problemOn, rowOf, test } from '../support/test.ts';
import { acceptedOrConfirmed, results, texts } from '../support/words.ts';

const inBetween = 'A proxy, VPN, or browser extension may be interfering';

test('[G32] an effect that comes five minutes after the 504 is found by "Check again"', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(504);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'lateApply', ms: 300_000, times: 1, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await untilChecking(outcomes, pen);
  await page.clock.fastForward('02:10');
  await expect(rowOf(outcomes, pen)).toContainText(results.notApplied);

  await tenant.advance(300_000);
  await outcomes.getByRole('button', { name: 'Check again' }).click();
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('[G8] while reads lag behind, what was applied is not called otherwise', async ({ page, tenant }) => {
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'staleRead', ms: 60_000 });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(acceptedOrConfirmed);
  await page.clock.fastForward('00:20');
  await expect(rowOf(outcomes, pen)).not.toContainText(results.notApplied);
  await tenant.advance(60_000);
  await page.clock.fastForward('00:45');
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('[G8] what was put off, and had been done all the same, is found by "Check again"', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(429);
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  // The browser repeats the request, which had its effect; the page sees the answer to the repetition.
  await tenant.fault({ kind: 'closeConnection', phase: 'after', times: 1, match: executeAction });
  await tenant.fault({ kind: 'throttled', retryAfter: '1200', times: 1, match: executeAction });
  await tenant.fault({ kind: 'staleRead', ms: 60_000 });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(rowOf(outcomes, pen)).toContainText(texts.deferred);
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeVisible();

  await tenant.clearFaults();
  await outcomes.getByRole('button', { name: 'Check again' }).click();
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await expect(outcomes.getByRole('alert')).toBeHidden();
  await expect(outcomes.getByRole('button', { name: 'Resume' })).toBeHidden();
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});

test('[N2 N3 N24] a preflight that is refused, and a call that is blocked: nothing is known, then it is read as not applied', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  watch.declareErrors(/has been blocked by CORS policy/);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'preflightFail', match: { path: 'executeAction' } });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await untilChecking(outcomes, pen);
  await expect(problemOn(outcomes, inBetween)).toBeVisible();
  await page.clock.fastForward('02:10');
  await expect(rowOf(outcomes, pen)).toContainText(results.notApplied);
  expect(await sendingsOf(tenant)).toMatchObject({ arrived: [], effects: 0 });

  // The same again, now by something in the browser, such as an extension.
  await tenant.clearFaults();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBlockedURLs', { urls: ['*executeAction*'] });
  await decide(page, drivers, 'Approve', [hub]);
  await untilChecking(outcomes, hub);
  await expect(problemOn(outcomes, inBetween)).toBeVisible();
  await page.clock.fastForward('02:10');
  await expect(rowOf(outcomes, hub)).toContainText(results.notApplied);
  expect(await sendingsOf(tenant)).toMatchObject({ arrived: [], effects: 0 });
  await session.send('Network.setBlockedURLs', { urls: [] });
  await retry(outcomes, 1, hub);
  await expect(rowOf(outcomes, hub)).toContainText(results.confirmed);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});
