import type { BrowserContext, Locator, Page } from '@playwright/test';
import { launchBrowser } from '../lib/browser.ts';
import { describeMachine, describeVersions } from '../lib/machine.ts';
import { quantile, round } from '../lib/stats.ts';
import { buildDesk } from '../startup/sites.ts';

// How long the app takes from a key or a click to the next paint, on a processor slowed down four times, and how far the
// page shifts after its first rows: with the drivers of one profile, and with those of all profiles. Interaction to next
// paint as https://web.dev/articles/inp defines it, by the browser's own event timing, which counts in steps of 8 ms.
//   npm run bench:interaction

const cpuSlowdown = 4;
const limits = { interaction: 100, layoutShift: 0.02 };
/** The profile with the most drivers of the tenant contoso: 420. */
const profile = 'Production - Engineering';
/** The tenant of the simulator with the most profiles in the rows of **Driver updates**. */
const ringsTenant = 'rings';

interface Observed {
  /** The longest duration of each interaction's events, in ms, by their id. */
  interactions: Record<number, number>;
  /** When the first row of a grid was in the page, by the grid's name; in ms since the page was loaded. */
  firstRows: Record<string, number>;
  shifts: { at: number; value: number }[];
}

declare global {
  interface Window {
    /** Set by {@link observe}. */
    observed: Observed;
  }
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const observed: Observed = { interactions: {}, firstRows: {}, shifts: [] };
  window.observed = observed;
  new PerformanceObserver((list) => {
    // The type of these entries is known by the name that they are asked for with.
    for (const { interactionId, duration } of list.getEntries() as (PerformanceEventTiming & {
      interactionId: number;
    })[]) {
      if (!interactionId) continue;
      observed.interactions[interactionId] = Math.max(observed.interactions[interactionId] ?? 0, duration);
    }
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) observed.shifts.push({ at: entry.startTime, value: entry.value });
  }).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver(() => {
    for (const grid of document.querySelectorAll('[role="grid"]')) {
      const name = grid.ariaLabel ?? '';
      if (observed.firstRows[name] === undefined && grid.querySelector('[role="rowheader"]'))
        observed.firstRows[name] = performance.now();
    }
  }).observe(document, { childList: true, subtree: true });
}

/** A key at a time, each after the page has drawn the one before. */
async function type(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await settle(page);
  }
}

/** Long enough for what one interaction draws, and for its entry to be told. */
const settle = (page: Page) => page.waitForTimeout(400);

/** Where the pointer goes before it presses: a click of Playwright's own runs scripts of its in the page. */
async function click(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('There is nothing to click');
  await page.mouse.move(box.x + Math.min(box.width / 2, 60), box.y + box.height / 2);
  await settle(page);
  await page.mouse.down();
  await page.mouse.up();
  await settle(page);
}

type Scenario = (page: Page) => Promise<void>;

const search =
  (label: string, word: string): Scenario =>
  async (page) => {
    await page.getByRole('searchbox', { name: label }).focus();
    await type(page, [...word]);
    await type(page, Array<string>(word.length).fill('Backspace'));
  };

/** Opens a filter's list, chooses a value and gives it up. */
const choose =
  (label: string): Scenario =>
  async (page) => {
    await click(page, page.getByRole('search').getByRole('button', { name: label }));
    const value = page.getByRole('group', { name: label }).getByRole('checkbox').first();
    await click(page, value);
    await click(page, value);
    await type(page, ['Escape']);
  };

/** Opens one row after the other, by clicks and by a key, and closes the last one. */
const openRows =
  (name: string): Scenario =>
  async (page) => {
    const rows = page.getByRole('grid', { name, exact: true }).getByRole('rowheader');
    for (let index = 0; index < 6; index++) await click(page, rows.nth(index));
    await type(page, ['ArrowDown', 'Escape']);
  };

/** Moves the focus from cell to cell, and over a page of rows. */
const moveFocus =
  (name: string): Scenario =>
  async (page) => {
    const grid = page.getByRole('grid', { name, exact: true });
    await grid.getByRole('columnheader').nth(1).click();
    await type(page, [
      'ArrowDown',
      'ArrowRight',
      'ArrowRight',
      'ArrowDown',
      'ArrowLeft',
      'PageDown',
      'PageUp',
    ]);
  };

