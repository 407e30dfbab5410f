import { type Driver, driverText, makeDrivers } from './drivers.ts';

/** What a measured page offers. Everything else is found in its DOM, the same way for each grid. */
export interface GridUnderTest {
  readonly show: (rows: readonly Driver[]) => void;
  /** How many rows match on screen, as last committed. */
  readonly matching: () => number;
  /** The order its sort is expected to give for names. */
  readonly compare: (a: string, b: string) => number;
}

/** Frames of a scroll that moves a fixed way in each of them. */
export interface Frames {
  readonly fps: number;
  /** In per cent of the frames there should have been. */
  readonly dropped: number;
  readonly longest: number;
}

/** Measures, in ms from just before an event to just after the frame that shows its effect. */
export interface GridBench {
  readonly prepare: (rows: number) => void;
  readonly show: () => Promise<number>;
  readonly filter: (search: string) => Promise<number>;
  readonly sort: (label: string, key: keyof Driver, direction: 1 | -1) => Promise<number>;
  readonly selectAll: () => Promise<number>;
  readonly toggle: () => Promise<number>;
  /** Scrolls `step` px a frame for as many frames. */
  readonly scroll: (step: number, frames: number) => Promise<Frames>;
  /** Elements in the page. */
  readonly elements: () => number;
}

declare global {
  interface Window {
    gridBench: GridBench;
  }
}

const patience = 60_000;

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves in the task after the current frame has been painted. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });
}

async function timed(act: () => void, done: () => boolean): Promise<number> {
  await pause(60 + Math.random() * 16); // So that events do not all fall on the same point of a frame.
  const start = performance.now();
  act();
  do {
    await nextFrame();
    if (performance.now() - start > patience) throw new Error('The grid did not get there');
  } while (!done());
  await afterPaint();
  return performance.now() - start;
}

function found<T>(thing: T | null | undefined, name: string): T {
  if (thing === null || thing === undefined) throw new Error(`The page has no ${name}`);
  return thing;
}

function bodyRow(index: number): Element | undefined {
  return [...document.querySelectorAll('[role=row]')].filter(
    (row) => !row.querySelector('[role=columnheader]'),
  )[index];
}

function firstName(): string | null | undefined {
  return bodyRow(0)?.querySelectorAll('[role=gridcell], [role=rowheader], td')[1]?.textContent;
}

function rowBox(index: number): HTMLInputElement | null | undefined {
  return bodyRow(index)?.querySelector<HTMLInputElement>('input[type=checkbox]');
}

function headerButton(label: string): HTMLElement {
  const header = [...document.querySelectorAll('[role=columnheader]')].find(
    (one) => one.textContent === label,
  );
  return found(header?.querySelector<HTMLElement>('button, [role=button]'), `header ${label}`);
}

function scroller(): HTMLElement {
  let element = bodyRow(0)?.parentElement;
  while (element && !/auto|scroll/u.test(getComputedStyle(element).overflowY))
    element = element.parentElement;
  return found(element, 'scroller');
}

/** Types as React hears it: through the element's own setter, so that it sees a change. */
function type(text: string): void {
  const input = found(document.querySelector<HTMLInputElement>('input[type=search]'), 'search box');
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Makes a page measurable as `window.gridBench`. */
export function offerBench(grid: GridUnderTest): void {
  let rows: readonly Driver[] = [];
  let texts: readonly string[] = [];
  window.gridBench = {
    prepare: (count) => {
      rows = makeDrivers(count);
      texts = rows.map(driverText);
    },
    show: () =>
      timed(
        () => grid.show(rows),
        () => firstName() === rows[0]?.name,
      ),
    filter: (search) => {
      const hits = rows.filter((_, index) => texts[index]?.includes(search));
      return timed(
        () => type(search),
        () => grid.matching() === hits.length && (hits.length === 0 || firstName() === hits[0]?.name),
      );
    },
    sort: (label, key, direction) => {
      const compare = key === 'name' ? grid.compare : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
      const first = rows.reduce((best, row) =>
        direction * compare(String(row[key]), String(best[key])) < 0 ? row : best,
      );
      return timed(
        () => headerButton(label).click(),
        () => firstName() === first.name,
      );
    },
    selectAll: () =>
      timed(
        () =>
          found(document.querySelector<HTMLElement>('[role=row] input[type=checkbox]'), 'select all').click(),
        () => rowBox(0)?.checked === true,
      ),
    toggle: () => {
      const before = rowBox(2)?.checked;
      return timed(
        () => rowBox(2)?.click(),
        () => rowBox(2)?.checked !== before,
      );
    },
    scroll: async (step, frames) => {
      const element = scroller();
      element.scrollTop = 0;
      await pause(200);
      const stamps: number[] = [];
      for (let frame = 0; frame <= frames; frame++) {
        stamps.push(await nextFrame());
        element.scrollTop += step;
      }
      const gaps = stamps.slice(1).map((stamp, index) => stamp - (stamps[index] ?? stamp));
      const took = gaps.reduce((sum, gap) => sum + gap, 0);
      const missed = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1), 0);
      return {
        fps: (gaps.length / took) * 1000,
        dropped: (100 * missed) / (missed + gaps.length),
        longest: Math.max(...gaps),
      };
    },
    elements: () => document.querySelectorAll('*').length,
  };
}
