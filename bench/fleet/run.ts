import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { collectedHeap, launchBrowser } from '../lib/browser.ts';
import { describeMachine, describeVersions } from '../lib/machine.ts';
import { firstRequest, lateFrames, observe } from '../lib/observed-page.ts';
import { quantile, round } from '../lib/stats.ts';
import { mergeTimes } from './merge.ts';

// How fast "Driver updates" is over 60 profiles of 1,500 drivers, where each answer of Graph takes 150 ms.
//   npm run bench:fleet

const latency = 150;
/** The app and the simulator are a process of their own, beside the browser. */
const ports = { APP_PORT: '5311', SIM_PORT: '5312' };
const url = `http://fleet.localhost:${ports.APP_PORT}`;
const control = `http://localhost:${ports.SIM_PORT}/_sim/tenants/fleet`;
const matrixRow = '[role=grid][aria-label="Driver updates"] [role=rowheader]';
const driverRow = '[role=grid][aria-label="Drivers"] [role=rowheader]';
/** A browser opens six connections on HTTP/1.1, and one is kept for settling. */
const readsAtOnce = 5;

await build({ logLevel: 'warn' });
const server = spawn(
  process.execPath,
  ['--import', 'tsx', fileURLToPath(new URL('../../scripts/start.ts', import.meta.url)), '--built'],
  { env: { ...process.env, ...ports }, stdio: ['ignore', 'pipe', 'inherit'] },
);
await once(server.stdout, 'data');
server.stdout.resume();
const browser = await launchBrowser();
try {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${url}/settings`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Dana Driver/ }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await fetch(`${control}/latency`, {
    method: 'PUT',
    body: JSON.stringify({ ms: latency }),
    headers: { 'Content-Type': 'application/json' },
  });
  await page.addInitScript(observe, `${matrixRow}, ${driverRow}`);

  // Everything is read: nothing is kept yet.
  const before = await readsOfDrivers();
  await page.goto(`${url}/driver-updates`);
  await page.getByText('Updated just now').waitFor({ timeout: 300_000 });
  const whole = await page.evaluate(() => performance.now());
  const asked = await firstRequest(page, 'deviceManagement');
  const read = await page.evaluate(() => window.observedPage);
  // What comes before the first request is the start of the app, which another bench measures.
  const loading = read.tasks.filter(({ start }) => start >= asked);
  const pages = (await readsOfDrivers()) - before;
  const session = await context.newCDPSession(page);
  const heap = await collectedHeap(session);

  await page.getByRole('searchbox', { name: 'Search driver updates' }).focus();
  await page.evaluate(() => {
    window.observedPage.keys = {};
  });
  for (const key of [...'firmware', ...Array<string>(8).fill('Backspace')]) {
    await page.keyboard.press(key);
    // Long enough for what one key draws, and for the browser to tell of the key.
    await page.waitForTimeout(300);
  }
  const keys = Object.values((await page.evaluate(() => window.observedPage)).keys);
  const scroll = {
    down: await lateFrames(page, { x: 0, y: 120 }),
    aside: await lateFrames(page, { x: 120, y: 0 }),
  };

  // The matrix from the last visit, before Graph answers again. A page tells of no end of writing the saved state.
  await page.waitForTimeout(2_000);
  await page.goto(`${url}/driver-updates`);
  await page.locator(matrixRow).first().waitFor();
  const { firstRow, tasks: keptTasks } = await page.evaluate(() => window.observedPage);
  const kept = firstRow ?? Number.NaN;
  const [profileId] = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /windowsDriverUpdateProfiles\/([^/]+)\/driverInventories/.exec(name)?.[1])
      .filter((id) => id !== undefined),
  );
  await page.goto(`${url}/profiles/${profileId}`);
  await page.locator(driverRow).first().waitFor();
  const ofOneProfile = (await page.evaluate(() => window.observedPage.firstRow)) ?? Number.NaN;

  const merge = mergeTimes();
  const budgets = [
    {
      name: 'first rows, in round trips',
      limit: 1.5,
      value: ((read.firstRow ?? Number.NaN) - asked) / latency,
    },
    { name: 'all cells ÷ the limit', limit: 1.3, value: (whole - asked) / ((pages / readsAtOnce) * latency) },
    { name: 'longest task while loading, ms', limit: 50, value: longest(loading) },
    { name: 'heap, MB', limit: 80, value: heap / 1_000_000 },
    { name: 'matrix from the last visit ÷ drivers page', limit: 1.2, value: kept / ofOneProfile },
    { name: 'late frames of a scroll down, %', limit: 0, value: scroll.down },
    { name: 'late frames of a scroll aside, %', limit: 0, value: scroll.aside },
    {
      name: 'merging 90,000 cells ÷ 9,000, for each cell',
      limit: 1.5,
      value: (merge[2]?.msPer1000 ?? Number.NaN) / (merge[1]?.msPer1000 ?? Number.NaN),
    },
  ].map((budget) => ({ ...budget, value: round(budget.value, 2), met: budget.value <= budget.limit }));
  console.log(
    JSON.stringify(
      {
        bench: 'fleet',
        latency,
        machine: describeMachine(),
        browser: browser.version(),
        versions: describeVersions(['react', 'vite']),
        pages,
        tasksOver50ms: loading.length,
        longestTaskBeforeMs: longest(read.tasks.filter(({ start }) => start < asked)),
        longestTaskOfKeptMs: longest(keptTasks),
        keyToPaintMs: {
          count: keys.length,
          p50: round(quantile(keys, 0.5)),
          p95: round(quantile(keys, 0.95)),
        },
        merge,
        budgets,
      },
      null,
      2,
    ),
  );
  if (budgets.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
}

/** In ms; 0 where no task took over 50. */
function longest(tasks: readonly { readonly duration: number }[]): number {
  return Math.max(0, ...tasks.map(({ duration }) => duration));
}

/** How many requests for drivers the simulator has got. */
async function readsOfDrivers(): Promise<number> {
  const answer = await fetch(`${control}/log`);
  const { requests } = (await answer.json()) as { requests: readonly { path: string; method: string }[] }; // our own simulator's
  return requests.filter(({ method, path }) => method === 'GET' && path.includes('/driverInventories'))
    .length;
}
