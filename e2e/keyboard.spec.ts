import type { Page } from '@playwright/test';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import { hub, pen, resultsOn, sendingsOf } from './support/actions.ts';
import { driversOn } from './support/drivers.ts';
import { pressUntilFocused } from './support/keys.ts';
import { expect, rowOf, test } from './support/test.ts';
import { names, results } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

/** Focus that falls to the page is lost to whoever has no mouse. */
async function expectFocusKept(page: Page): Promise<void> {
  await expect(page.locator(':focus')).toHaveCount(1);
  await expect(page.locator('body')).not.toBeFocused();
}

test('[AX-4 AX-25 AX-36] the core task with the keyboard alone: sign in, open a profile, select two, approve, read outcomes', async ({
  page,
  tenant,
}) => {
  await page.goto(`${tenant.appUrl}/profiles`);
  const start = page.getByRole('button', { name: 'Sign in', exact: true });
  await expect(start).toBeVisible();
  await pressUntilFocused(page, 'Tab', start);
  await page.keyboard.press('Enter');
  const dana = page.getByRole('button', { name: /^Dana Driver/ });
  await expect(dana).toBeVisible();
  await pressUntilFocused(page, 'Tab', dana);
  await page.keyboard.press('Enter');

  const profiles = page.getByRole('grid', { name: 'Driver profiles' });
  await expect(rowOf(profiles, pilotRingName)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await pressUntilFocused(page, 'Tab', profiles);
  await pressUntilFocused(page, 'ArrowDown', rowOf(profiles, pilotRingName));
  await page.keyboard.press('Enter');

  const drivers = driversOn(page);
  await expect(rowOf(drivers, pen)).toBeVisible();
  await expectFocusKept(page);
  await pressUntilFocused(page, 'Tab', drivers);
  for (const name of [pen, hub]) {
    const row = rowOf(drivers, name);
    await pressUntilFocused(page, 'ArrowDown', row);
    await page.keyboard.press('Space');
    await expect(row.getByRole('checkbox')).toBeChecked();
  }
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await pressUntilFocused(page, 'Shift+Tab', approve);
  await page.keyboard.press('Enter');

  const dialog = page.getByRole('dialog', { name: 'Approve 2 drivers?' });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await pressUntilFocused(page, 'Tab', dialog.getByRole('button', { name: 'Approve 2 drivers' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(approve, 'focus is back where the dialog was opened').toBeFocused();

  const outcomes = resultsOn(page);
  await expect(outcomes).toContainText(`2 drivers: 2 ${results.confirmed.toLowerCase()}`);
  await expectFocusKept(page);
  await pressUntilFocused(page, 'Tab', outcomes.getByRole('button', { name: names.results, exact: true }));
  await page.keyboard.press('Enter');
  await expect(rowOf(outcomes, hub)).toContainText(results.confirmed);
  await expectFocusKept(page);
  await pressUntilFocused(page, 'Tab', outcomes.getByRole('grid', { name: names.resultGrid }));
  await pressUntilFocused(page, 'ArrowDown', rowOf(outcomes, hub));
  expect(await sendingsOf(tenant)).toMatchObject({ byTheApp: 1, effects: 2 });
  // What waits elsewhere is counted again, although only this profile is open.
  await expect(page.getByRole('link', { name: 'Driver profiles, 208 drivers to review' })).toBeVisible();
});

test('[U5 AX-12] Escape leaves the dialog and the details; the focus goes back to what opened them', async ({
  page,
  tenant,
}) => {
  await page.goto(`${tenant.appUrl}/profiles`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
  await page.getByRole('link', { name: pilotRingName }).click();
  const drivers = driversOn(page);
  const opener = rowOf(drivers, pen).getByRole('rowheader').getByRole('button');
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: pen })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();

  await page.keyboard.press('Space');
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await approve.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  // Enter by reflex, where the focus stands at first, decides nothing.
  await expect(dialog.getByRole('button', { name: 'Approve 1 driver' })).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect(resultsOn(page)).toBeHidden();
  if (await dialog.isHidden()) await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect((await sendingsOf(tenant)).arrived).toEqual([]);
  await expect(approve).toBeFocused();
  await expect(page.getByText('1 selected')).toBeVisible();
});
