import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, type TestInfo } from '@playwright/test';
import { createRandom } from '../../simulator/seeds/random.ts';
import { resultsOn } from '../support/actions.ts';
import type { Tenant } from '../support/tenant.ts';
import { wholeBrowser } from '../support/whole-browser.ts';
import { amountOf } from './amounts.ts';
import { type Area, areas, begin } from './areas.ts';
import { tidyUp, untilAtRest } from './desk.ts';
import { readJournal } from './journal.ts';
import { judge } from './judge.ts';
import { untilArrived } from './run-case.ts';
import { report } from './tally.ts';
import { test } from './tenants.ts';

const crashes = amountOf('CHAOS_CRASHES', 50);

/** The distinct sendings of the app that have arrived. */
async function sendings(tenant: Tenant): Promise<number> {
  const { requests } = await tenant.log();
  return new Set(requests.filter(({ method }) => method === 'POST').map((entry) => entry.clientRequestId))
    .size;
}

/**
 * Starts an action, and stops looking in its middle: half of the time when the request has arrived and its answer is
 * held back, otherwise at a random moment around the sending.
 */
async function beginAction(page: Page, tenant: Tenant, area: Area, round: string, atReceipt: boolean) {
  const random = createRandom(`crash ${round}`);
  const match = area.action;
  await begin(page, tenant, area);
  // Some answers come at once, some late, some never: before the effect or after it.
  const early = { kind: 'latency', ms: random.int(0, 400), phase: 'before', match };
  const late = { kind: 'latency', ms: atReceipt ? 3_000 : random.int(0, 400), phase: 'after', match };
  for (const fault of [early, late]) await tenant.fault(fault);
  await area.act(page);
  if (atReceipt) await untilArrived(tenant);
  const moment = random.int(0, atReceipt ? 100 : 600);
  await page
    .evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), moment)
    .catch(() => undefined);
}

/** Opens the app again, as a person would; nothing may be sent by that. Then does what it offers, and judges. */
async function comeBack(page: Page, tenant: Tenant, area: Area, line: string, info: TestInfo): Promise<void> {
  const before = await sendings(tenant);
  await page.clock.install();
  await begin(page, tenant, area);
  await expect(page.getByRole('grid').first()).toBeVisible();
  await tenant.clearFaults();
  const begun = await readJournal(page);
  const unanswered = begun.some(({ steps }) =>
    steps.some(({ attempts }) => attempts.some(({ endedAt }) => endedAt === undefined)),
  );
  if (begun.length === 0) {
    // The crash came before anything was written: then nothing may have left either.
    const { tally, details } = await judge(tenant, {
      line,
      runs: [],
      clicks: 0,
      selected: [],
      neverArrives: true,
    });
    await report(info, { ...tally, items: area.selected.length, unanswered: 0 }, details);
    return;
  }
  const isLeft = begun.some(({ state }) => state !== 'done');
  if (isLeft) await expect(resultsOn(page)).toBeVisible();
  await untilAtRest(page, tenant);
  const sentByItself = (await sendings(tenant)) - before;
  const { runs, started } = await tidyUp(page, tenant);
  const { tally, details } = await judge(tenant, {
    line,
    runs,
    clicks: 1 + started,
    selected: area.selected,
    // A crash may fall between the record of a sending and its first byte.
    neverArrives: (await sendings(tenant)) === 0,
    ...(isLeft && { page }),
  });
  const withoutGesture = tally.withoutGesture + sentByItself;
  await report(info, { ...tally, withoutGesture, unanswered: unanswered ? 1 : 0 }, details);
}

/** The browser's own process: Chromium names it in its profile. The others end with it. */
function processOf(profile: string): number {
  const id = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
  if (!Number.isInteger(id) || id < 2) throw new Error(`No process is named in ${profile}`);
  return id;
}

for (let round = 1; round <= crashes; round += 1) {
  const area = round % 2 === 1 ? areas.drivers : areas.tasks;
  const name = round % 2 === 1 ? 'drivers' : 'tasks';
  const atReceipt = round % 4 === 1 || round % 4 === 2;

  test(`[B1] the tab crashes, ${round}`, async ({ context, page, tenant }, info) => {
    await beginAction(page, tenant, area, `${round}`, atReceipt);
    const session = await context.newCDPSession(page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);
    await page.close();
    await comeBack(await context.newPage(), tenant, area, `the tab crashes: ${name}`, info);
  });

  test(`[B2] the browser is killed, ${round}`, async ({ tenant, contextOptions }, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'actiondesk-profile-'));
    const launch = (): Promise<BrowserContext> =>
      chromium.launchPersistentContext(folder, { ...wholeBrowser, ...contextOptions });
    try {
      const first = await launch();
      const page = first.pages()[0] ?? (await first.newPage());
      await beginAction(page, tenant, area, `kill ${round}`, atReceipt);
      const gone = first.waitForEvent('close');
      process.kill(processOf(folder), 'SIGKILL');
      await gone;
      const second = await launch();
      const again = second.pages()[0] ?? (await second.newPage());
      await comeBack(again, tenant, area, `the browser is killed: ${name}`, info);
      await second.close();
    } finally {
      // Processes of the browser that was killed may write into it for a while.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    }
  });
}
