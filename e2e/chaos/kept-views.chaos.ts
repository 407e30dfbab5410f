import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { driversOn, pathOf } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, test } from '../support/test.ts';

test.use({ scan: true });

test('a kept view of what is gone, or of nonsense, shows what is left of it', async ({ page, tenant }) => {
  const kept = [
    { name: 'Old', search: { tab: 'all', q: 'Surface', sort: '-gone', status: 7 }, columns: { gone: true } },
    { name: '', search: {}, columns: {} },
  ];
  await page.addInitScript(([old, none]) => {
    localStorage.setItem('actiondesk.views.drivers', JSON.stringify([old]));
    localStorage.setItem('actiondesk.views.profiles', JSON.stringify([none]));
  }, kept);
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('button', { name: 'Old', exact: true }).click();
  await expect(page.getByRole('searchbox', { name: 'Search drivers' })).toHaveValue('Surface');
  await expect(driversOn(page).getByRole('rowheader').first()).toContainText('Surface');
  await expect(driversOn(page).getByRole('columnheader', { name: 'Status' })).toBeVisible();
  await page.getByRole('link', { name: 'Driver profiles' }).first().click();
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Saved views' })).toContainText('No view saved yet');
});
