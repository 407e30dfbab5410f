import type { Locator, Page } from '@playwright/test';
import { resultsOn } from './support/actions.ts';
import { sentActions } from './support/drivers.ts';
import { keepRingOrder } from './support/fleet.ts';
import { signIn } from './support/sign-in.ts';
import type { Tenant } from './support/tenant.ts';
import { expect, rowOf, test } from './support/test.ts';
import { results } from './support/words.ts';

test.use({ seed: 'rings' });

const day = 86_400_000;

async function signInWithRings(page: Page, tenant: Tenant): Promise<void> {
  await signIn(page, tenant, 'driver.admin', '/settings');
  await keepRingOrder(page);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
}

/** The list, once all of it is here. */
async function inboxOn(page: Page): Promise<Locator> {
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
  await expect(page.getByText('Updated just now')).toBeVisible();
  await expect(page.getByText(/^\d+ driver updates still to decide in 12 profiles$/)).toBeVisible();
  return page.getByRole('grid', { name: 'Drivers to review' });
}

/** The driver update that is open. */
const itemOn = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

test('the inbox is worked off by keyboard: approve, decline, stage, undo, park; the next one opens by itself', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signInWithRings(page, tenant);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  const inbox = await inboxOn(page);
  const item = itemOn(page);
  const rings = page.getByRole('list', { name: 'Rings' });
  const others = page.getByRole('list', { name: 'Other profiles' });
  const tick = async (name: string) => {
    await others.getByRole('checkbox', { name }).focus();
    await page.keyboard.press('Space');
    await expect(others.getByRole('checkbox', { name })).toBeChecked();
  };
  const waitAfter = (ring: string) => rings.getByRole('textbox', { name: new RegExp(`days after ${ring}$`) });

  // What waits longest stands first, and is open.
  await expect(item).toHaveText(/27 inch hub monitor/);
  await expect(page.getByText('0 of 30 reviewed')).toBeVisible();
  await page.keyboard.press('j');
  await expect(item).toHaveText(/Latitude 5450 System BIOS 1\.14\.1/);
  // A decision is for the rings; profiles beside them take part where a person ticks them.
  for (const name of ['Pilot', 'Early', 'Broad'])
    await expect(rings.getByRole('checkbox', { name })).toBeChecked();
  for (const name of ['Engineering', 'Executives', 'Finance'])
    await expect(others.getByRole('checkbox', { name })).not.toBeChecked();
  const between = page.getByRole('textbox', { name: 'days between rings' });
  await expect(between).toHaveValue('7');
  await between.fill('3, 7');
  await expect(waitAfter('Early')).toHaveValue('7');
  await page.keyboard.press('Tab');
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText('Approve 1 driver update?');
  // The number of a grave decision is typed without a search for its field.
  await expect(dialog.getByLabel('Type 3 to confirm')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const outcomes = resultsOn(page);
  await expect(outcomes.getByRole('button', { name: new RegExp(`^${results.confirmed}`) })).toContainText(
    '3',
  );
  // They are sent side by side, and arrive in any order.
  const sent = (await sentActions(tenant))
    .map(({ deploymentDate }) => Date.parse(deploymentDate ?? ''))
    .sort((a, b) => a - b);
  expect(sent.slice(1).map((date, place) => Math.round((date - (sent[place] ?? 0)) / day))).toEqual([3, 7]);

  await expect(item).toHaveText(/Latitude 5450 System BIOS 1\.13\.0/);
  // What speaks against an approval is said where it is confirmed.
  await page.keyboard.press('a');
  await expect(dialog).toContainText('1.13.0 is superseded: 1.14.1 is newer.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  // The first two rings have declined it: a later ring is named, and takes their place only where a person says so.
  await page.getByRole('radio', { name: 'Broad now' }).check();
  await tick('Finance');
  await page.keyboard.press('d');
  await dialog.getByRole('button', { name: 'Decline 2 drivers' }).press('Enter');
  await expect(page.getByText('1 of 30 reviewed')).toBeVisible();
  await expect(item).toHaveText(/USB Display Adapter/);

  // How long a ring waits is kept for the next decision; “now” was said of one driver.
  await expect(page.getByRole('radio', { name: 'From tomorrow' })).toBeChecked();
  await expect(waitAfter('Pilot')).toHaveValue('3');
  await expect(waitAfter('Early')).toHaveValue('7');
  // Staging sends nothing, and is undone as long as nothing is sent.
  await tick('Engineering');
  await page.keyboard.press('s');
  await expect(page.getByText('2 of 30 reviewed')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Staged changes' })).toContainText('4 changes staged');
  await expect(item).not.toHaveText(/USB Display Adapter/);
  await page.keyboard.press('z');
  await expect(item).toHaveText(/USB Display Adapter/);
  await expect(page.getByText('1 of 30 reviewed')).toBeVisible();
  // As it was left.
  await expect(others.getByRole('checkbox', { name: 'Engineering' })).toBeChecked();
  await page.keyboard.press('s');
  await expect(rowOf(inbox, 'USB Display Adapter')).toBeHidden();
  // Three approvals and two declines.
  await expect.poll(async () => (await sentActions(tenant)).length).toBe(5);

  await expect(item).toHaveText(/USB GbE Family Controller 1\.0\.14\.0/);
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: /^Tomorrow/ })).toBeFocused();
  await watch.expectAccessible();
  await page.keyboard.press('Enter');
  await expect(rowOf(inbox, '1.0.14.0')).toBeHidden();

  // What is staged and parked outlives the page.
  await page.reload();
  await inboxOn(page);
  await expect(page.getByText('2 of 29 reviewed')).toBeVisible();
  await page.getByRole('button', { name: 'Parked (1)' }).press('Enter');
  await expect(page.getByRole('list', { name: 'Parked drivers' })).toContainText('1.0.14.0');
  await page.getByRole('button', { name: /^Return Realtek/ }).press('Enter');
  await expect(page.getByText('2 of 30 reviewed')).toBeVisible();
  await expect(rowOf(inbox, '1.0.14.0')).toBeVisible();
  expect(await sentActions(tenant)).toHaveLength(5);

  // After a decision on another page, the inbox shows no number until the drivers are read again.
  await page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Driver profiles/ })
    .click();
  await page.getByRole('link', { name: 'Pilot', exact: true }).click();
  await page
    .getByRole('checkbox', { name: /^Select .*, needs review$/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await dialog.getByRole('button', { name: 'Decline 1 driver' }).click();
  await expect(page.getByRole('link', { name: 'Review', exact: true })).toBeVisible();
});

