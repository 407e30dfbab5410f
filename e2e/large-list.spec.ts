import type { Locator, Page } from '@playwright/test';
import { largeProfiles } from '../simulator/seeds/large.ts';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const profiles = largeProfiles(Date.now());
const biggest = profiles.at(-1);
const path = (profile: (typeof profiles)[number] | undefined) => `/profiles/${profile?.record.id}?tab=all`;

test.use({ seed: 'large' });

/** The row indexes that the grid tells, in the order of the rows. */
function rowIndexes(grid: Locator): Promise<number[]> {
  return grid
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))));
}

/** Megabytes that the page's own objects take, after what is gone was collected. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}

test('[G25 AX-5] five thousand drivers: the first can be used while the rest is read, and memory stays small', async ({
  page,
  tenant,
}) => {
  const total = biggest?.drivers.length ?? 0;
  expect(total).toBe(5_000);
  await signIn(page, tenant, 'driver.admin', '/settings');
  // All pages but the first are slow.
  await tenant.fault({ kind: 'latency', ms: 400, skip: 1, match: { path: 'driverInventories' } });
  await page.goto(`${tenant.appUrl}${path(biggest)}`);
  const grid = page.getByRole('grid', { name: 'Drivers' });
  await grid.getByRole('checkbox').nth(1).check();
  await expect(page.getByText(texts.loading)).toBeVisible();
  await tenant.clearFaults();
  await expect(page.getByRole('tab', { name: 'All (5,000)' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(texts.loading)).toHaveCount(0);
  await expect(page.getByText('1 selected')).toBeVisible();

  // True counts, although few rows are drawn.
  await expect(grid).toHaveAttribute('aria-rowcount', '5001');
  expect(await grid.getByRole('row').count()).toBeLessThan(80);
  await grid.getByRole('rowheader').first().getByRole('button').focus();
  await page.keyboard.press('Control+End');
  await expect(grid.locator('[aria-rowindex="5001"]')).toBeVisible();
  // The line with the focus is drawn at once, and those around it when the list has been scrolled there.
  await expect(async () => {
    const indexes = await rowIndexes(grid);
    expect(indexes[0]).toBe(1);
    expect(indexes.at(-1)).toBe(5_001);
    expect(indexes.slice(1)).toEqual(indexes.slice(1).map((_, place) => (indexes[1] ?? 0) + place));
  }).toPass();

  await page.getByRole('searchbox', { name: 'Search drivers' }).fill('dock');
  const docks = biggest?.drivers.filter(({ record }) => /dock/i.test(record.name ?? '')).length ?? 0;
  await expect(grid).toHaveAttribute('aria-rowcount', `${docks + 1}`);
  expect(await heapOf(page)).toBeLessThan(100);
});
