import type { Locator, Page } from '@playwright/test';
import { withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { decide, executeAction, hub, pen } from './support/actions.ts';
import { driversOn, pathOf } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, openProfile, rowOf, test } from './support/test.ts';

const pilot = pathOf(pilotRingName);
const searchOn = (page: Page) => page.getByRole('combobox', { name: 'Search and commands' });
const optionsOn = (page: Page) => page.getByRole('listbox', { name: 'Results of the search' });

/** The option that Enter would choose. */
async function expectActive(page: Page, name: RegExp): Promise<void> {
  const active = optionsOn(page).getByRole('option', { selected: true });
  await expect(active).toHaveAccessibleName(name);
  await expect(searchOn(page)).toHaveAttribute(
    'aria-activedescendant',
    (await active.getAttribute('id')) ?? '',
  );
}

test('the palette finds pages, profiles, drivers and commands by keyboard, says why a command is off, and remembers', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'driver.admin', pilot);
  const drivers = driversOn(page);
  await expect(rowOf(drivers, pen)).toBeVisible();
  const checkbox = rowOf(drivers, pen).getByRole('checkbox');
  await checkbox.focus();
  await page.keyboard.press('Control+k');
  await expect(searchOn(page)).toBeFocused();
  await expect(optionsOn(page).getByRole('group', { name: 'This page' })).toContainText('Sync inventory');

  // A command that is off is listed with its reason, and Enter only repeats it.
  await page.keyboard.type('approve');
  await expectActive(page, /^Approve Select drivers first/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Approve: Select drivers first');
  await watch.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(optionsOn(page)).toBeHidden();
  await expect(checkbox).toBeFocused();

  // A command of the page, once it can be used; its dialog gives the focus back.
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('aprove');
  await expectActive(page, /^Approve/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Approve 1 driver?' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(searchOn(page), 'no palette over a dialog').not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(checkbox).toBeFocused();

  // A driver, by words in any order, with its profile.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hub serial');
  const found = optionsOn(page).getByRole('group', { name: 'Drivers' }).getByRole('option').first();
  await expect(found).toContainText(pilotRingName);
  await expect(found.locator('mark').first()).toHaveText(/^Serial$/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: hub })).toBeFocused();

  // A page, from a page that has nothing selected; the arrows go round.
  await page.keyboard.press('Control+k');
  await page.keyboard.press('End');
  await expectActive(page, /^Sign out/);
  await page.keyboard.press('ArrowDown');
  await expectActive(page, new RegExp(`^${hub}`));
  await page.keyboard.type('histroy');
  await expectActive(page, /^History/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeFocused();

  // What was chosen comes first the next time, also after a reload; signing out forgets it.
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  await page.keyboard.press('Control+k');
  const recent = optionsOn(page).getByRole('group', { name: 'Recent' }).getByRole('option');
  await expect(recent.first()).toHaveAccessibleName(/^History/);
  await page.keyboard.type('sign out');
  await expectActive(page, /^Sign out/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('actiondesk.recents'))).toBeNull();
});

