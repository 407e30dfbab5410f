import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, pen, select, sendingsOf, untilChecking } from '../support/actions.ts';
import { openDialog } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, openProfile, rowOf, test } from '../support/test.ts';
import { buttons, itemStates, results } from '../support/words.ts';

test('[N25] while nothing can be read the outcome stays unknown, until "Check again" finds it', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(504, 500);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'serverError', status: 504, phase: 'after', match: executeAction });
  // The read before the sending passes; from then on this profile's drivers can't be read.
  await tenant.fault({ kind: 'serverError', status: 500, skip: 1, match: { path: 'driverInventories' } });
  const outcomes = await decide(page, drivers, 'Approve', [pen]);

  await untilChecking(outcomes, pen);
  // Each failing read takes several tries, and each try a round trip: time is moved on until all are over.
  await expect(async () => {
    await page.clock.fastForward('00:30');
    await expect(rowOf(outcomes, pen)).toContainText(itemStates.needsAttention, { timeout: 200 });
  }).toPass({ intervals: [50] });
  await expect(rowOf(drivers, pen)).toContainText(itemStates.needsAttention);
  await outcomes.getByRole('button', { name: 'Check again' }).click();
  await expect(async () => {
    await page.clock.fastForward('00:30');
    const failed = outcomes.getByRole('alert').filter({ hasText: 'Check again:' });
    await expect(failed).toBeVisible({ timeout: 200 });
  }).toPass({ intervals: [50] });
  // Until it is known, nothing else is sent to this driver.
  await expect(outcomes.getByRole('button', { name: /^Retry/ })).toBeHidden();
  await tenant.clearFaults();
  await tenant.fault({ kind: 'staleRead', ms: 600_000 });
  await select(drivers, [pen]);
  const dialog = await openDialog(page, 'Decline');
  await expect(dialog.getByRole('heading')).toHaveText('Nothing to decline');
  await expect(dialog.getByText(/Already in another run/).first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
  await tenant.clearFaults();
  await outcomes.getByRole('button', { name: buttons.stopTracking }).click();
  const leaving = page.getByRole('dialog');
  await leaving.getByLabel('Type 1 to confirm').fill('1');
  await watch.expectAccessible();
  await leaving.getByRole('button', { name: buttons.stopTracking }).click();
  await expect(rowOf(outcomes, pen)).toContainText(itemStates.notTracked);
  await outcomes.getByRole('button', { name: 'Check again' }).click();
  await expect(rowOf(outcomes, pen)).toContainText(results.confirmed);
  await expect(rowOf(drivers, pen)).toContainText('Approved');
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 1 });
});