async function tabs(page: Page): Promise<void> {
  const all = page.getByRole('tab');
  const count = await all.count();
  for (let index = 0; index < count; index++) await click(page, all.nth(index));
  await click(page, all.first());
}

const palette: Scenario = (page) => type(page, ['Control+k', ...'intel', 'ArrowDown', 'Escape']);

interface Measured {
  readonly count: number;
  readonly median: number;
  readonly worst: number;
}

/** Plays scenarios in a page that shows a grid, and takes the times of their interactions. */
async function measure(
  context: BrowserContext,
  page: Page,
  grid: string,
  scenarios: Readonly<Record<string, Scenario>>,
): Promise<{ interactions: Record<string, Measured>; layoutShift: number }> {
  await page.getByRole('grid', { name: grid, exact: true }).getByRole('rowheader').first().waitFor();
  // All rows are there.
  await page
    .getByText(/^Updated /)
    .first()
    .waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  const interactions: Record<string, Measured> = {};
  for (const [name, play] of Object.entries(scenarios)) {
    await page.evaluate(() => {
      window.observed.interactions = {};
    });
    await play(page);
    const durations = Object.values(await page.evaluate(() => window.observed.interactions));
    interactions[name] = {
      count: durations.length,
      median: round(quantile(durations, 0.5)),
      // Of so few, the worst is the 98th percentile that the metric asks for.
      worst: Math.max(...durations),
    };
  }
  const layoutShift = await page.evaluate((name) => {
    const { firstRows, shifts } = window.observed;
    return shifts.filter(({ at }) => at > (firstRows[name] ?? 0)).reduce((sum, { value }) => sum + value, 0);
  }, grid);
  return { interactions, layoutShift: round(layoutShift, 4) };
}

/** Signs in on a new page of a context. */
async function signIn(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(observe);
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
  await page.getByRole('grid').getByRole('rowheader').first().waitFor();
  return page;
}

const machine = describeMachine();
const site = await buildDesk();
const browser = await launchBrowser();
try {
  const look = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const;
  const context = await browser.newContext(look);
  const page = await signIn(context, site.url);
  await page
    .getByRole('grid', { name: 'Driver profiles' })
    .getByRole('link', { name: profile })
    .first()
    .click();
  const drivers = await measure(context, page, 'Drivers', {
    filter: search('Search drivers', 'surface'),
    choice: choose('Manufacturer'),
    tab: tabs,
    openRow: openRows('Drivers'),
    palette,
  });
  await context.close();

  const fleetContext = await browser.newContext(look);
  const fleetUrl = new URL('/driver-updates', site.url);
  fleetUrl.hostname = `${ringsTenant}.localhost`;
  const fleetPage = await signIn(fleetContext, fleetUrl.href);
  const updates = await measure(fleetContext, fleetPage, 'Driver updates', {
    filter: search('Search driver updates', 'surface'),
    choice: choose('Manufacturer'),
    cell: moveFocus('Driver updates'),
    openRow: openRows('Driver updates'),
  });

  const pages = { drivers, updates };
  const budgets = Object.entries(pages).flatMap(([name, { interactions, layoutShift }]) =>
    [
      ...Object.entries(interactions).map(([kind, { worst }]) => ({
        name: `${name}, ${kind}: to the next paint, ms`,
        limit: limits.interaction,
        value: worst,
      })),
      { name: `${name}: layout shift after the first rows`, limit: limits.layoutShift, value: layoutShift },
    ].map((budget) => ({ ...budget, met: budget.value <= budget.limit })),
  );
  console.log(
    JSON.stringify(
      {
        bench: 'interaction',
        cpuSlowdown,
        machine,
        browser: browser.version(),
        versions: describeVersions(['react', 'vite', '@fluentui/react-components']),
        pages,
        budgets,
      },
      null,
      2,
    ),
  );
  if (budgets.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
