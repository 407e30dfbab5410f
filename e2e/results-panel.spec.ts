import type { Locator, Page } from '@playwright/test';
import { vanishingDriverName, withdrawnDriverName } from '../simulator/seeds/contoso-profiles.ts';
import { pilotRingName } from '../simulator/seeds/contoso-rings.ts';
import {
  decide,
  display,
  executeAction,
  hub,
  pen,
  resultsOn,
  searchFor,
  select,
  toggleResults,
  typeNumber,
} from './support/actions.ts';
import { driversOf, driversOn, openDialog, pathOf, unfold } from './support/drivers.ts';
import { signIn } from './support/sign-in.ts';
import { expect, problemOn, rowOf, test } from './support/test.ts';
import { names, results } from './support/words.ts';

// Every view of the panel is scanned where it shows.
test.use({ scan: false });

const chosen = [pen, hub, display, withdrawnDriverName, vanishingDriverName];

const gridIn = (panel: Locator) => panel.getByRole('grid', { name: names.resultGrid });
const toggleOf = (panel: Locator) => panel.getByRole('button', { name: names.results, exact: true });

/** As a person's first visit: nothing is known of how they want the results. */
async function forgetChoice(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.removeItem('actiondesk.results'));
  await page.reload();
  await expect(driversOn(page).getByRole('rowheader').first()).toBeVisible();
}

/** How many rows of a grid are in sight in full. */
function rowsInSight(grid: Locator): Promise<number> {
  return grid.evaluate((grid) => {
    const frame = grid.parentElement?.getBoundingClientRect();
    const head = grid.querySelector('[role=columnheader]')?.getBoundingClientRect();
    const rows = [...grid.querySelectorAll('[role=row]:has([role=rowheader])')];
    return rows.filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      const end = Math.min(frame?.bottom ?? 0, innerHeight);
      return top >= (head?.bottom ?? 0) - 1 && bottom <= end + 1;
    }).length;
  });
}

const heightOf = async (panel: Locator) => Math.round((await panel.boundingBox())?.height ?? 0);

test('results stay one line with live counts until a person opens them, are sized by keyboard, fill the page by one key, and come back as they were left', async ({
  page,
  tenant,
  watch,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await forgetChoice(page);
  const many = driversOf(pilotRingName).filter(({ status }) => status === 'needsReview').length;
  await page.getByRole('button', { name: `Select all ${many}`, exact: true }).click();
  const dialog = await openDialog(page, 'Approve');
  await typeNumber(dialog);
  await dialog.getByRole('button', { name: `Approve ${many} drivers` }).click();
  const panel = resultsOn(page);
  await expect(panel).toContainText(
    new RegExp(
      `Approve ${many} drivers in Pilot ring.*${many} drivers: 1 failed, 1 not found, ${many - 2} confirmed`,
    ),
  );
  await expect(toggleOf(panel)).toHaveAttribute('aria-expanded', 'false');
  expect(await heightOf(panel)).toBe(40);
  await watch.expectAccessible();

  await toggleResults(page);
  await expect(toggleOf(panel)).toBeFocused();
  await expect(toggleOf(panel)).toHaveAttribute('aria-expanded', 'true');
  // Both have room for rows, until a person says how much.
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await rowsInSight(gridIn(panel))).toBeGreaterThanOrEqual(5);
  expect(await rowsInSight(driversOn(page))).toBeGreaterThanOrEqual(6);
  const cut = await gridIn(panel)
    .locator('[role=columnheader], [role=rowheader], [role=gridcell]')
    .evaluateAll((cells) =>
      cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent),
    );
  expect(cut).toEqual([]);

  const edge = panel.getByRole('separator', { name: 'Height of the results' });
  const usual = await heightOf(panel);
  await edge.press('ArrowUp');
  await expect.poll(() => heightOf(panel)).toBe(usual + 36);
  await edge.press('Home');
  await expect.poll(() => heightOf(panel)).toBeLessThan(usual);
  await expect(edge).toHaveAttribute('aria-valuenow', (await edge.getAttribute('aria-valuemin')) ?? '');
  expect(await rowsInSight(gridIn(panel))).toBe(5);
  await edge.press('End');
  await expect.poll(() => heightOf(panel)).toBeGreaterThan(usual);
  const highest = await heightOf(panel);

  await driversOn(page).getByRole('columnheader').first().getByRole('checkbox').focus();
  await page.keyboard.press('?');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts.getByRole('region', { name: names.results })).toContainText('Full pageF');
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();
  await page.keyboard.press('f');
  await expect(panel.getByRole('button', { name: 'Leave full page' })).toBeVisible();
  await expect(toggleOf(panel)).toBeFocused();
  // What is covered can’t be reached.
  await expect(page.getByRole('main')).toHaveAttribute('inert');
  await watch.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main')).not.toHaveAttribute('inert');
  expect(await heightOf(panel)).toBe(highest);

  // A page about something else is not covered.
  const areas = page.getByRole('navigation', { name: 'Areas' });
  await areas.getByRole('link', { name: 'Settings' }).click();
  await expect(toggleOf(panel)).toHaveAttribute('aria-expanded', 'false');
  await areas.getByRole('link', { name: 'Driver profiles' }).click();
  await expect(toggleOf(panel)).toHaveAttribute('aria-expanded', 'true');
  expect(await heightOf(panel)).toBe(highest);
  await panel.getByRole('button', { name: 'Minimize' }).click();
  await expect(toggleOf(panel)).toBeFocused();
  await expect(gridIn(panel)).toBeHidden();
});

