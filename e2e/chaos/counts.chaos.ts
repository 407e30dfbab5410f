import { biggestProfileName, pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { allOf, driversOf, driversOn, openDialog, pathOf, selectEveryDriver } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';
import { texts } from '../support/words.ts';

const of = (status: string) => driversOf(biggestProfileName).filter((driver) => driver.status === status);

test('[G28] a count of Intune that disagrees with its list is shown as its own, and decides nothing', async ({
  page,
  tenant,
}) => {
  const waiting = driversOf(pilotRingName).filter(({ status }) => status === 'needsReview').length;
  const id = pathOf(pilotRingName).split('/')[2];
  await tenant.override({ type: 'profile', id, patch: { newUpdates: 999 } });
  await signIn(page, tenant, 'driver.admin', '/profiles');
  // Until the drivers themselves are counted, Intune's number stands for them.
  await tenant.fault({ kind: 'latency', ms: 3_000, match: { path: 'driverInventories' } });
  await page.reload();
  const row = rowOf(page.getByRole('grid', { name: 'Driver profiles' }), pilotRingName);
  await expect(row).toContainText('999');
  // Both numbers stand with the time at which they were read.
  await expect(page.getByText(texts.updatedJustNow)).toBeVisible();
  await expect(row).not.toContainText('999');
  await tenant.clearFaults();

  await page.goto(`${tenant.appUrl}${pathOf(pilotRingName)}?tab=all&status=["needsReview"]`);
  await driversOn(page)
    .getByRole('checkbox', { name: `Select all ${waiting} matching drivers` })
    .check();
  await expect(page.getByText(texts.updatedJustNow)).toBeVisible();
  const dialog = await openDialog(page, 'Approve');
  await expect(dialog.getByRole('heading')).toHaveText(`Approve ${waiting} drivers?`);
});

test('devices are counted as what can be true: at most those that report', async ({
  page,
  tenant,
  watch,
}) => {
  const profile = pathOf(biggestProfileName).split('/').at(-1);
  const sum = of('needsReview').reduce((total, { devices }) => total + devices, 0);
  expect(sum).toBeGreaterThan(100);
  await tenant.override({ type: 'profile', id: profile, patch: { deviceReporting: 100 } });
  await signIn(page, tenant, 'driver.admin', `${pathOf(biggestProfileName)}?tab=all`);
  await selectEveryDriver(page, biggestProfileName);
  const largest = Math.max(...of('needsReview').map(({ devices }) => devices));
  const atMost = Math.min(sum, Math.max(100, largest));
  const numbers = (await openDialog(page, 'Approve')).getByRole('group', { name: 'In numbers' });
  await expect(numbers).toContainText(`${atMost.toLocaleString('en-GB')} devices at most`);

  // Where the profile gives no count, the sum is all there is.
  await page.keyboard.press('Escape');
  await tenant.override({ type: 'profile', id: profile, patch: { deviceReporting: null } });
  await page.reload();
  // Opened sooner, the dialog would speak of the first page of the list.
  await expect(driversOn(page).getByRole('checkbox', { name: allOf(biggestProfileName) })).toBeChecked();
  await openDialog(page, 'Approve');
  await expect(numbers).toContainText(`${sum.toLocaleString('en-GB')} devices at most`);
  await watch.expectAccessible();
});
