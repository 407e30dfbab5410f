import { emptyProfileName, pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { driversOf, driversOn, openDialog, openTab, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { driverStatuses } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const pilot = pathOf(pilotRingName);

test('[U3] the selection outlives filters, and the dialog says what they hide', async ({ page, tenant }) => {
  await signIn(page, tenant, 'driver.admin', `${pathOf(pilotRingName)}?tab=all&q=NVIDIA`);
  const drivers = driversOn(page);
  const nvidia = driversOf(pilotRingName).filter(({ name }) => name.startsWith('NVIDIA')).length;
  const realtek = driversOf(pilotRingName).filter(({ name }) => name.startsWith('Realtek')).length;
  await drivers.getByRole('checkbox', { name: `Select all ${nvidia} matching drivers` }).check();
  const selected = page.getByRole('group', { name: 'Selection' });
  await expect(selected.getByRole('status')).toHaveText(`All ${nvidia} selected`);

  await page.getByRole('searchbox', { name: 'Search drivers' }).fill('Realtek');
  await expect(selected.getByRole('status')).toHaveText(`${nvidia} selected, ${nvidia} hidden by filters`);
  await drivers.getByRole('checkbox', { name: `Select all ${realtek} matching drivers` }).check();
  await expect(selected.getByRole('status')).toHaveText(
    `All ${realtek} matching selected, and ${nvidia} hidden by filters`,
  );
  const dialog = await openDialog(page, 'Approve');
  await expect(
    dialog.getByRole('checkbox', { name: `Include ${nvidia} hidden by filters` }),
  ).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // Unselecting what matches leaves the hidden ones selected; Clear selection ends all of it.
  await drivers.getByRole('checkbox', { name: `Select all ${realtek} matching drivers` }).uncheck();
  await expect(selected.getByRole('status')).toHaveText(`${nvidia} selected, ${nvidia} hidden by filters`);
  // What another tab holds is said to be there, in the dialog too.
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await openTab(page, /^Needs review/);
  const elsewhere = driversOf(pilotRingName).filter(
    ({ name, status }) => name.startsWith('NVIDIA') && status !== 'needsReview',
  ).length;
  await expect(selected.getByRole('status')).toHaveText(`${nvidia} selected, ${elsewhere} on other tabs`);
  await openDialog(page, 'Approve');
  await expect(
    dialog.getByRole('checkbox', { name: `Include ${elsewhere} on other tabs` }),
  ).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Clear selection' }).click();
  await expect(selected.getByRole('status')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveAccessibleDescription(
    'Select drivers first',
  );
});

test('[AX-8] tab, filters, search and sort live in the address and survive a reload', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const all = driversOf(pilotRingName);
  await openTab(page, `All (${all.length})`);
  await page.getByRole('searchbox', { name: 'Search drivers' }).fill('Intel');
  await page.getByRole('search').getByRole('button', { name: 'Status' }).click();
  await page.getByRole('checkbox', { name: /^Needs review/ }).check();
  await page.getByRole('checkbox', { name: new RegExp(`^${driverStatuses.suspended}`) }).check();
  await page.keyboard.press('Escape');
  const drivers = driversOn(page);
  await drivers.getByRole('button', { name: 'Devices' }).click();
  await drivers.getByRole('button', { name: 'Devices' }).click();

  const matching = all.filter(
    ({ name, status }) => /intel/i.test(name) && ['needsReview', 'suspended'].includes(status),
  );
  const [widest] = [...matching].sort((a, b) => b.devices - a.devices);
  const expectShown = async () => {
    await expect(page.getByRole('search').getByRole('status')).toHaveText(
      `${matching.length} of ${all.length}`,
    );
    await expect(drivers.getByRole('checkbox')).toHaveCount(matching.length + 1);
    await expect(drivers.getByRole('columnheader', { name: 'Devices' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    // The one with most devices comes first.
    await expect(drivers.getByRole('row').nth(1)).toContainText(widest?.name ?? 'none');
    await expect(page.getByRole('tab', { name: /^All/ })).toHaveAttribute('aria-selected', 'true');
  };
  await expectShown();
  const address = page.url();
  for (const part of ['tab=all', 'q=Intel', 'needsReview', 'suspended', 'sort=-devices']) {
    expect(decodeURIComponent(address)).toContain(part);
  }
  await page.reload();
  await expectShown();
  expect(page.url()).toBe(address);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByRole('search').getByRole('status')).toHaveText(`${all.length}`);
});

test('a profile opens on what needs review, with its drivers by standing, and keeps the tab when none is left', async ({
  page,
  tenant,
}) => {
  const all = driversOf(pilotRingName);
  const count = (status: string) => all.filter((driver) => driver.status === status).length;
  await signIn(page, tenant, 'driver.admin', pilot);
  const waiting = count('needsReview');
  const tab = page.getByRole('tab', { name: `Needs review (${waiting})` });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tab', { name: `All (${all.length})` })).toBeVisible();
  await expect(page.getByRole('tab', { name: `Declined (${count('declined')})` })).toBeVisible();
  await expect(driversOn(page)).toHaveAttribute('aria-rowcount', `${waiting + 1}`);

  // All of one status in one click.
  await page.getByRole('button', { name: `Select all ${waiting}`, exact: true }).click();
  const selected = page.getByRole('group', { name: 'Selection' });
  await expect(selected.getByRole('status')).toHaveText(`All ${waiting} selected`);
  await expect(selected).toContainText(/at most \d+ devices/);
  const dialog = await openDialog(page, 'Decline');
  await dialog.getByRole('button', { name: `Decline ${waiting} drivers` }).click();
  await expect(page.getByRole('tab', { name: 'Needs review (0)' })).toHaveAttribute('aria-selected', 'true');

  // A profile without any opens on all of its drivers; links from before the tabs were statuses still lead there.
  await page.goto(`${tenant.appUrl}${pathOf(emptyProfileName)}`);
  await expect(page.getByRole('tab', { name: 'All (0)' })).toHaveAttribute('aria-selected', 'true');
  // A filter keeps its words when no driver of the status is left.
  const { needsReview, suspended } = driverStatuses;
  const filtered = '?tab=all&status=["needsReview","suspended"]';
  await page.goto(`${tenant.appUrl}${pathOf(emptyProfileName)}${filtered}`);
  await expect(
    page.getByRole('search').getByRole('button', { name: `Status: ${needsReview}, ${suspended}` }),
  ).toBeVisible();
  await page.goto(`${tenant.appUrl}${pilot}?tab=recommended`);
  await expect(page.getByRole('tab', { name: /^All/ })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('button', { name: 'Category: Recommended' })).toBeVisible();
});