test('the palette finds profiles, incidents and tasks without a visit to their pages, and nothing for nonsense', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'global.admin', '/settings');
  await searchOn(page).click();
  await page.keyboard.type('pilot');
  const profiles = optionsOn(page).getByRole('group', { name: 'Driver profiles' });
  await expect(profiles.getByRole('option', { name: pilotRingName })).toBeVisible();
  await searchOn(page).fill('isolate 0231');
  const tasks = optionsOn(page).getByRole('group', { name: 'Incident tasks' });
  await expect(tasks.getByRole('option').first()).toContainText('FIN-LT-0231');
  // A device says whether it is isolated; the word finds only those that are.
  await searchOn(page).fill('FIN-LT-0231');
  const devices = optionsOn(page).getByRole('group', { name: 'Devices' });
  await expect(devices.getByRole('option').first()).toContainText('Not isolated by any task');
  await searchOn(page).fill('FIN-LT-0231 isolated');
  await expect(devices).toHaveCount(0);
  await searchOn(page).fill('FIN-LT-0231');
  const incidents = optionsOn(page).getByRole('group', { name: 'Incidents' });
  await expect(incidents.getByRole('option').first()).toContainText('FIN-LT-0231');
  await expect(optionsOn(page).getByRole('option', { name: /^Search incident tasks for/ })).toBeVisible();
  await searchOn(page).fill('xyzzyq');
  await expect(page.getByRole('banner').getByRole('status')).toHaveText('Nothing matches');
  await expect(searchOn(page)).toHaveAttribute('aria-expanded', 'false');
  await watch.expectAccessible();
  await searchOn(page).fill('dark theme');
  await expectActive(page, /^Dark theme/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('[AX-32] keys go to pages and commands and are listed; never in fields, and not at all when they are off', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'driver.admin', '/profiles');
  const profiles = page.getByRole('grid', { name: 'Driver profiles' });
  await expect(rowOf(profiles, pilotRingName)).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search profiles' })).toBeFocused();
  await page.keyboard.type('gs?Pilot');
  await expect(page.getByRole('searchbox', { name: 'Search profiles' })).toHaveValue('gs?Pilot');
  await expect(page.getByRole('heading', { level: 1, name: 'Driver profiles' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search profiles' }).fill('');
  await openProfile(page, pilotRingName);

  // A key opens what a command opens; of a command that is off, its button says why.
  await page.keyboard.press('d');
  const decline = page.getByRole('button', { name: 'Decline', exact: true });
  await expect(decline).toBeFocused();
  await expect(decline).toHaveAccessibleDescription(/Select drivers first/);
  const checkbox = rowOf(driversOn(page), pen).getByRole('checkbox');
  await checkbox.check();
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Decline 1 driver?' });
  await expect(dialog).toBeVisible();
  // In a dialog, keys are letters.
  await page.keyboard.press('?');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(checkbox).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByRole('region', { name: 'This page' })).toContainText('Decline');
  await expect(help.getByRole('region', { name: 'Go to' })).toContainText('History');
  await watch.expectAccessible();
  await help.getByRole('link', { name: 'Turn them off in Settings' }).click();
  await page.getByRole('group', { name: 'Single-letter shortcuts' }).getByLabel('Off').check();
  await page.keyboard.press('Tab');
  await page.keyboard.type('gh?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('group', { name: 'Single-letter shortcuts' }).getByLabel('On').check();
  await page.keyboard.type('gh');
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeFocused();
  const { requests } = await tenant.log();
  expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
});

/** The navigation as far as it is seen: names, or icons alone. */
async function widthOf(areas: Locator): Promise<number> {
  return (await areas.boundingBox())?.width ?? 0;
}

test('the navigation makes room by itself, a person’s choice wins, and a phone has a menu', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'driver.admin', '/profiles');
  const areas = page.getByRole('navigation', { name: 'Areas' });
  const toggle = page.getByRole('button', { name: 'Navigation', exact: true });
  await expect(areas.getByRole('link', { name: /^Driver profiles, \d+ drivers to review$/ })).toBeVisible();
  await expect.poll(() => widthOf(areas)).toBe(216);
  await page.setViewportSize({ width: 1000, height: 700 });
  await expect.poll(() => widthOf(areas)).toBe(48);
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await watch.expectAccessible();
  await toggle.click();
  await expect.poll(() => widthOf(areas)).toBe(216);
  await page.reload();
  await expect.poll(() => widthOf(areas)).toBe(216);

  await page.setViewportSize({ width: 360, height: 740 });
  await expect(areas).toBeHidden();
  await toggle.click();
  await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible();
  await watch.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(toggle).toBeFocused();
  await toggle.click();
  await areas.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const open = page.getByRole('button', { name: 'Search and commands' });
  await open.click();
  await expect(searchOn(page)).toBeFocused();
  await expect(optionsOn(page)).toBeVisible();
  await watch.expectAccessible();
  await page.getByRole('button', { name: 'Close search' }).click();
  await expect(open).toBeFocused();
});

test('[AX-3] a run that fails on another page is told there and in the title, until it is seen', async ({
  page,
  tenant,
  watch,
}) => {
  const action = executeAction;
  await tenant.fault({ kind: 'latency', ms: 6_000, phase: 'before', times: 1, match: action });
  await signIn(page, tenant, 'driver.admin', pilot);
  const outcomes = await decide(page, driversOn(page), 'Approve', [pen, withdrawnDriverName]);
  await expect(outcomes).toBeVisible();
  const chip = page.getByRole('banner').getByRole('button', { name: /^1 run, 0 of 2$/ });
  await expect(chip).toBeVisible();
  const toggle = outcomes.locator('[aria-expanded]').first();
  await toggle.click();
  await chip.click();
  await expect(toggle).toBeFocused();
  await expect(toggle).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('link', { name: 'Settings' }).click();
  const notice = page.getByRole('main').getByRole('status').filter({ hasText: 'Approve 2 drivers' });
  await expect(notice).toContainText('1 failed');
  await expect(page).toHaveTitle('(1) Settings - Actiondesk');
  await expect(chip).toBeHidden();
  await watch.expectAccessible();
  await page.getByRole('link', { name: 'Driver profiles' }).click();
  await expect(page).toHaveTitle('(1) Driver profiles - Actiondesk');
  await notice.getByRole('link', { name: 'See results' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Approve 2 drivers' })).toBeVisible();
  await expect(page).toHaveTitle(/^Approve 2 drivers/);
  await page.goBack();
  await expect(notice).toHaveCount(0);
});
