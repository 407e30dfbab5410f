import type { Locator, Page } from '@playwright/test';
import { largeProfiles } from '../simulator/seeds/large.ts';
import { resultsOn } from './support/actions.ts';
import { openDialog, sentActions } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, test } from './support/test.ts';
import { buttons, results, texts } from './support/words.ts';

// The views that these tests end with are scanned by others.
test.use({ scan: false });

const profiles = largeProfiles(Date.now());
const biggest = profiles.at(-1);
const first = profiles[0];
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

test('[U4 AX-9 AX-10] a run over a thousand drivers: its number is typed, and it is spoken of seldom, at its end in full', async ({
  page,
  tenant,
}) => {
  const approved = first?.drivers.filter(({ record }) => record.approvalStatus === 'approved').length ?? 0;
  expect(approved).toBeGreaterThan(1_000);
  const told = approved.toLocaleString('en-GB');
  await signIn(page, tenant, 'driver.admin', path(first));
  await page.getByRole('search').getByRole('button', { name: 'Status' }).click();
  // The same number as everywhere, in the same format.
  await page.getByRole('checkbox', { name: new RegExp(`^Approved\\s*${told}$`) }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: `Select all ${told} matching drivers` }).check();

  // Everything that a screen reader would be given from here on, by both ways.
  await page.evaluate(() => {
    const spoken: string[] = [];
    Reflect.set(window, 'spoken', spoken);
    // Where the browser has it, Fluent's announcements go through it, and into a region elsewhere.
    Reflect.set(Element.prototype, 'ariaNotify', (text: string) => spoken.push(text));
    const last = new Map<Element, string>();
    new MutationObserver(() => {
      for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
        const text = region.textContent;
        if (last.get(region) === text) continue;
        last.set(region, text);
        if (text !== '') spoken.push(text);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const dialog = await openDialog(page, buttons.pause);
  await dialog.getByLabel(`Type ${approved} to confirm`).fill(`${approved}`);
  await dialog.getByRole('button', { name: `${buttons.pause} ${told} drivers` }).click();
  const outcomes = resultsOn(page);
  await expect(outcomes.getByRole('button', { name: `${results.confirmed} ${told}` })).toBeVisible({
    timeout: 45_000,
  });
  const sent = await sentActions(tenant);
  expect(sent.map(({ driverIds }) => driverIds.length).reduce((sum, count) => sum + count)).toBe(approved);

  const spoken = await page.evaluate((): unknown => Reflect.get(window, 'spoken'));
  const ofTheRun = (Array.isArray(spoken) ? spoken.map(String) : []).filter((text) =>
    text.startsWith(buttons.pause),
  );
  expect(ofTheRun.length).toBeGreaterThanOrEqual(3);
  expect(ofTheRun.length).toBeLessThanOrEqual(12);
  expect(ofTheRun.at(-1)).toContain(`${told} ${results.confirmed.toLowerCase()}`);
});
