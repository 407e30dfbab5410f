import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { limits } from '../../src/graph/budget.ts';
import { launchBrowser } from '../lib/browser.ts';
import { describeMachine, describeVersions } from '../lib/machine.ts';
import { firstRequest, observe } from '../lib/observed-page.ts';
import { median, quantile, round } from '../lib/stats.ts';

// How fast the incident desk is, where each answer of Graph takes 150 ms: the workspace of the busiest of 9 incidents, the
// list of 300 incidents with 1,200 tasks, J and K on a processor slowed down four times; and with --isolations, how near
// a run of so many isolations comes to the limit of Defender while it follows them. That takes ten minutes for 211.
//   npm run bench:incidents -- [--starts 5] [--isolations 211]

const { values } = parseArgs({
  options: { starts: { type: 'string', default: '5' }, isolations: { type: 'string', default: '0' } },
});
const latency = 150;
const cpuSlowdown = 4;
/** The app and the simulator are a process of their own, beside the browser. */
const ports = { APP_PORT: '5321', SIM_PORT: '5322' };
const urlOf = (tenant: string) => `http://${tenant}.localhost:${ports.APP_PORT}`;

const listRow = 'ul[aria-label="Incidents"] > li';
/** The tasks stand by target once the alerts are here: then the workspace is whole. */
const task = 'section[aria-label="Tasks"] li';
const technique = 'section[aria-label="Context"] a[href*="attack.mitre.org"]';
/** Of Microsoft's own story: more tasks and devices than any other incident of the tenant. */
const busiest = '2972395';

await build({ logLevel: 'warn' });
const server = spawn(
  process.execPath,
  ['--import', 'tsx', fileURLToPath(new URL('../../scripts/start.ts', import.meta.url)), '--built'],
  { env: { ...process.env, ...ports }, stdio: ['ignore', 'pipe', 'inherit'] },
);
await once(server.stdout, 'data');
server.stdout.resume();
const browser = await launchBrowser();

/** A page of an analyst who is signed in, whose reads take as long as those of a tenant far away. */
async function open(tenant: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${urlOf(tenant)}/settings`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /^Sam Operator/ }).click();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await fetch(`http://localhost:${ports.SIM_PORT}/_sim/tenants/${tenant}/latency`, {
    method: 'PUT',
    body: JSON.stringify({ ms: latency }),
    headers: { 'Content-Type': 'application/json' },
  });
  return page;
}

/** From the first request for incidents to the last of what `parts` find, in round trips: the median of some starts. */
async function roundTrips(page: Page, path: string, parts: readonly string[]): Promise<number> {
  const times: number[] = [];
  for (let start = 0; start < Number(values.starts); start += 1) {
    await page.goto(path);
    for (const part of parts) await page.locator(part).first().waitFor();
    const shown = await page.evaluate(() => window.observedPage.firstRow ?? Number.NaN);
    times.push((shown - (await firstRequest(page, 'security'))) / latency);
  }
  return median(times);
}

/** How long J and K take until the next paint, in ms. */
async function stepTimes(page: Page): Promise<readonly number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.evaluate(() => {
    window.observedPage.keys = {};
  });
  for (const key of [...Array<string>(15).fill('j'), ...Array<string>(10).fill('k')]) {
    await page.keyboard.press(key);
    // Long enough for what one key draws, and for the browser to tell of the key.
    await page.waitForTimeout(600);
  }
  return Object.values((await page.evaluate(() => window.observedPage)).keys);
}

/** How long a run of isolations takes ÷ the time that the limit of Defender leaves for a read and a sending of each. */
async function isolationsOverLimit(page: Page, count: number): Promise<number> {
  const types = encodeURIComponent('["isolateDevice"]');
  await page.goto(`${urlOf('large')}/incident-tasks?type=${types}&group=none`);
  const grid = page.getByRole('grid', { name: 'Incident tasks' });
  await grid.getByRole('row').nth(2).waitFor();
  // What is still to come can't be selected.
  await page.getByText('Updated').first().waitFor();
  await grid.getByRole('checkbox', { name: /^Select all [\d,]+ matching/ }).check();
  await page.getByRole('button', { name: /^Run action/ }).click();
  const dialog = page.getByRole('dialog');
  // More than ten devices are never isolated without it.
  await dialog.getByRole('textbox', { name: /^Type/ }).fill(String(count));
  const begun = performance.now();
  await dialog.getByRole('button', { name: /^(Isolate|Run)/ }).click();
  // The simulator’s control is no Graph: asking each second takes nothing from the limit.
  while ((await isolationsSent()) < count) await page.waitForTimeout(1_000);
  const { limit, windowMs, kept } = limits.defender;
  return (performance.now() - begun) / (((2 * count) / (limit - kept)) * windowMs);
}

/** How many actions the simulator has started. */
async function isolationsSent(): Promise<number> {
  const response = await fetch(`http://localhost:${ports.SIM_PORT}/_sim/tenants/large/log`);
  const { effects } = (await response.json()) as { effects: readonly { readonly kind: string }[] };
  return effects.filter(({ kind }) => kind === 'responseAction').length;
}

try {
  const desk = await open('incidents');
  await desk.addInitScript(observe, technique);
  const workspace = await roundTrips(desk, `${urlOf('incidents')}/incidents/${busiest}`, [task, technique]);
  const large = await open('large');
  await large.addInitScript(observe, listRow);
  const firstRows = await roundTrips(large, `${urlOf('large')}/incidents`, [listRow]);
  const steps = await stepTimes(large);
  const isolations = Number(values.isolations);
  const budgets = [
    { name: 'workspace of the busiest incident ÷ two round trips', limit: 1.3, value: workspace / 2 },
    { name: 'first rows of 300 incidents, in round trips', limit: 1.5, value: firstRows },
    { name: 'J or K to paint, p95, ms', limit: 50, value: quantile(steps, 0.95) },
    ...(isolations > 0
      ? [
          {
            name: `${isolations} isolations ÷ the limit`,
            limit: 1.1,
            value: await isolationsOverLimit(await open('large'), isolations),
          },
        ]
      : []),
  ].map((budget) => ({ ...budget, value: round(budget.value, 2), met: budget.value <= budget.limit }));
  console.log(
    JSON.stringify(
      {
        bench: 'incidents',
        latency,
        cpuSlowdown,
        machine: describeMachine(),
        browser: browser.version(),
        versions: describeVersions(['react', 'vite']),
        stepsToPaintMs: { count: steps.length, p50: round(quantile(steps, 0.5)), worst: Math.max(...steps) },
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
