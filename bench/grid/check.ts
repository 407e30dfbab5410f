import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from '../lib/browser.ts';
import { buildSite } from '../lib/built-site.ts';

// Walks the grid by keyboard and scans its states with axe, in a real browser. Prints what is wrong.
//   npx tsx bench/grid/check.ts

/**
 * What is pressed (or, after a colon, clicked without moving the focus), where focus then is as `line/column`
 * (the header is line -1, the checkboxes are column 1), and how the line of facts then reads.
 */
type Step = readonly [act: string, place: string, facts?: RegExp];

/** 1,000 drivers, two of which are selected; 3 in 4 may be. */
const steps: readonly Step[] = [
  ['Tab', '0/2'],
  ['Shift+Tab', 'outside'],
  ['Tab', '0/2'],
  ['ArrowRight', '0/3'],
  ['End', '0/9'],
  ['ArrowRight', '0/9'],
  ['Home', '0/1'],
  ['ArrowLeft', '0/1'],
  ['ArrowDown', '1/1'],
  ['Space', '1/1', /^3 selected/],
  ['Space', '1/1', /^2 selected/],
  ['ArrowRight', '1/2'],
  ['Enter', '1/2', /driver-00000001-\S+ open/],
  ['ArrowRight', '1/3'],
  ['ArrowDown', '2/3'],
  ['Enter', '2/3', /driver-00000002-\S+ open/],
  ['Space', '2/3', /^1 selected/],
  ['ArrowDown', '3/3'],
  ['ArrowDown', '4/3'],
  ['Space', '4/3', /^1 selected/], // May not be selected.
  ['ArrowDown', '5/3'],
  ['ArrowDown', '6/3'],
  ['Shift+Space', '6/3', /^3 selected/],
  ['PageDown', '20/3'],
  ['PageUp', '6/3'],
  ['Control+End', '999/9'],
  ['ArrowDown', '999/9'],
  ['PageUp', '985/9'],
  ['Control+Home', '0/1'],
  ['ArrowUp', '-1/1'],
  ['ArrowUp', '-1/1'],
  ['ArrowRight', '-1/2'],
  ['Enter', '-1/2'],
  ['Alt+Shift+ArrowRight', '-1/2'],
  ['ArrowDown', '0/2'],
  ['ArrowDown', '1/2'],
  [':Drop the first', '1/2'],
  ['Control+a', '1/2', /^7\d\d selected/],
  ['Control+Home', '0/1'],
  ['ArrowUp', '-1/1'],
  ['Space', '-1/1', /^[01] selected/],
  ['ArrowDown', '0/1'],
  ['ArrowRight', '0/2'],
  [':Drop all', '-1/2'],
  [':Bring all back', '-1/2'],
  ['ArrowDown', '0/2'],
  ['Control+End', '999/9'],
  ['Tab', 'outside'],
  ['Shift+Tab', '999/9'],
];

function whereFocusIs(page: Page): Promise<string> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest('[aria-colindex]');
    const line = Number(cell?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
    return cell ? `${line}/${cell.getAttribute('aria-colindex')}` : 'outside';
  });
}

/** Whether the focused cell can be seen whole: inside of the scroller and, in the body, below the header. */
function isFocusInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const cell = document.activeElement?.closest('[aria-colindex]');
    const header = document.querySelector('[role=grid] > [role=rowgroup]')?.getBoundingClientRect();
    const around = document.querySelector('[role=grid]')?.parentElement?.getBoundingClientRect();
    if (!cell || !header || !around) return true;
    const box = cell.getBoundingClientRect();
    const top = header.top === box.top ? around.top : header.bottom;
    return box.top >= top - 1 && box.bottom <= around.bottom + 1 && box.right > around.left;
  });
}

async function walk(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  await page.getByRole('button', { name: 'Bring all back' }).focus();
  for (const [at, [act, place, facts]] of steps.entries()) {
    if (act.startsWith(':')) {
      await page
        .getByRole('button', { name: act.slice(1) })
        .evaluate((button: HTMLElement) => button.click());
    } else await page.keyboard.press(act);
    const is = await whereFocusIs(page);
    const line = `Step ${at + 1}, ${act}`;
    if (is !== place) wrong.push(`${line}: focus at ${is}, not ${place}`);
    if (!(await isFocusInSight(page))) wrong.push(`${line}: focus out of sight`);
    const read = (await page.locator('output').textContent()) ?? '';
    if (facts && !facts.test(read)) wrong.push(`${line}: ${read}`);
  }
  // Scrolled far away, the row with the focus stays, and so do the true counts.
  await page.getByRole('grid').hover();
  await page.mouse.wheel(0, -40_000);
  await page.locator('[aria-rowindex="3"]').waitFor();
  if ((await whereFocusIs(page)) !== '999/9') wrong.push('Scrolling away took the focus');
  if ((await page.getByRole('grid').getAttribute('aria-rowcount')) !== '1001')
    wrong.push('Not the true row count');
  return wrong;
}