test('causes are one line each and open, the bar and its buttons filter, and five rows stay in sight beside three problems', async ({
  page,
  tenant,
  watch,
}) => {
  // As the window changes, the pointer comes to rest on a link whose page is read ahead, and isn't this person's.
  watch.declareStatus(403, 504);
  await page.setViewportSize({ width: 1280, height: 720 });
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  const panel = await decide(page, driversOn(page), 'Approve', chosen);
  await expect(rowOf(panel, pen)).toContainText(results.confirmed);
  await expect(rowOf(panel, vanishingDriverName)).toContainText(results.notFound);
  await expect(panel.getByRole('button', { name: 'Details: Intune gave no reason' })).toBeVisible();
  expect(await rowsInSight(gridIn(panel))).toBe(5);

  await panel.getByTitle(`${results.notFound} 1`).click();
  await expect(gridIn(panel).getByRole('rowheader')).toHaveCount(1);
  await expect(panel.getByRole('button', { name: `${results.notFound} 1`, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await panel.getByRole('button', { name: 'Show 1 failed' }).click();
  await expect(gridIn(panel).getByRole('rowheader')).toContainText(withdrawnDriverName);
  await panel.getByRole('button', { name: 'All 5' }).click();
  await expect(gridIn(panel).getByRole('rowheader')).toHaveCount(5);

  // Columns of an approval in one profile: the version beside the name, no profile, and what a retry would do.
  const heads = await gridIn(panel).getByRole('columnheader').allTextContents();
  expect(heads).toEqual(['Driver name', 'Result', 'Reason', 'Next step', 'Last tried']);
  await expect(rowOf(panel, withdrawnDriverName)).toContainText('Retry sends it again');
  await expect(rowOf(panel, withdrawnDriverName).getByRole('rowheader')).toContainText('2.4.1.0');

  const details = panel.getByRole('button', { name: 'Details: Intune gave no reason' });
  await details.click();
  await expect(details).toHaveAttribute('aria-expanded', 'true');
  expect(await rowsInSight(gridIn(panel))).toBe(5);
  await watch.expectAccessible();

  // A window magnified to 200 %: the results are a page, with five rows.
  await page.setViewportSize({ width: 640, height: 360 });
  await expect(toggleOf(panel)).toHaveAttribute('aria-expanded', 'false');
  await toggleResults(page);
  expect(await rowsInSight(gridIn(panel))).toBe(5);
  await watch.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(gridIn(panel)).toBeHidden();

  // A problem of a request is one line too, and its details have what support asks for.
  await page.setViewportSize({ width: 1280, height: 720 });
  await tenant.fault({ kind: 'serverError', status: 504, phase: 'after', match: executeAction });
  await searchFor(page, 'drivers', 'withdrawn');
  await select(driversOn(page), [withdrawnDriverName]);
  await page.getByRole('button', { name: 'Decline', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Decline 1 driver' }).click();
  const alert = problemOn(resultsOn(page), 'Microsoft Graph server error');
  await expect.poll(async () => (await alert.boundingBox())?.height).toBeLessThan(34);
  await alert.getByRole('button', { name: /^Details: / }).click();
  await expect(alert).toContainText('client-request-id');
});

test('the columns of a sync are those of profiles, and one row leaves the page its room', async ({
  page,
  tenant,
}) => {
  await signIn(page, tenant, 'driver.admin', pathOf(pilotRingName));
  await unfold(page);
  await page.getByRole('button', { name: 'Sync inventory' }).click();
  const grid = gridIn(resultsOn(page));
  await expect(grid.getByRole('columnheader')).toHaveText(['Profile', 'Result', 'Reason', 'Last tried']);
  const bottomOf = async (part: Locator) => {
    const box = await part.boundingBox();
    return (box?.y ?? 0) + (box?.height ?? 0);
  };
  await expect
    .poll(
      async () => (await bottomOf(resultsOn(page))) - (await bottomOf(grid.getByRole('rowheader').first())),
    )
    .toBeLessThan(24);
});
