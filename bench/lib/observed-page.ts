import type { Page } from '@playwright/test';
import { round } from './stats.ts';

/** What a page observes of itself, from its beginning. Times in ms since the navigation began. */
interface Observed {
  firstRow: number | null;
  /** The tasks that took over 50 ms: when they began, and how long they took. */
  tasks: { readonly start: number; readonly duration: number }[];
  /** How long each key took until the next paint, by the browser's event timing. */
  keys: Record<number, number>;
}

declare global {
  interface Window {
    observedPage: Observed;
  }
}

/** Runs in the page before its own scripts. @param row matches a row of data */
export function observe(row: string): void {
  const observed: Observed = { firstRow: null, tasks: [], keys: {} };
  window.observedPage = observed;
  const rows = new MutationObserver(() => {
    if (!document.querySelector(row)) return;
    observed.firstRow = performance.now();
    rows.disconnect();
  });
  rows.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { startTime: start, duration } of list.getEntries()) observed.tasks.push({ start, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries() as (PerformanceEventTiming & {
      interactionId: number;
    })[])
      if (interactionId) observed.keys[interactionId] = Math.max(observed.keys[interactionId] ?? 0, duration);
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
}

/** When the first request to this part of Graph left, in ms since the navigation began. @param part as in its address */
export function firstRequest(page: Page, part: string): Promise<number> {
  return page.evaluate(
    (within) =>
      Math.min(
        ...performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes(within))
          .map(({ startTime }) => startTime),
      ),
    `/beta/${part}/`,
  );
}

/** The share of frames that came late while a list scrolls, in percent. @param step pixels for each frame */
export async function lateFrames(page: Page, step: { x: number; y: number }): Promise<number> {
  const share = await page.evaluate(async ({ x, y }) => {
    const grid = document.querySelector('[role=grid]');
    let place = grid;
    while (place && place.scrollHeight <= place.clientHeight && place.scrollWidth <= place.clientWidth)
      place = place.firstElementChild;
    const list = place ?? grid;
    if (!list) throw new Error('Nothing scrolls');
    let last = await new Promise<number>(requestAnimationFrame);
    let late = 0;
    const frames = 120;
    for (let count = 0; count < frames; count += 1) {
      list.scrollBy(x, y);
      const now = await new Promise<number>(requestAnimationFrame);
      if (now - last > 25) late += 1;
      last = now;
    }
    return (late / frames) * 100;
  }, step);
  return round(share);
}
