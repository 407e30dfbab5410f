import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { searchFor } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';

test('a view keeps search, filters, order and columns under a name', async ({ page, tenant, watch }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all`);
  const drivers = driversOn(page);
  await searchFor(page, 'drivers', 'Intel');
  await drivers.getByRole('columnheader', { name: 'Driver name' }).getByRole('button').click();
  const columns = page.getByRole('button', { name: 'Columns', exact: true });
  await columns.click();
  await page
    .getByRole('group', { name: 'Columns' })
    .getByRole('checkbox', { name: 'Manufacturer' })
    .uncheck();
  await page.keyboard.press('Escape');
  await expect(drivers.getByRole('columnheader', { name: 'Manufacturer' })).toHaveCount(0);
  const asked = new URL(page.url()).search;
  const shown = await page.getByRole('search').getByRole('status').first().textContent();

  const views = page.getByRole('button', { name: 'Views', exact: true });
  await views.click();
  const menu = page.getByRole('region', { name: 'Saved views' });
  await expect(menu).toContainText('No view saved yet');
  await menu.getByLabel('Name of this view').fill('Intel by name');
  await menu.getByRole('button', { name: 'Save view' }).click();
  await expect(menu.getByRole('button', { name: 'Intel by name', exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await watch.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(views).toBeFocused();

  // Another state of the page, and after a reload: the view brings everything back.
  await page.goto(`${tenant.appUrl}${pathOf(pilotRingName)}?tab=approved`);
  await columns.click();
  await page.getByRole('button', { name: 'Reset columns and widths' }).click();
  await page.keyboard.press('Escape');
  await views.click();
  await menu.getByRole('button', { name: 'Intel by name', exact: true }).click();
  await expect(page).toHaveURL((url) => url.search === asked);
  await expect(page.getByRole('search').getByRole('status').first()).toHaveText(shown ?? '');
  await expect(drivers.getByRole('columnheader', { name: 'Manufacturer' })).toHaveCount(0);
  await views.click();
  await expect(menu.getByRole('button', { name: 'Copy link' })).toBeVisible();
  await page.keyboard.press('Escape');

  // The palette finds the view, too, and says what it needs.
  const search = page.getByRole('combobox', { name: 'Search and commands' });
  const found = page.getByRole('option', { name: /^Intel by name Drivers of a profile/ });
  await page.getByRole('link', { name: 'Settings' }).click();
  await search.fill('intel name');
  await expect(
    page.getByRole('option', { name: /^Intel by name Open a driver profile first/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(`${tenant.appUrl}${pathOf(pilotRingName)}?tab=approved`);
  await search.fill('intel name');
  await found.click();
  await expect(page).toHaveURL((url) => url.search === asked);

  await views.click();
  await menu.getByRole('button', { name: 'Delete the view Intel by name' }).click();
  await expect(menu).toContainText('No view saved yet');
});
