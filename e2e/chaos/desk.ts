import { expect, type Page } from '@playwright/test';
import type { Run } from '../../src/runs/model/run.ts';
import { resultsOn, typeNumber } from '../support/actions.ts';
import { keepResultsOpen } from '../support/sign-in.ts';
import type { Tenant } from '../support/tenant.ts';
import { buttons, decisions, texts } from '../support/words.ts';
import { hasOpen, isAtRest, readJournal } from './journal.ts';

/** How far time is moved on at once while runs are only read. */
const stride = 31_000;

/** How long, in ms, after a 429 time is left alone: longer than the faults ask to wait. */
const respite = 5_000;

/** How long, in ms, a run may send: after a few 429s in a row it goes on slowly, and rightly so. */
const patience = 360_000;

/** Whether a read was told to wait a moment ago. */
async function isAskedToWait(tenant: Tenant): Promise<boolean> {
  const { requests } = await tenant.log();
  return requests.some(
    ({ method, status, answeredAt }) =>
      method === 'GET' && status === 429 && Date.now() - Date.parse(answeredAt ?? '') < respite,
  );
}

/**
 * Moves time on, in the page and in the tenant alike, until every run is over or waits for a person. While something
 * may be sent, or waits for a Retry-After, time is left alone: that wait is real for the simulator.
 */
export async function untilAtRest(page: Page, tenant: Tenant): Promise<readonly Run[]> {
  let runs: readonly Run[] = [];
  await expect(async () => {
    runs = await readJournal(page);
    const isSending = runs.some((run) => run.state === 'running');
    const isReading = runs.some((run) => hasOpen(run) && run.state !== 'done');
    if (!isSending && isReading && !(await isAskedToWait(tenant))) {
      await tenant.advance(stride);
      await page.clock.fastForward(stride);
    }
    expect(runs.length).toBeGreaterThan(0);
    expect(runs.filter((run) => !isAtRest(run)).map(({ state, title }) => `${title}: ${state}`)).toEqual([]);
  }).toPass({ intervals: [150, 250], timeout: patience });
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
  const outcomes = resultsOn(page);
  for (let round = 0; round < 4; round += 1) {
    if (runs.some((run) => run.state === 'paused')) {
      await passSignIn(page);
      await outcomes.getByRole('button', { name: 'Resume' }).click();
      const dialog = page.getByRole('dialog');
      const send = dialog.getByRole('button', { name: decisions.remaining });
      const close = dialog.getByRole('button', { name: 'Close', exact: true });
      await expect(send.or(close)).toBeVisible();
      await expect(dialog.getByText(texts.checkingCurrentState)).toBeHidden();
      if (await send.isVisible()) {
        started += 1;
        await typeNumber(dialog);
        await send.click();
        await expect(dialog).toBeHidden();
      } else {
        await close.click();
        await outcomes.getByRole('button', { name: buttons.cancelRemaining }).click();
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

/** A run that stopped for want of a sign-in offers that first, and Resume after it. */
async function passSignIn(page: Page): Promise<void> {
  const outcomes = resultsOn(page);
  const resume = outcomes.getByRole('button', { name: 'Resume' });
  const signIn = outcomes.getByRole('button', { name: /^(Continue to sign-in|Sign in again)$/ });
  await expect(signIn.or(resume).first()).toBeVisible();
  if (!(await signIn.isVisible())) return;
  const who = await page.getByRole('button', { name: /^Account: / }).innerText();
  await signIn.click();
  const account = page.getByRole('button', { name: new RegExp(`^${who.trim()}`) });
  const approve = page.getByRole('button', { name: 'Approve sign-in request' });
  await expect(async () => {
    if (await approve.isVisible()) await approve.click();
    else if (await account.isVisible()) await account.click();
    await expect(resume).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}

const names = {
  'driver.admin': /^Dana Driver/,
  'soc.operator': /^Sam Operator/,
  'soc.lead': /^Lou Lead/,
} as const;
export type Person = keyof typeof names;

/** Signs in where this browser may know the person already, and then asks nothing. */
export async function signInAgain(
  page: Page,
  tenant: Tenant,
  path: string,
  person: Person = 'driver.admin',
): Promise<void> {
  const preparing = await keepResultsOpen(page);
  await page.goto(`${tenant.appUrl}${path}`);
  await preparing.dispose();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const account = page.getByRole('button', { name: names[person] });
  const areas = page.getByRole('navigation', { name: 'Areas' });
  await expect(account.or(areas)).toBeVisible();
  if (await account.isVisible()) await account.click();
  await expect(areas).toBeVisible();
}
