import type { Page } from '@playwright/test';
import { biggestProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { resultsOn } from './support/actions.ts';
import { driversOf, driversOn, pathOf, sentActions } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const detailsOn = (page: Page) => page.getByRole('complementary');

/** Where the details and the list stand, in CSS px from the left and the top. */
async function boxesOn(page: Page) {
  const [details, grid, name] = await Promise.all([
    detailsOn(page).boundingBox(),
    driversOn(page).boundingBox(),
    driversOn(page).getByRole('rowheader').first().boundingBox(),
  ]);
  if (!details || !grid || !name) throw new Error('Details and list are not both shown');
  return { details, grid, name };
}

test('a click anywhere in a row opens it, Up and Down move through the list with the details open, and so do J and K', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(biggestProfileName));
  const drivers = driversOn(page);
  const row = (index: number) => drivers.locator(`[aria-rowindex="${index}"]`);
  const title = detailsOn(page).getByRole('heading', { level: 2 });
  const expectOpen = async (index: number) => {
    await expect(row(index)).toHaveAttribute('aria-current', 'true');
    // The details come in the frames after the mark.
    await expect(async () => {
      const name = await row(index).getByRole('rowheader').textContent();
      expect(name).toContain((await title.textContent()) ?? '?');
    }).toPass();
    await expect(drivers.locator('[aria-current="true"]')).toHaveCount(1);
  };
  // A checkbox selects and opens nothing; marked text opens nothing.
  await row(2).getByRole('checkbox').check();
  await expect(detailsOn(page)).toHaveCount(0);

  await row(3).getByRole('gridcell').nth(3).click();
  await expect(title).toBeFocused();
  await expectOpen(3);
  const entries = await page.evaluate(() => history.length);

  // On the title, and with the buttons and letters of the panel, the focus stays where it is.
  await page.keyboard.press('ArrowDown');
  await expectOpen(4);
  await expect(title).toBeFocused();
  const next = detailsOn(page).getByRole('button', { name: 'Next' });
  await next.click();
  await expectOpen(5);
  await expect(next).toBeFocused();
  await page.keyboard.press('k');
  await expectOpen(4);
  await page.keyboard.press('x');
  await expect(row(4).getByRole('checkbox')).toBeChecked();

  // From the grid, too: the details follow the row with the focus.
  await row(7).getByRole('gridcell').nth(1).click();
  await expectOpen(7);
  await page.keyboard.press('ArrowDown');
  await expectOpen(8);
  await expect(row(8).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('j');
  await expectOpen(9);
  expect(await page.evaluate(() => history.length), 'the address is replaced').toBe(entries);

  // Far down, the list comes along. Enter on the open row goes to its details, and Escape back.
  await page.keyboard.press('Control+End');
  const last = driversOf(biggestProfileName).filter(({ status }) => status === 'needsReview').length + 1;
  await expectOpen(last);
  await expect(row(last)).toBeInViewport();
  await expect(next).toHaveAttribute('aria-disabled', 'true');
  await row(last).getByRole('rowheader').getByRole('button').press('Enter');
  await expect(title).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(detailsOn(page)).toHaveCount(0);
  await expect(row(last).locator(':focus')).toHaveCount(1);
});