test('families, filters and superseded versions find what matters; a narrow window shows the list or the driver', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signInWithRings(page, tenant);
  await page.goto(new URL('/review', page.url()).href);
  const inbox = await inboxOn(page);
  const filters = page.getByRole('search');
  await expect(page.getByRole('link', { name: 'Review, 30 driver updates to review' })).toBeVisible();

  // What is open and hidden by the filters can't be decided by a key.
  await expect(itemOn(page)).toHaveText(/27 inch hub monitor/);
  await filters.getByRole('button', { name: /^Firmware \d+$/ }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Approve…' })).toHaveAttribute(
    'title',
    'The filters hide this driver. Choose one in the list',
  );
  await expect(inbox.getByRole('button', { name: /Latitude 5450 System BIOS/ })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  const superseded = rowOf(inbox, 'Superseded by 1.14.1');
  await expect(superseded).toContainText('55 d');
  await expect(superseded.getByRole('img', { name: /Declined in Pilot, Early/ })).toBeVisible();
  await superseded.click();
  await expect(page.getByRole('list', { name: 'Versions' }).getByRole('listitem').nth(1)).toContainText(
    /Superseded by 1\.14\.1.*Needs review in 2 profiles, declined in 4 profiles/,
  );
  const catalog = page.getByRole('link', { name: 'Microsoft Update Catalog' });
  await expect(catalog).toHaveAttribute(
    'href',
    /^https:\/\/www\.catalog\.update\.microsoft\.com\/Search\.aspx\?q=Dell/,
  );
  await expect(catalog).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(page.getByRole('link', { name: 'Dell support' })).toBeVisible();

  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await filters.getByRole('button', { name: /^Conflicts \d+$/ }).click();
  await expect(page).toHaveURL(/conflict=/);
  await rowOf(inbox, 'EliteBook 840 G11').click();
  await expect(page.getByText(/^Available in Broad, but/)).toBeVisible();
  // A pause is for rings that have it: what it offers instead is said before.
  const rings = page.getByRole('list', { name: 'Rings' });
  const pause = page.getByRole('button', { name: 'Pause…' });
  await expect(pause).toHaveAccessibleDescription(/Not approved in this profile/);
  await rings.getByRole('checkbox', { name: 'Broad' }).check();
  await expect(page.getByText(/^Devices in Broad are offered 1\.3\.9\.0 instead/)).toBeVisible();
  await expect(pause).not.toHaveAttribute('aria-disabled', 'true');
  await filters.getByRole('button', { name: 'Group by family' }).click();
  await expect(page).toHaveURL(/group=none/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Park…');
  await expect(page.getByRole('dialog')).not.toContainText('Select the row');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await expect(filters.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(inbox.locator(':focus')).toHaveCount(1);
  await watch.expectAccessible();

  await page.setViewportSize({ width: 800, height: 720 });
  await expect(inbox).toBeHidden();
  await expect(itemOn(page)).toHaveText(/EliteBook 840 G11/);
  await watch.expectAccessible();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(rowOf(inbox, 'EliteBook 840 G11')).toBeVisible();
  await rowOf(inbox, 'EliteBook 840 G11').click();
  await expect(itemOn(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rowOf(inbox, 'EliteBook 840 G11')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await rowOf(inbox, 'EliteBook 840 G11').click();
  await expect(itemOn(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Approve…' })).toBeInViewport();
});
