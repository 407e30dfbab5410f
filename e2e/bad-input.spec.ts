import type { Locator, Page } from '@playwright/test';
import { arabicProfileName, unbrokenProfileName } from '../simulator/seeds/many.ts';
import { searchFor } from './support/actions.ts';
import { driversOn } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, test } from './support/test.ts';
import { texts } from './support/words.ts';

// Each scans what it shows, before it ends.
test.use({ scan: false });

const desktop = { width: 1_440, height: 900 };
const phone = { width: 360, height: 740 };
const tilesOn = (page: Page) => page.getByRole('list', { name: 'What needs you' });
const go = async (page: Page, area: string) =>
  page.getByRole('navigation', { name: 'Areas' }).getByRole('link', { name: area }).click();

/** The page as a whole never scrolls sideways, and no name reaches beyond the part of the page that holds it. */
async function expectWithinBounds(page: Page): Promise<void> {
  const namesBeyond = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const names = [...document.querySelectorAll('main :is(section, li, th, h1, [role=rowheader]) bdi')];
      const spilled = names.filter((name) => {
        // A version in a separate column is not drawn beside the name.
        if (name.getClientRects().length === 0) return false;
        const holder = name.closest('li, th, h1, [role=rowheader], section')?.getBoundingClientRect();
        const { left, right } = name.getBoundingClientRect();
        return holder && (left < holder.left - 1 || right > holder.right + 1);
      });
      return [scrollWidth - clientWidth, ...spilled.map(({ textContent }) => textContent.slice(0, 40))];
    });
  // Another size of the window draws the columns once more.
  await expect.poll(namesBeyond).toEqual([0]);
}

/** A name that is cut shows its beginning, in whichever direction it is written. */
async function expectBeginningInSight(name: Locator): Promise<void> {
  const isInSight = await name.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    if (!text) return false;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, 1);
    const [letter, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    return letter.left >= box.left - 1 && letter.right <= box.right + 1;
  });
  expect(isInSight).toBe(true);
}

test.describe('a tenant with 300 profiles', () => {
  test.use({ seed: 'many' });

  test('has an overview of a screen or two, and names of 200 characters are cut at their own end', async ({
    page,
    tenant,
    watch,
  }) => {
    await page.setViewportSize(desktop);
    await signIn(page, tenant, 'driver.admin', '/');
    await expect(tilesOn(page)).toContainText('of 300 profiles');
    await expect(tilesOn(page)).toContainText('Drivers to review600');
    const coverage = page.getByRole('region', { name: 'Coverage by profile' });
    await expect(coverage).toContainText('more profiles');
    await expect(coverage.getByRole('rowheader')).toHaveCount(12);
    const unsynced = page.getByRole('region', { name: 'Follow up' });
    for (const name of [unbrokenProfileName, arabicProfileName]) {
      const link = unsynced.getByRole('link', { name, exact: true });
      await expect(link).toBeVisible();
      await expectBeginningInSight(link.locator('bdi'));
    }
    await expectWithinBounds(page);
    await page.setViewportSize(phone);
    await expectWithinBounds(page);
    await watch.expectAccessible();

    await page.setViewportSize(desktop);
    await go(page, 'Driver profiles');
    const profiles = page.getByRole('grid', { name: 'Driver profiles' });
    await expect(profiles).toHaveAttribute('aria-rowcount', '301');
    for (const name of [unbrokenProfileName, arabicProfileName]) {
      await searchFor(page, 'profiles', name.slice(0, 5));
      await expect(profiles).toHaveAttribute('aria-rowcount', '2');
      const link = profiles.getByRole('link', { name, exact: true });
      await expectBeginningInSight(link.locator('bdi'));
      await expectWithinBounds(page);
      await link.click();
      const heading = page.getByRole('heading', { level: 1, name, exact: true });
      await expectBeginningInSight(heading.locator('bdi'));
      // The page below a long name stays where it is.
      await expect(driversOn(page).getByRole('rowheader').first()).toBeVisible();
      const firstRow = driversOn(page).getByRole('row').nth(1);
      await expect.poll(async () => (await firstRow.boundingBox())?.y).toBeLessThanOrEqual(200);
      await page.setViewportSize(phone);
      await expectWithinBounds(page);
      await page.setViewportSize(desktop);
      await page.goBack();
    }
  });
});

test('without any role, the overview says once what is missing for each area, and each page says it once', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'no.role', '/');
  const alert = page.getByRole('alert');
  await expect(alert).toHaveCount(1);
  await expect(alert).toContainText('You can’t see drivers or incident tasks');
  await expect(alert).toContainText('Intune Administrator');
  await expect(alert).toContainText('Security Reader');
  await expect(alert.getByRole('link', { name: 'Admin consent link' })).toHaveCount(2);
  await expect(alert).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Follow up' })).toContainText(
    'Not loaded: response actions, syncs',
  );
  await expect(page.getByRole('main')).not.toContainText('nothing is stuck');
  await watch.expectAccessible();

  await tilesOn(page).getByRole('link', { name: 'no permission' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Driver profiles');
  await expect(alert).toContainText(texts.accessDenied);
  await expect(alert).toHaveCount(1);
});

test('a role that the profiles need is asked for once, and not beside the commands as well', async ({
  page,
  tenant,
  watch,
}) => {
  watch.declareStatus(403);
  await signIn(page, tenant, 'soc.reader', '/profiles');
  await expect(problemOn(page, 'Intune Administrator')).toBeVisible();
  await expect(page.getByText('Your account may lack a role')).toHaveCount(0);
});
