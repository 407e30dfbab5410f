import { vanishingDriverName, withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { expect, openProfile, rowOf, signIn, test } from './support/test.ts';

const good = 'Surface - HIDClass - Pen Settings';

test('approving drivers tells the outcome of each: applied, failed, not found', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin');
  const drivers = await openProfile(page, pilotRingName);
  for (const name of [good, withdrawnDriverName, vanishingDriverName]) {
    await rowOf(drivers, name).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve 3 drivers?' });
  await dialog.getByLabel('Note (optional)').fill('CHG-1042');
  await dialog.getByRole('button', { name: 'Approve 3 drivers' }).click();

  const outcomes = page.getByRole('region', { name: 'Outcomes' });
  await expect(rowOf(outcomes, good)).toContainText('Applied, confirmed');
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Failed');
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Intune gave no reason');
  await expect(rowOf(outcomes, vanishingDriverName)).toContainText('Not found');
  await expect(outcomes).toContainText('Note: CHG-1042');

  // The grid was read again, and the simulator's own record agrees.
  await expect(rowOf(drivers, good)).toContainText('Approved');
  const { effects, requests } = await tenant.log();
  expect(effects.filter(({ kind }) => kind === 'driverAction')).toHaveLength(1);
  expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(1);

  await outcomes.getByRole('button', { name: /^Retry 1 item/ }).click();
  await expect(outcomes.getByRole('combobox', { name: 'Run' })).toContainText('Retry: Approve 3 drivers');
  await expect(rowOf(outcomes, withdrawnDriverName)).toContainText('Failed');
});
