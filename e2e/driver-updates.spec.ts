import type { Page } from '@playwright/test';
import { refusedProfileName } from '../simulator/seeds/rings-profiles.ts';
import { chooseDate, resultsOn } from './support/actions.ts';
import { byDate, sentActions } from './support/drivers.ts';
import { driverIn, keepRingOrder, openMatrix, ringId, rings, updateRow } from './support/fleet.ts';
import { signIn } from './support/sign-in.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

test.use({ seed: 'rings' });

const wifi = 'Intel - net - Wi-Fi 7 BE200 320MHz, 23.110.0.5';
const conflicting = 'HP Inc. - Firmware - EliteBook 840 G11 System BIOS, 1.4.2.0';
const conflict = /Available in Broad, but available from .* in Pilot, needs review in Early\.$/;
const dock = 'DisplayLink Corp. - USB Display Adapter, 11.5.5963.0';
const shared =
  /needs review in Engineering\. The profiles share a group, and its devices get the driver through Docking stations\.$/;
async function setRings(page: Page): Promise<void> {
  await page
    .getByRole('search')
    .getByRole('button', { name: /^Rings/ })
    .click();
  for (const ring of rings) await page.getByRole('button', { name: `Make ${ring} the last ring` }).click();
  await expect(page.getByRole('list', { name: 'Rings in order' }).getByRole('listitem')).toHaveCount(3);
}

test('every driver stands once over all profiles; rings come first, and what contradicts their order is a conflict', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  await keepRingOrder(page);
  // Rows come before all profiles have: what isn't known yet is not shown for what isn't there.
  await tenant.fault({ kind: 'latency', ms: 60_000, match: { path: ringId('Broad') } });
  await page.goto(new URL('/driver-updates?q=EliteBook', page.url()).href);
  const matrix = page.getByRole('grid', { name: 'Driver updates' });
  await expect(page.getByText(/^\d+ driver updates so far in 12 profiles$/)).toBeVisible();
  await expect(
    page.getByText(/Loading 1 profile… Every number counts what has come so far\.$/),
  ).toBeVisible();
  await expect(matrix.getByRole('columnheader', { name: /^3 Broad Loading$/ })).toBeVisible();
  await expect(matrix.getByRole('columnheader', { name: '2 Early' })).toBeVisible();
  const row = updateRow(matrix, conflicting);
  await expect(row.getByRole('img', { name: 'Not loaded yet' })).toHaveCount(1);
  // Broad has what Pilot waits for: that is said once all of Broad is known.
  await expect(row.getByRole('img', { name: /^Conflict/ })).toHaveCount(0);
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 profile is still loading, and isn’t offered yet.')).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Early' })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Broad' })).toBeHidden();
  await page.keyboard.press('Escape');
  await row.getByRole('checkbox').uncheck();
  await page.evaluate(() => localStorage.removeItem('actiondesk.ringOrder'));
  await tenant.clearFaults();
  await openMatrix(page);
  await expect(page.getByText(`Couldn’t load ${refusedProfileName}.`)).toBeVisible();
  await expect(matrix.getByRole('columnheader', { name: /Loading/ })).toHaveCount(0);

  await setRings(page);
  await watch.expectAccessible();
  await page.getByRole('button', { name: 'Move Broad up' }).click();
  await expect(matrix.getByRole('columnheader', { name: /^2 Broad/ })).toBeVisible();
  await page.getByRole('button', { name: 'Move Broad down' }).click();
  await page.keyboard.press('Escape');
  await expect(matrix.getByRole('columnheader').nth(4)).toHaveAccessibleName(/^1 Pilot/);

  const conflicts = page.getByRole('search').getByRole('button', { name: /^Conflicts \d+$/ });
  await conflicts.click();
  await expect(page).toHaveURL(/conflict=/);
  await expect(row.getByRole('img', { name: conflict })).toHaveCount(3);
  // Of two profiles that are assigned to the same group, the one that approves decides.
  await expect(updateRow(matrix, dock).getByRole('img', { name: shared })).toHaveCount(2);
  // Waiting behind a ring that has it is a rollout on its way.
  await expect(updateRow(matrix, wifi)).toBeHidden();
});

