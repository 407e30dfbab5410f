import { itemsOf, type Run } from '../../model/run.ts';
import type { createMemoryJournal } from '../test-journal.ts';
import { doublings } from './test-again.ts';
import type { Browser, Page } from './test-browser.ts';
import { intentOf } from './test-intent.ts';
import type { Judge } from './test-judge.ts';
import type { Network } from './test-network.ts';
import { driversOf, profiles, type Service, tasks } from './test-service.ts';
import { isUnsettled, verdicts } from './test-shown.ts';
import type { Timeline } from './test-timeline.ts';
import { lastingFalsehood } from './test-truth.ts';

/** For tests: the end of a sequence, when everything has to be known, and everything that happened is counted up. */
interface Stage {
  readonly timeline: Timeline;
  readonly service: Service;
  readonly judge: Judge;
  readonly network: Network;
  readonly browser: Browser;
  readonly shelves: NonNullable<Parameters<typeof createMemoryJournal>[0]>;
  readonly tabs: readonly [Page, Page];
  readonly reopen: (tab: 0 | 1, account: string) => void;
  readonly check: (page: Page, runId: string) => void;
}

/** A token, or an address. */
const secret = /eyJ[\w-]{5,}|[\w.]+@contoso/;

const all = Object.values(profiles).flat();
const allIds = [...all.flatMap(driversOf), ...all, ...Object.values(tasks).flat()];

/** Whether a page must know in the end what became of everything. */
function isSound({ isAlive, isBlind, account, openedAs }: Page): boolean {
  return isAlive && !isBlind && account === openedAs;
}

/** Whether another look may tell more of a run: something is open, or was judged by what reads did not show. */
function mayTellMore(run: Run): boolean {
  return itemsOf(run).some(
    ({ phase, outcome, left }) =>
      phase === 'answered' ||
      phase === 'sending' ||
      verdicts.includes(outcome ?? '') ||
      left === 'refusedForNow',
  );
}

/** Lets everything come to rest with faults off, presses "Check again" where it is offered, and judges the end. */
export async function finishAll(stage: Stage): Promise<void> {
  const { timeline, service, judge, network, browser, tabs, reopen } = stage;
  network.faults.clear();
  browser.failures.clear();
  for (const page of tabs) {
    page.isOnline = true;
    page.noToken.left = 0;
  }
  // As long as the longest wait that was asked for, and as far as clocks were set.
  const isLong = network.sendings.some(({ fault }) => (fault?.retryAfter.least ?? 0) > 3_600_000);
  await timeline.pass(isLong || judge.log.backSince(0) > 0 ? 6 * 3_600_000 : 3_600_000);
  judge.look(tabs.filter(({ isAlive }) => isAlive));
  for (const page of tabs.filter(isSound)) judgeShown(stage, page);
  for (const page of tabs.filter(isSound)) {
    // One look is enough for drivers, long after the answer: nothing that runs for a while is waited for.
    await settle(stage, page, 1);
    const open = page.runner.runs.get().filter(isUnsettled);
    for (const { id, state, steps } of open.filter((run) => intentOf(run).kind === 'driver-approval'))
      judge.broken.push(`I5 ${id} is still ${state} in ${page.name}: ${JSON.stringify(steps)}`);
  }
  reopen(0, 'anna');
  for (const account of ['anna', 'bert', 'carl']) {
    reopen(1, account);
    await timeline.pass(3_600_000);
    await settle(stage, tabs[1], 6);
    judgeEnd(stage, tabs[1]);
  }
  await judgeJournal(stage);
  for (const { text, excuse } of doublings(judge.log, service, allIds)) {
    if (excuse === undefined) judge.broken.push(text);
    else judge.excused.push(excuse);
  }
  if (judge.broken.length > 0) throw new Error(judge.broken.join('\n'));
}

async function settle({ timeline, check }: Stage, page: Page, most: number): Promise<void> {
  for (let times = 0; times < most; times += 1) {
    const open = page.runner.runs.get().filter(mayTellMore);
    if (open.length === 0) return;
    for (const run of open) check(page, run.id);
    await timeline.pass(300_000);
  }
}

/** What is shown in the end is what is written, whoever wrote it. */
function judgeShown({ judge }: Stage, { name, runner }: Page): void {
  if (runner.trouble.get()) return;
  for (const run of runner.runs.get()) {
    const written = judge.written.get(run.id);
    if (written && textOf(written) !== textOf(run))
      judge.broken.push(`I10 ${name} shows ${run.id} as ${textOf(run)}, and written is ${textOf(written)}`);
  }
}

function textOf(run: Run): string {
  const items = itemsOf(run).map(({ id, phase, outcome }) => `${id} ${phase} ${outcome}`);
  return [run.state, ...items].join(', ');
}

function judgeEnd({ judge }: Stage, page: Page): void {
  for (const run of page.runner.runs.get()) {
    for (const step of run.steps) {
      for (const item of step.items) {
        const wrong = lastingFalsehood(judge.truthOf(run.id, page.id), run, step, item);
        if (wrong) judge.broken.push(`I4 in the end ${run.id}: ${item.id} ${wrong}`);
      }
    }
    const ids = itemsOf(run).map(({ id }) => id);
    const wanted = judge.planned.get(run.id);
    if (wanted && ids.join() !== wanted.join()) judge.broken.push(`I2 ${run.id} has ${ids} of ${wanted}`);
  }
}

async function judgeJournal({ browser, judge, shelves }: Stage): Promise<void> {
  const { runs: kept, unreadable } = await browser.journal.readAll();
  if (unreadable > 0) judge.broken.push(`I2 ${unreadable} records cannot be read`);
  for (const [id, ids] of judge.planned) {
    const run = kept.find((one) => one.run.id === id)?.run;
    const found = run && itemsOf(run).map((item) => item.id);
    if (found?.join() !== ids.join()) judge.broken.push(`I2 the journal has ${found} of ${ids} (${id})`);
    if (run && isUnsettled(run)) judge.broken.push(`I2 ${id} is ${run.state} in the journal, in the end`);
  }
  for (const [id, shelf] of shelves) {
    const [held] = secret.exec(JSON.stringify(shelf)) ?? [];
    if (held !== undefined) judge.broken.push(`I9 the journal holds ${held} (${id})`);
  }
}
