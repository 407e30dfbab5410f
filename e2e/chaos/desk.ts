import { expect, type Page } from '@playwright/test';
import type { Run } from '../../src/runs/model.ts';
import { outcomesOn } from '../support/actions.ts';
import type { Tenant } from '../support/tenant.ts';
import { claimsOf, hasOpen, isAtRest, readJournal } from './journal.ts';
import { type Tally, tallyOf } from './tally.ts';

/** How far time is moved on at once while runs are only read. */
const stride = 31_000;

/**
 * Moves time on, in the page and in the tenant alike, until every run is over or waits for a person. While something
 * may be sent, or waits for a Retry-After, time is left alone: that wait is real for the simulator.
 */
export async function untilAtRest(page: Page, tenant: Tenant): Promise<readonly Run[]> {
  let runs: readonly Run[] = [];
  await expect(async () => {
    runs = await readJournal(page);
    const isSending = runs.some((run) => run.state === 'running');
    if (!isSending && runs.some((run) => hasOpen(run) && run.state !== 'done')) {
      await tenant.advance(stride);
      await page.clock.fastForward(stride);
    }
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.filter((run) => !isAtRest(run)).map(({ state, title }) => `${title}: ${state}`)).toEqual([]);
  }).toPass({ intervals: [150, 250], timeout: 180_000 });
  return runs;
}

/**
 * Lets a person do what the app offers once the faults are gone: resume what is paused, and check again what nobody
 * knows. Ends when nothing is offered any more.
 *
 * @returns how many runs were started by it
 */
export async function tidyUp(page: Page, tenant: Tenant): Promise<{ runs: readonly Run[]; started: number }> {
  let started = 0;
  let runs = await untilAtRest(page, tenant);
  const outcomes = outcomesOn(page);
  for (let round = 0; round < 4; round += 1) {
    if (runs.some((run) => run.state === 'paused')) {
      await outcomes.getByRole('button', { name: 'Resume' }).click();
      const dialog = page.getByRole('dialog');
      const send = dialog.getByRole('button', { name: /^Send the remaining/ });
      const close = dialog.getByRole('button', { name: 'Close', exact: true });
      await expect(send.or(close)).toBeVisible();
      if (await send.isVisible()) {
        started += 1;
        await send.click();
        await expect(dialog).toBeHidden();
      } else {
        await close.click();
        await outcomes.getByRole('button', { name: 'Cancel the rest' }).click();
      }
    } else if (runs.some(hasOpen)) {
      await tenant.advance(stride);
      await outcomes.getByRole('button', { name: 'Check again' }).click();
      await expect(outcomes.getByRole('button', { name: 'Checking…' })).toBeHidden();
    } else break;
    runs = await untilAtRest(page, tenant);
  }
  return { runs, started };
}

/** Signs in where this browser may know the person already, and then asks nothing. */
export async function signInAgain(page: Page, tenant: Tenant, path: string): Promise<void> {
  await page.goto(`${tenant.appUrl}${path}`);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const person = page.getByRole('button', { name: /^Dana Driver/ });
  const areas = page.getByRole('navigation', { name: 'Areas' });
  await expect(person.or(areas)).toBeVisible();
  if (await person.isVisible()) await person.click();
  await expect(areas).toBeVisible();
}

/** Holds what the journal says against what the tenant knows. */
export async function judge(
  line: string,
  tenant: Tenant,
  runs: readonly Run[],
  /** How many runs a person has started. */
  gestures: number,
  /** What the log held before does not count. */
  since = 0,
): Promise<{ tally: Tally; details: unknown }> {
  const verdict = await tenant.verdict(claimsOf(runs), since);
  const { requests, violations } = await tenant.log();
  const sent = runs.filter(({ steps }) => steps.some(({ attempts }) => attempts.length > 0)).length;
  const tally = tallyOf(line, verdict, {
    early: violations.filter(({ seq }) => seq > since).length,
    faults: requests.filter(({ fault, seq }) => fault !== null && seq > since).length,
    withoutGesture: Math.max(0, sent - gestures),
  });
  return { tally, details: verdict.details };
}
