import { gzipSync } from 'node:zlib';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Site } from './sites.ts';

/** `slow` is a phone-class processor on a slow mobile network. */
export const conditions = {
  fast: null,
  slow: {
    cpuSlowdown: 4,
    network: {
      offline: false,
      /** Before each answer's first byte, in ms. */
      latency: 150,
      /** In bytes a second: 1.6 and 0.75 Mbit/s. */
      downloadThroughput: (1.6 * 1024 * 1024) / 8,
      uploadThroughput: (0.75 * 1024 * 1024) / 8,
    },
  },
} as const;

/** How long a page may take on a busy computer, in ms. */
const patience = 60_000;

export type Condition = keyof typeof conditions;

/** One start of a page. Times in ms from the navigation, sizes in bytes. */
export interface Sample {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** The first rows of data are on screen. */
  readonly ready: number;
  /** The sum, over the tasks begun before `ready`, of what each took beyond 50 ms. */
  readonly blocking: number;
  /** Script asked for before `ready`: over the wire with its headers, and its text as gzip makes it. */
  readonly scriptWire: number;
  readonly scriptGzip: number;
  /** Everything asked for before `ready`, the page included; CORS preflights are not among them. */
  readonly requests: number;
}

/** What the page itself observed; script names are URLs. */
interface Observed extends Omit<Sample, 'scriptGzip'> {
  readonly scripts: readonly string[];
}

declare global {
  interface Window {
    /** Set by {@link observeStart}. */
    observedStart: { ready: number; largestPaint: number; longTasks: { start: number; duration: number }[] };
  }
}

/**
 * Starts a page with an empty HTTP cache, in a tab that has been there once before: the app to sign in, as its session
 * lives in the tab, and the others likewise, so that the browser is as warm for each.
 */
export async function sampleStart(browser: Browser, site: Site, condition: Condition): Promise<Sample> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 800 } });
  try {
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    await page.goto(site.url);
    if (site.needsSignIn) await signIn(page);
    await page.locator(site.firstRow).first().waitFor();
    await page.goto('about:blank');
    await page.addInitScript(observeStart, site.firstRow);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.clearBrowserCache');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await applyCondition(session, condition);
    await page.goto(site.url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.observedStart.ready > 0, null, {
      timeout: patience,
      polling: 200,
    });
    // A larger paint or the entry of a long task may still come.
    await page.waitForTimeout(condition === 'slow' ? 1500 : 500);
    const { scripts, ...observed } = await page.evaluate(readObserved);
    return { ...observed, scriptGzip: await gzipSize(scripts) };
  } catch (error) {
    throw new Error(`${site.url} did not start under the condition ${condition}`, { cause: error });
  } finally {
    await context.close();
  }
}

async function applyCondition(session: CDPSession, condition: Condition): Promise<void> {
  const slow = conditions[condition];
  if (!slow) return;
  await session.send('Network.emulateNetworkConditions', slow.network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpuSlowdown });
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
}

/** Runs in the page before its own scripts. No inner function has a name: the compiler would call a helper for it. */
function observeStart(firstRow: string): void {
  const observed: Window['observedStart'] = { ready: 0, largestPaint: 0, longTasks: [] };
  window.observedStart = observed;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      observed.longTasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    observed.largestPaint = list.getEntries().at(-1)?.startTime ?? observed.largestPaint;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector(firstRow)?.textContent) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      // The message arrives once the frame that has the row is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        observed.ready = performance.now();
      };
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page after its start. */
function readObserved(): Observed {
  const { ready, largestPaint, longTasks } = window.observedStart;
  // The type of these entries is known by the name that they are asked for with.
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const before = resources.filter(({ startTime }) => startTime < ready);
  const scripts = before.filter(({ name }) => new URL(name).pathname.endsWith('.js'));
  return {
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    largestPaint,
    ready,
    blocking: longTasks
      .filter(({ start }) => start < ready)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    scriptWire: scripts.reduce((sum, { transferSize }) => sum + transferSize, 0),
    scripts: [...new Set(scripts.map(({ name }) => name))],
    requests: before.length + 1,
  };
}

async function gzipSize(scripts: readonly string[]): Promise<number> {
  const sizes = scripts.map(async (url) => gzipSync(await (await fetch(url)).text()).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
