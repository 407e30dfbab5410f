import { actionOf } from '../../actions/all.ts';
import type { Sent } from '../../graph/sender.ts';
import { noon } from '../../graph/test-answers.ts';
import { waitFor } from '../../lib/wait.ts';
import type { ItemResult } from '../model/reducer.ts';
import { isOpen, itemsOf, type Run } from '../model/run.ts';
import { createRunner, type Runner } from '../runner.ts';
import type { RunnerOptions } from '../runner-options.ts';
import type { Work } from '../work.ts';
import { createMemoryJournal, createMemoryLocks } from './test-journal.ts';
import { plainFingerprint } from './test-runs.ts';

/** For tests: a runner over made-up work, with a clock that only its own waits move. */

/** All of these ids with one result. */
export const allOf = (ids: readonly string[], result: Omit<ItemResult, 'id'>): ItemResult[] =>
  ids.map((id) => ({ id, ...result }));

/** A door that the work of a test waits at. */
export interface Door {
  readonly passed: Promise<void>;
  readonly open: () => void;
}

export function doorOf(): Door {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/** Lets everything happen that waits for nothing but promises. */
export const calm = () => new Promise<void>((resolve) => setImmediate(resolve));

let sendings = 0;
/** A client-request-id that no other sending has. */
export function nextId(): string {
  sendings += 1;
  return `sending-${sendings}`;
}

/** What was done, in order: "inspect pilot", "send a b", "account a b", "observe pilot at 2000". */
export type Story = string[];

/** Work that sends everything with success and confirms it at the first read, but for what the test says. */
export function workOf(story: Story, sent: Sent, changes: Partial<Work> = {}): Work {
  const usual: Work = {
    scopes: ['Thing.ReadWrite.All'],
    lanes: 1,
    readAt: [2_000, 5_000],
    inspect: async () => [],
    readAfresh: async (targets) => ({
      targets: targets.map((target) => ({ ...target, leftOut: [] })),
      seenOf: () => undefined,
      titleOf: (sent) => `Change ${sent.flatMap(({ items }) => items).length}`,
    }),
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'alreadyRunning' }),
    isFinal: () => false,
    send: async (_step, _ids, hooks) => {
      await hooks.onSend?.(nextId());
      if (sent.kind !== 'nothingLeft') await hooks.onAnswer?.(sent.answer);
      return sent;
    },
    account: (ids) => allOf(ids, { phase: 'answered', outcome: 'successful' }),
    observe: async (steps) =>
      steps.map(({ id, items }) => {
        const open = items.filter(({ phase }) => phase === 'answered').map((item) => item.id);
        return { stepId: id, results: allOf(open, { phase: 'settled', outcome: 'confirmed' }) };
      }),
  };
  const work = { ...usual, ...changes };
  return {
    ...work,
    inspect(step, signal, onWait) {
      story.push(`inspect ${step.targetId}`);
      return work.inspect(step, signal, onWait);
    },
    readAfresh(targets) {
      story.push(`read ${targets.map(({ id }) => id).join(' ')}`);
      return work.readAfresh(targets);
    },
    send(step, ids, hooks) {
      story.push(`send ${ids.join(' ')}`);
      return work.send(step, ids, hooks);
    },
    account(ids, answer) {
      story.push(`account ${ids.join(' ')}`);
      return work.account(ids, answer);
    },
    observe(steps, elapsed) {
      story.push(`observe ${steps.map(({ targetId }) => targetId).join(' ')} at ${elapsed}`);
      return work.observe(steps, elapsed);
    },
  };
}

/** @param options what differs from: signed in as Anna, online, a token at hand */
export function startedRunner(work: Work, options: Partial<RunnerOptions> = {}) {
  let now = noon;
  let last = 0;
  const touched: Run[] = [];
  const runner = createRunner({
    workFor: () => work,
    actionOf,
    prepare: async () => undefined,
    account: () => ({ key: 'anna', tenantId: 'tenant' }),
    journal: createMemoryJournal(),
    locks: createMemoryLocks(),
    onChanged: (run) => touched.push(run),
    isOnline: () => true,
    now: () => now,
    elapsed: () => now,
    wait: (milliseconds, signal) => {
      // Waits that may be broken off are those beside a sending: the clock stands still for them.
      if (signal) return waitFor(2_147_483_647, signal);
      now += milliseconds;
      return Promise.resolve();
    },
    newId: () => {
      last += 1;
      return `id-${last}`;
    },
    fingerprint: plainFingerprint,
    ...options,
  });
  return { runner, touched, now: () => now };
}

/** True when a run does nothing by itself any more: it is over, or waits for a person with nothing left to find out. */
function isAtRest(run: Run): boolean {
  const isOpenStill = itemsOf(run).some(isOpen);
  return run.state === 'done' || (run.state === 'paused' && !isOpenStill);
}

/** The run once it does nothing by itself any more, and its page has let go of it. */
export async function finished(runner: Runner, runId: string): Promise<Run> {
  await runner.whenSent(runId);
  const look = () => runner.runs.get().find(({ id }) => id === runId);
  await new Promise<void>((resolve) => {
    const stop = runner.runs.subscribe(() => settle());
    const settle = () => {
      const run = look();
      if (!run || !isAtRest(run)) return;
      stop();
      resolve();
    };
    settle();
  });
  await calm();
  const run = look();
  if (!run) throw new Error(`Run ${runId} is not shown any more`);
  return run;
}

/** Phase, outcome and reason of every item, in order: "settled confirmed", "settled skipped: Cancelled …". */
export function endOf(run: Run): string[] {
  return itemsOf(run).map(({ phase, outcome, reason }) => `${phase} ${outcome}${reason && `: ${reason}`}`);
}
