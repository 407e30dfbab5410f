import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { pilotRingName } from '../../simulator/seeds/contoso-rings.ts';
import { createRandom } from '../../simulator/seeds/random.ts';
import { audio, outcomesOn, pen, select } from '../support/actions.ts';
import { pathOf } from '../support/drivers.ts';
import type { Tenant } from '../support/tenant.ts';
import { judge, signInAgain, tidyUp, untilAtRest } from './desk.ts';
import { readJournal } from './journal.ts';
import { report } from './tally.ts';
import { test } from './tenants.ts';

const crashes = Number(process.env.CHAOS_CRASHES ?? '50');
const action = { method: 'POST', path: 'executeAction' };

/** The distinct sendings of the app that have arrived. */
async function sendings(tenant: Tenant): Promise<number> {
  const { requests } = await tenant.log();
  return new Set(requests.filter(({ method }) => method === 'POST').map((entry) => entry.clientRequestId))
    .size;
}

/** Starts to approve two drivers, and stops looking at a random moment around the sending. */
async function beginApproval(page: Page, tenant: Tenant, round: number): Promise<void> {
  const random = createRandom(`crash ${round}`);
  await signInAgain(page, tenant, pathOf(pilotRingName));
  const drivers = page.getByRole('grid', { name: 'Drivers' });
  await select(drivers, [pen, audio]);
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  // Some answers come at once, some late, some never: before the effect or after it.
  await tenant.fault({ kind: 'latency', ms: random.int(0, 400), phase: 'before', match: action });
  await tenant.fault({ kind: 'latency', ms: random.int(0, 400), phase: 'after', match: action });
  await page.getByRole('button', { name: 'Approve 2 drivers' }).click();
  const moment = random.int(0, 600);
  await page
    .evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), moment)
    .catch(() => undefined);
}

/** Opens the app again, as a person would; nothing may be sent by that. */
async function comeBack(page: Page, tenant: Tenant): Promise<{ sentByItself: number }> {
  const before = await sendings(tenant);
  await page.clock.install();
  await signInAgain(page, tenant, pathOf(pilotRingName));
  await expect(page.getByRole('grid', { name: 'Drivers' })).toBeVisible();
  const begun = await readJournal(page);
  if (begun.length > 0) {
    await tenant.clearFaults();
    if (begun.some((run) => run.state !== 'done')) await expect(outcomesOn(page)).toBeVisible();
    await untilAtRest(page, tenant);
  }
  return { sentByItself: (await sendings(tenant)) - before };
}

async function judgeAfter(page: Page, tenant: Tenant, line: string, sentByItself: number) {
  await tenant.clearFaults();
  const runs = await readJournal(page);
  if (runs.length === 0) return judge(line, tenant, runs, 1);
  const tidied = await tidyUp(page, tenant);
  const judged = await judge(line, tenant, tidied.runs, 1 + tidied.started);
  return {
    ...judged,
    tally: { ...judged.tally, withoutGesture: judged.tally.withoutGesture + sentByItself },
  };
}

for (let round = 1; round <= crashes; round += 1) {
  test(`the tab crashes, ${round}`, async ({ context, page, tenant }, info) => {
    await beginApproval(page, tenant, round);
    const session = await context.newCDPSession(page);
    await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')]);
    await page.close();
    const next = await context.newPage();
    const { sentByItself } = await comeBack(next, tenant);
    const { tally, details } = await judgeAfter(next, tenant, 'the tab crashes', sentByItself);
    await report(info, tally, details);
  });

  test(`the browser is killed, ${round}`, async ({ tenant, launchOptions, contextOptions }, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'actiondesk-profile-'));
    const launch = (): Promise<BrowserContext> =>
      chromium.launchPersistentContext(folder, { ...launchOptions, ...contextOptions });
    try {
      const first = await launch();
      await beginApproval(first.pages()[0] ?? (await first.newPage()), tenant, 1_000 + round);
      const gone = first.waitForEvent('close');
      // Every process of this browser, at once: nobody has the time to write anything more.
      execFileSync('pkill', ['-KILL', '-f', folder]);
      await gone;
      const second = await launch();
      const page = second.pages()[0] ?? (await second.newPage());
      const { sentByItself } = await comeBack(page, tenant);
      const { tally, details } = await judgeAfter(page, tenant, 'the browser is killed', sentByItself);
      await second.close();
      await report(info, tally, details);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}
