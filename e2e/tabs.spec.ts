import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, pen, resultsOn, select, sendingsOf } from './support/actions.ts';
import { driversOn, openPilot, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { clickAtOnce, openTabAs } from './support/tabs.ts';
import { expect, rowOf, test } from './support/test.ts';
import { buttons, itemStates, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

test('[B8] a second tab shows the run as it happens, and sends nothing', async ({ page, tenant, watch }) => {
  watch.declareStatus(429);
  const drivers = await openPilot(page, tenant);
  const tab = await openTabAs(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await tenant.fault({ kind: 'throttled', retryAfter: '4', times: 1, match: executeAction });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);
  await expect(outcomes).toContainText(texts.waiting);

  const seen = resultsOn(tab);
  await expect(seen).toContainText(texts.runningElsewhere);
  await expect(rowOf(seen, pen)).toContainText(itemStates.waiting);
  await expect(seen.getByRole('button', { name: buttons.cancelRemaining })).toBeHidden();
  await expect(rowOf(seen, pen)).toContainText(results.confirmed);
  await expect(seen).not.toContainText(texts.runningElsewhere);
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 2, effects: 1 });
});

test('[B8 SR-27] two tabs decide on the same driver at once: it is sent once', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const tab = await openTabAs(page, tenant, 'driver.admin', pathOf(pilotRingName));
  for (const one of [page, tab]) {
    await select(driversOn(one), [pen]);
    await one.getByRole('button', { name: 'Approve', exact: true }).click();
  }
  await clickAtOnce(
    tenant,
    [page, tab].map((one) => one.getByRole('button', { name: 'Approve 1 driver' })),
  );

  for (const one of [page, tab]) {
    await expect(rowOf(resultsOn(one), pen)).toContainText(
      new RegExp(`${results.confirmed}|${results.skipped}`),
    );
  }
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});
