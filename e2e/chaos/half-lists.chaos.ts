import { biggestProfileName, pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { pen, select } from '../support/actions.ts';
import { driversOf, driversOn, pathOf } from '../support/drivers.ts';
import { signIn } from '../support/sign-in.ts';
import { expect, rowOf, test } from '../support/test.ts';

test('a list that stopped half-way says so', async ({ page, tenant, watch }) => {
  watch.declareStatus(403);
  await tenant.fault({ kind: 'forbidden', skip: 1, match: { path: 'driverInventories' } });
  await signIn(page, tenant, 'driver.admin', pathOf(biggestProfileName));
  await expect(page.getByText(/^Incomplete: loading stopped after \d+ rows$/)).toBeVisible();
});

test('a list that is left half-way is read to its end when a person comes back', async ({ page, tenant }) => {
  await tenant.fault({
    kind: 'latency',
    ms: 3_000,
    skip: 1,
    times: 1,
    match: { path: 'driverInventories' },
  });
  await signIn(page, tenant, 'driver.admin', pathOf(biggestProfileName));
  const all = page.getByRole('tab', { name: /^All/ });
  // A page of the list holds 200 drivers.
  await expect(all).toHaveText(/200/);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.goBack();
  await expect(all).toHaveText(new RegExp(`${driversOf(biggestProfileName).length}`));
});

test('[B14] a dialog whose code cannot be loaded leaves the page and its selection alone', async ({
  page,
  context,
  tenant,
  watch,
}) => {
  watch.declareLostConnections();
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await expect(driversOn(page)).toContainText(pen);
  // The dialog's code is fetched once something is selected: by then the network is gone.
  await context.setOffline(true);
  await select(driversOn(page), [pen]);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(page.getByRole('alert').getByRole('button', { name: 'Reload Actiondesk' })).toBeVisible();
  await expect(rowOf(driversOn(page), pen).getByRole('checkbox')).toBeChecked();
});
