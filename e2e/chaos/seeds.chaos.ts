import { expect, type Page } from '@playwright/test';
import { lightDefender, lightProfiles } from '../../simulator/seeds/light.ts';
import { resultsOn, typeNumber } from '../support/actions.ts';
import { driversOn } from '../support/drivers.ts';
import type { Tenant } from '../support/tenant.ts';
import { amountOf } from './amounts.ts';
import { signInAgain, tidyUp, untilAtRest } from './desk.ts';
import { judge, type Selected } from './judge.ts';
import { report } from './tally.ts';
import { test } from './tenants.ts';

const seeds = amountOf('CHAOS_SEEDS', 20);

/** Three actions in ten meet one of these. */
const ofBoth = [
  { kind: 'closeConnection', phase: 'after' },
  { kind: 'closeConnection', phase: 'before' },
  { kind: 'serverError', status: 504, phase: 'after' },
  { kind: 'serverError', status: 503, phase: 'before' },
  { kind: 'serverError', status: 502, html: true, phase: 'after' },
  { kind: 'html200', phase: 'before' },
  { kind: 'throttled', retryAfter: '2' },
  { kind: 'lateApply', ms: 25_000 },
] as const;
const ofDrivers = [...ofBoth, { kind: 'truncate' }, { kind: 'omitIds', count: 7 }] as const;
const ofTasks = [...ofBoth, { kind: 'resetConnection' }, { kind: 'serverError', status: 500 }] as const;

const fewestDrivers = 500;
const [ring] = lightProfiles(Date.now());
const { tasks } = lightDefender(Date.now());

const rounds = [
  { verb: 'Approve', status: 'needsReview' },
  { verb: 'Pause', status: 'approved' },
] as const;

/** Selects all drivers in a status, and decides on them. */
async function decideOnAll(page: Page, tenant: Tenant, seed: number): Promise<readonly Selected[]> {
  const { verb, status } = rounds[Math.floor(seed / 4) % 2] ?? rounds[0];
  if (!ring) throw new Error('The light tenant has no profile');
  const targetId = ring.record.id;
  const query = `tab=all&status=${encodeURIComponent(JSON.stringify([status]))}`;
  await signInAgain(page, tenant, `/profiles/${targetId}?${query}`);
  // Pages come one after the other: what is selected before the last would not be all.
  await expect(page.getByRole('tab', { name: 'All (1,400)' })).toBeVisible();
  await driversOn(page)
    .getByRole('checkbox', { name: /^Select all/ })
    .click();
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await typeNumber(dialog);
  await switchOn(tenant, seed, ofDrivers, 'executeAction');
  await dialog.getByRole('button', { name: new RegExp(`^${verb} [\\d,]+ drivers`) }).click();
  const selected = ring.drivers.filter(({ record }) => record.approvalStatus === status);
  expect(selected.length).toBeGreaterThan(fewestDrivers);
  return selected.map(({ record: { id } }) => ({ kind: 'driverAction', targetId, itemId: id }));
}

/** Selects all tasks, and runs their actions. */
async function runAll(page: Page, tenant: Tenant, seed: number): Promise<readonly Selected[]> {
  await signInAgain(page, tenant, '/incident-tasks', 'soc.operator');
  const grid = page.getByRole('grid', { name: 'Incident tasks' });
  // The heads of the columns, and the one incident above its tasks, are rows too.
  await expect(grid).toHaveAttribute('aria-rowcount', `${tasks.length + 2}`);
  await grid.getByRole('checkbox', { name: /^Select all/ }).click();
  await page.getByRole('button', { name: 'Run action', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await typeNumber(dialog);
  await tenant.fault({ kind: 'acceptTwice' });
  await switchOn(tenant, seed, ofTasks, 'executeResponseAction');
  await dialog.getByRole('button', { name: `Run ${tasks.length} actions` }).click();
  return tasks.map(({ record: { id } }) => ({ kind: 'responseAction', targetId: id, itemId: id }));
}

async function switchOn(
  tenant: Tenant,
  seed: number,
  faults: readonly object[],
  path: string,
): Promise<void> {
  const match = { method: 'POST', path };
  for (const [index, fault] of faults.entries()) {
    await tenant.fault({ ...fault, chance: 0.03, seed: seed * 100 + index, match });
  }
  await tenant.fault({ kind: 'closeConnection', chance: 0.03, seed, match: { method: 'GET' } });
}

for (let seed = 1; seed <= seeds; seed += 1) {
  const isOfTasks = seed % 4 === 0;
  const what = isOfTasks ? `${tasks.length} tasks` : `more than ${fewestDrivers} drivers`;
  test.describe(() => {
    const protocol = (isOfTasks ? seed / 4 : seed) % 2 === 1 ? 'HTTP/1.1' : 'HTTP/2';
    test.use({ protocol });
    test(`[N23] seed ${seed}: a run of ${what}, of which three requests in ten fail`, async ({
      page,
      light: tenant,
    }, info) => {
      test.setTimeout(600_000);
      await page.clock.install();
      const selected = await (isOfTasks ? runAll : decideOnAll)(page, tenant, seed);
      await expect(resultsOn(page)).toBeVisible();
      await untilAtRest(page, tenant);
      await tenant.clearFaults();
      const { runs, started } = await tidyUp(page, tenant);
      const line = `random runs of ${isOfTasks ? 'tasks' : 'drivers'}, ${protocol}`;
      const { tally, details } = await judge(tenant, { line, runs, clicks: 1 + started, selected, page });
      const { requests } = await tenant.log();
      const faultsMet = requests.filter(({ fault }) => fault !== null).length;
      await report(info, { ...tally, faultsMet }, details);
    });
  });
}