test('details act on the driver that they show, whatever is selected, and by key where nothing is', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all`);
  const [first, other] = driversOf(pilotRingName).filter(({ status }) => status === 'needsReview');
  if (!first || !other) throw new Error('The seed has nothing to review');
  const selected = driversOn(page).getByRole('checkbox', { name: other.label, exact: true }).first();
  await selected.check();
  await page.goto(`${page.url()}&driver=${first.id}`);
  const details = detailsOn(page);
  await expect(details.getByRole('button', { name: 'Change date…' })).toHaveAccessibleDescription(
    /Not approved/,
  );
  // A key is for what is selected; where nothing is, for the driver that the details show.
  const dialog = page.getByRole('dialog', { name: 'Decline 1 driver?' });
  await page.keyboard.press('d');
  await expect(dialog).toContainText(other.name);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await selected.uncheck();
  await page.keyboard.press('p');
  const pause = details.getByRole('button', { name: 'Pause…' });
  await expect(pause).toBeFocused();
  await expect(pause).toHaveAccessibleDescription(/Not approved/);
  await page.keyboard.press('d');
  await expect(dialog).toContainText(first.name);
  await dialog.getByRole('button', { name: 'Decline 1 driver' }).click();
  await expect(resultsOn(page)).toContainText(results.confirmed);
  expect((await sentActions(tenant)).map(({ driverIds }) => driverIds)).toEqual([[first.id]]);
  await expect(details.getByRole('button', { name: 'Decline…' })).toHaveAccessibleDescription(
    'Already declined',
  );
  await expect(details.getByRole('button', { name: 'Approve this driver…' })).toBeEnabled();
});

test('details stand beside the list in a wide window, over its right part in others, and fill a narrow one', async ({
  page,
  tenant,
  watch,
}) => {
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  await signIn(page, tenant, 'driver.admin', pathOf(biggestProfileName));
  const drivers = driversOn(page);
  await drivers.getByRole('gridcell').nth(3).click();
  await expect(detailsOn(page)).toBeVisible();
  await expect(async () => {
    const { details, grid } = await boxesOn(page);
    expect(details.x, 'beside the list').toBeGreaterThanOrEqual(grid.x + grid.width - 1);
    expect(grid.width).toBeGreaterThanOrEqual(1_100);
    expect(details.y, 'beside the whole page').toBeLessThan(grid.y - 60);
  }).toPass();
  await watch.expectAccessible();

  for (const width of [1_440, 1_100]) {
    await page.setViewportSize({ width, height: 900 });
    // The columns fit the new width a frame later.
    await expect(async () => {
      const { details, grid, name } = await boxesOn(page);
      expect(Math.abs(details.y - grid.y), 'begins with the list').toBeLessThan(2);
      expect(details.x, 'the list keeps its columns').toBeLessThan(grid.x + grid.width);
      expect(name.x + name.width, 'the names stay in sight').toBeLessThanOrEqual(details.x);
    }).toPass();
    await page.getByRole('searchbox', { name: 'Search drivers' }).click({ trial: true });
    await page.getByRole('tab', { name: /^All/ }).click({ trial: true });
  }
  // A list begins high, and shows many rows.
  await page.setViewportSize({ width: 1_440, height: 900 });
  const firstRow = drivers.getByRole('row').nth(1);
  await expect.poll(async () => (await firstRow.boundingBox())?.y).toBeLessThanOrEqual(200);

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(async () => {
    const { details } = await boxesOn(page);
    expect([details.x, details.y, details.width, details.height]).toEqual([0, 48, 360, 692]);
  }).toPass();
});

test('columns are chosen in this browser, and reset; one that no longer exists is ignored', async ({
  page,
  tenant,
  watch,
}) => {
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const heads = driversOn(page).getByRole('columnheader');
  const header = (name: string) => driversOn(page).getByRole('columnheader', { name });
  await expect(header('Driver class')).toBeVisible();
  const designed = await heads.count();
  await page.getByRole('button', { name: 'Columns' }).click();
  const chooser = page.getByRole('group', { name: 'Columns' });
  await expect(chooser.getByRole('checkbox', { name: 'Driver name' })).toBeDisabled();
  await chooser.getByRole('checkbox', { name: 'Version' }).check();
  await watch.expectAccessible();
  await chooser.getByRole('checkbox', { name: 'Driver class' }).uncheck();
  await expect(header('Version')).toBeVisible();
  await expect(header('Driver class')).toHaveCount(0);

  await page.evaluate(() => {
    const key = 'actiondesk.columns.drivers';
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...kept, shown: { ...kept.shown, gone: true } }));
  });
  await page.reload();
  await expect(header('Version')).toBeVisible();
  await expect(header('Driver class')).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('button', { name: 'Reset columns and widths' }).click();
  await expect(header('Driver class')).toBeVisible();
  await expect(heads).toHaveCount(designed);
  expect(await page.evaluate(() => localStorage.getItem('actiondesk.columns.drivers'))).toBeNull();
});