/** The controls of a cell are reached by Enter, passed by Tab, left by Escape; arrows mirror from right to left. */
async function walkInside(page: Page): Promise<readonly string[]> {
  await page.getByRole('button', { name: 'Bring all back' }).focus();
  const wrong: string[] = [];
  const expected = ['0/2', '0/3', 'One', 'Two', 'One', '0/3', '0/2'];
  for (const [at, key] of ['Tab', 'ArrowLeft', 'Enter', 'Tab', 'Tab', 'Escape', 'ArrowRight'].entries()) {
    await page.keyboard.press(key);
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.matches('button:not([data-cell-control])') ? activeElement.textContent : null;
    });
    const is = name ?? (await whereFocusIs(page));
    if (is !== expected[at]) wrong.push(`Inside, ${key}: ${is}, not ${expected[at]}`);
  }
  await page.keyboard.press('End');
  if ((await whereFocusIs(page)) !== '0/62') wrong.push('End does not reach the last of many columns');
  if (!(await isFocusInSight(page))) wrong.push('End: focus out of sight');
  return wrong;
}

/** By pointer: a range of checkboxes, an edge dragged and an edge double-clicked, and widths that a reload keeps. */
async function point(page: Page): Promise<readonly string[]> {
  const wrong: string[] = [];
  const boxes = page.locator('[role=gridcell] input[type=checkbox]');
  await boxes.nth(5).click();
  await boxes.nth(9).click({ modifiers: ['Shift'] });
  const facts = (await page.locator('output').textContent()) ?? '';
  // Two were selected before, and of these five two may not be.
  if (!facts.startsWith('5 selected')) wrong.push(`Shift and click: ${facts}`);
  const header = page.getByRole('columnheader', { name: 'Manufacturer' });
  const width = async () => (await header.boundingBox())?.width ?? 0;
  const edge = await header.locator('[data-resize]').boundingBox();
  if (!edge) return [...wrong, 'The header has no edge'];
  await page.mouse.move(edge.x + edge.width / 2, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 60, edge.y + 10, { steps: 4 });
  await page.mouse.up();
  if ((await width()) !== 240) wrong.push(`Dragged by 60 from 180: ${await width()}`);
  await page.reload();
  if ((await width()) !== 240) wrong.push(`After a reload: ${await width()}`);
  await header.locator('[data-resize]').dblclick();
  const fitted = await width();
  const cut = await page
    .locator('[role=gridcell][aria-colindex="4"]')
    .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
  if (fitted === 240 || cut > 0) wrong.push(`Fitted: ${fitted} wide, ${cut} cells cut`);
  await page.evaluate(() => localStorage.clear());
  return wrong;
}

async function scan(page: Page, state: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .include('[role=grid]')
    .analyze();
  return violations.map(({ id, nodes }) => `${state}: ${id} (${nodes.length}) ${nodes[0]?.html ?? ''}`);
}

const states = ['', 'state=grouped', 'state=wide', 'state=loading', 'state=busy', 'rows=0', 'dir=rtl'];
/** What a browser's own bars leave of a screen of 1920 by 1080. */
const fullScreen = { width: 1920, height: 960 };

async function checkAll(browser: Browser, origin: string): Promise<readonly string[]> {
  const wrong: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1400, height: 600 } });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(`${origin}/look.html`);
  wrong.push(...(await walk(page)));
  await page.goto(`${origin}/look.html`);
  wrong.push(...(await point(page)));
  await page.goto(`${origin}/look.html?state=wide&dir=rtl`);
  wrong.push(...(await walkInside(page)));
  for (const theme of ['light', 'dark']) {
    for (const state of states) {
      await page.setViewportSize(fullScreen);
      await page.goto(`${origin}/look.html?theme=${theme}&${state}`);
      await page.getByRole('grid').waitFor();
      wrong.push(...(await scan(page, `${theme} ${state}`)));
      const elements = await page.evaluate(() => document.querySelectorAll('*').length);
      if (elements >= 800) wrong.push(`${state}: ${elements} elements`);
      await page.setViewportSize({ width: 320, height: 256 });
      wrong.push(...(await scan(page, `${theme} ${state} 320`)));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (sideways) wrong.push(`${state}: the page scrolls sideways at 320 px`);
    }
  }
  return wrong;
}

const site = await buildSite(import.meta.dirname, ['look.html']);
const browser = await launchBrowser();
try {
  const wrong = await checkAll(browser, site.origin);
  console.log(
    JSON.stringify({ check: 'grid', steps: steps.length, scans: states.length * 4, wrong }, null, 2),
  );
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await site.close();
}
