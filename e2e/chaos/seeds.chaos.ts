import { expect } from '@playwright/test';
import { largeProfiles } from '../../simulator/seeds/large.ts';
import { outcomesOn } from '../support/actions.ts';
import { driversOn, openDialog } from '../support/drivers.ts';
import { signIn } from '../support/test.ts';
import { judge, tidyUp, untilAtRest } from './desk.ts';
import { report } from './tally.ts';
import { test } from './tenants.ts';

const seeds = Number(process.env.CHAOS_SEEDS ?? '20');
const action = { method: 'POST', path: 'executeAction' };

/** Three actions in ten meet one of these. */
const faults = [
  { kind: 'closeConnection', phase: 'after' },
  { kind: 'closeConnection', phase: 'before' },
  { kind: 'serverError', status: 504, phase: 'after' },
  { kind: 'serverError', status: 503, phase: 'before' },
  { kind: 'serverError', status: 502, html: true, phase: 'after' },
  { kind: 'truncate' },
  { kind: 'omitIds', count: 7 },
  { kind: 'html200', phase: 'before' },
  { kind: 'throttled', retryAfter: '2' },
  { kind: 'lateApply', ms: 25_000 },
] as const;

/** The last ring is larger than the others, and is left alone. */
const rings = largeProfiles(Date.now()).slice(0, -1);
const fewest = 500;

// Who has suspended everything in every ring approves it again in the next round.
const rounds = [
  { status: 'approved', verb: 'Suspend' },
  { status: 'suspended', verb: 'Approve' },
] as const;

for (let seed = 1; seed <= seeds; seed += 1) {
  test(`seed ${seed}: a run of more than ${fewest} drivers, of which three requests in ten fail`, async ({
    page,
    large: tenant,
  }, info) => {
    const ring = rings[(seed - 1) % rings.length];
    const round = rounds[Math.floor((seed - 1) / rings.length) % rounds.length];
    if (!ring || !round) throw new Error('There is no such ring');
    const since = (await tenant.log()).requests.at(-1)?.seq ?? 0;

    await page.clock.install();
    const query = `tab=all&status=${encodeURIComponent(JSON.stringify([round.status]))}`;
    await signIn(page, tenant, 'driver.admin', `/profiles/${ring.record.id}?${query}`);
    // Pages come one after the other: what is selected before the last would not be all.
    await expect(page.getByRole('tab', { name: 'All (1,500)' })).toBeVisible();
    await driversOn(page)
      .getByRole('checkbox', { name: /^Select all/ })
      .click();
    for (const [index, fault] of faults.entries()) {
      await tenant.fault({ ...fault, chance: 0.03, seed: seed * 100 + index, match: action });
    }
    await tenant.fault({ kind: 'closeConnection', chance: 0.03, seed, match: { method: 'GET' } });
    const dialog = await openDialog(page, round.verb);
    const confirm = dialog.getByRole('button', { name: new RegExp(`^${round.verb} [\\d,]+ drivers`) });
    const [number = ''] = /[\d,]+/.exec((await confirm.textContent()) ?? '') ?? [];
    const typed = dialog.getByRole('textbox', { name: /^Type \d+ to confirm/ });
    await typed.fill(number.replaceAll(',', ''));
    await confirm.click();
    await expect(outcomesOn(page)).toBeVisible();
    await untilAtRest(page, tenant);
    await tenant.clearFaults();
    const { runs, started } = await tidyUp(page, tenant);
    const line = 'random runs: 3 requests in 10 fail';
    const { tally, details } = await judge(line, tenant, runs, 1 + started, since);
    expect(tally.items).toBeGreaterThan(fewest);
    await report(info, tally, details);
  });
}