test('the details of a driver tell its conflict, its versions and each profile, and lead there and back', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  await keepRingOrder(page);
  const matrix = await openMatrix(page);
  const conflicts = page.getByRole('search').getByRole('button', { name: /^Conflicts \d+$/ });
  await conflicts.click();
  // Who is assigned is read after the drivers: conflicts of shared groups come last.
  await expect(updateRow(matrix, dock).getByRole('img', { name: shared })).toHaveCount(2);
  const count = /\d+$/.exec((await conflicts.textContent()) ?? '')?.[0];
  const row = updateRow(matrix, conflicting);
  await row.getByRole('button').click();
  const details = page.getByRole('complementary');
  await expect(details).toContainText(
    /Available in Broad, but available from .* in Pilot, needs review in Early/,
  );
  await expect(details.getByRole('button', { name: 'Stop rollout' })).toBeVisible();
  // The version that looks latest was released first.
  const versions = details.getByRole('list', { name: 'Versions' }).getByRole('listitem');
  await expect(versions).toContainText([/^1\.4\.2\.0/, /^1\.3\.9\.0/, /^1\.10\.3\.0/]);
  await details.getByRole('link', { name: 'Early' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Early' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: /^HP Inc. - Firmware/ })).toBeVisible();

  // The order of rings is this browser's; what the address says is everybody's.
  await page.goBack();
  await expect(conflicts).toHaveAttribute('aria-pressed', 'true');
  await expect(row).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search driver updates' }).fill('latitude');
  await expect(page.getByText(/^0 of \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(updateRow(matrix, 'AMD - System - Platform Security Processor, 5.22.10.217')).toBeVisible();

  // The overview leads to what contradicts the order of rings.
  await page.getByRole('link', { name: 'Overview' }).click();
  const ringsPanel = page.getByRole('region', { name: 'Rings' });
  const named = conflicting.replace(',', '');
  await expect(ringsPanel.getByRole('listitem').filter({ hasText: named })).toContainText('Broad available');
  await expect(ringsPanel.getByRole('link', { name: `All ${count} conflicts` })).toBeVisible();
  await ringsPanel.getByRole('link', { name: named }).click();
  await expect(details).toContainText(/Available in Broad, but available from/);
});

test('cells are selected as in a spreadsheet, and a decision is about those in sight', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  await keepRingOrder(page);
  const matrix = await openMatrix(page, '?q=BE200');
  const earlier = 'Intel - net - Wi-Fi 7 BE200 320MHz, 23.100.0.4';
  // Before the rings stand the checkbox, the number to review and the release date.
  const cell = (label: string, ring: (typeof rings)[number]) =>
    updateRow(matrix, label)
      .getByRole('gridcell')
      .nth(3 + rings.indexOf(ring));
  const selection = page.getByRole('group', { name: 'Selection' });
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toHaveAccessibleDescription('Select driver updates first');

  await cell(wifi, 'Pilot').hover();
  await page.mouse.down();
  await cell(earlier, 'Early').hover();
  await cell(earlier, 'Broad').hover();
  await page.mouse.up();
  await expect(selection).toContainText('6 cells in 3 profiles: 2 need review, 4 approved');
  await expect(matrix.getByRole('gridcell', { selected: true })).toHaveCount(6);
  await expect(page.getByRole('complementary')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(selection).toBeHidden();

  // Shift and the arrows go on from the cell with the focus; other cells join by Ctrl, or by Space.
  await cell(wifi, 'Broad').click();
  await expect(selection).toContainText('1 cell in Broad: needs review');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(selection).toContainText('3 cells in 3 profiles: 1 needs review, 1 not listed, 1 not loaded');
  await cell(wifi, 'Early').click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(selection).toContainText('5 cells in 5 profiles: 2 need review, 1 approved');
  await expect(page.getByRole('status').filter({ hasText: /^5 cells in 5 profiles/ })).toHaveCount(1);
  await watch.expectAccessible();

  // They stay the same cells, and what is hidden is not sent.
  const box = page.getByRole('searchbox', { name: 'Search driver updates' });
  await box.fill('latitude');
  await expect(selection).toContainText('5 selected cells hidden');
  await expect(approve).toHaveAccessibleDescription('All selected cells are hidden');
  await box.fill('BE200');
  await expect(selection).toContainText('5 cells in 5 profiles');
  await approve.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('2 drivers in 2 profiles');
  const chosen = dialog.getByRole('group', { name: /^Profiles/ });
  await expect(chosen.getByRole('checkbox')).toHaveCount(3);
  await expect(chosen.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(chosen).toContainText('1 already approved');
  await expect(dialog).toContainText('2 of 5 selected cells are skipped: 1 not listed, 1 not loaded.');
  await dialog.getByRole('button', { name: 'Stage' }).click();
  await expect(page.getByRole('group', { name: 'Staged changes' })).toContainText('2 changes staged');
  await expect(selection).toBeHidden();
  await expect(cell(wifi, 'Early')).toContainText('staged: approve');
  await expect(cell(wifi, 'Broad')).toContainText('staged: approve');
  expect(await sentActions(tenant)).toEqual([]);

  // A double click opens the driver; a click beside the cells does, too.
  await cell(earlier, 'Pilot').dblclick();
  await expect(page.getByRole('complementary')).toContainText('23.100.0.4');
});

test('one decision approves a driver in several rings, each later than the one before, in one run', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'driver.admin', '/settings');
  const matrix = await openMatrix(page, '?q=BE200');
  await setRings(page);
  await page.keyboard.press('Escape');
  await updateRow(matrix, wifi).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Approve', exact: true }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Approve 1 driver update?');
  // Nothing is chosen for a person, and what is approved already is said.
  await expect(dialog.getByRole('group', { name: /^Profiles/ })).toContainText('1 already approved');
  const confirm = dialog.getByRole('button', { name: /^Approve/ });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('checkbox', { name: 'Early' }).check();
  await dialog.getByRole('checkbox', { name: 'Broad' }).check();
  await expect(dialog).toContainText('2 drivers in 2 profiles');
  const day = await chooseDate(dialog, '2027-03-24T06:00');
  const between = dialog.getByRole('textbox', { name: 'Days from one profile to the next' });
  // As Review begins with. A profile beside the rings comes with the last one, and counts for no wait.
  await expect(between).toHaveValue('7');
  await dialog.getByRole('checkbox', { name: 'Finance' }).check();
  await expect(dialog.getByRole('textbox', { name: 'Finance: days after Broad' })).toHaveValue('0');
  await expect(between).toHaveValue('7');
  await dialog.getByRole('checkbox', { name: 'Finance' }).uncheck();
  await between.fill('a week');
  await expect(dialog).toContainText('Enter a whole number of days');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await between.fill('7');
  await expect(day).not.toHaveValue('');
  await expect(dialog.getByRole('group', { name: /^Profiles/ })).toContainText('From 31 Mar 2027, 06:00');
  await watch.expectAccessible();
  await dialog.getByRole('button', { name: 'Approve 2 drivers' }).click();

  const outcomes = resultsOn(page);
  await expect(outcomes).toContainText(`Approve ${wifi.replace(',', '')} in 2 profiles`);
  await expect(outcomes.getByRole('button', { name: new RegExp(`^${results.confirmed}`) })).toContainText(
    '2',
  );
  // Clocks go forward between the two: six o'clock is another hour in UTC.
  expect(byDate(await sentActions(tenant))).toEqual([
    {
      actionName: 'approve',
      driverIds: [driverIn('Early', wifi)],
      deploymentDate: '2027-03-24T05:00:00.000Z',
    },
    {
      actionName: 'approve',
      driverIds: [driverIn('Broad', wifi)],
      deploymentDate: '2027-03-31T04:00:00.000Z',
    },
  ]);
  await expect(rowOf(matrix, 'BE200').first()).toContainText('24 Mar');
  await expect(rowOf(matrix, 'BE200').first()).toContainText('31 Mar');
  await expect(updateRow(matrix, wifi).getByRole('checkbox')).not.toBeChecked();

  // The next visit shows the last one until it has read the fleet, and nothing is decided on the strength of that.
  await tenant.fault({ kind: 'latency', ms: 4_000, match: { path: 'Inventories' } });
  await page.reload();
  await expect(page.getByText(/^As loaded .*Loading the current state…$/)).toBeVisible();
  await expect(updateRow(matrix, wifi)).toContainText('24 Mar');
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await expect(approve).toHaveAccessibleDescription(/still loading/);
  await tenant.clearFaults();
  await expect(page.getByText(/^As loaded/)).toBeHidden();
  await expect(approve).not.toHaveAccessibleDescription(/still loading/);
});
