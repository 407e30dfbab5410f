import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { pen, resultsOn } from '../support/actions.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, openProfile, problemOn, rowOf, test } from '../support/test.ts';
import { buttons } from '../support/words.ts';

test('[D10] 500 on a read: it is tried again, then shown with the IDs for support, and the old rows stay', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(500);
  await page.clock.install();
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  await tenant.fault({ kind: 'serverError', status: 500, match: { path: 'driverInventories' } });
  await page.getByRole('button', { name: buttons.refresh }).click();

  const banner = problemOn(page, 'Microsoft Graph server error');
  await expect(async () => {
    await page.clock.fastForward('00:10');
    await expect(banner).toBeVisible({ timeout: 200 });
  }).toPass();
  await expect(rowOf(drivers, pen)).toBeVisible();
  await expect(resultsOn(page)).toBeHidden();
  await tenant.clearFaults();
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toBeHidden();
});
