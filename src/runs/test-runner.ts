import type { Sent } from '../graph/client.ts';
import { noon } from '../graph/test-answers.ts';
import { itemsOf, type Run } from './model.ts';
import type { ItemResult } from './reducer.ts';
import { createRunner, type Runner, type RunnerOptions } from './runner.ts';
import type { Work } from './work.ts';

/** For tests: a runner over made-up work, with a clock that only its own waits move. */

/** All of these ids with one result. */
export const allOf = (ids: readonly string[], result: Omit<ItemResult, 'id'>): ItemResult[] =>
  ids.map((id) => ({ id, ...result }));

/** What was done, in order: "inspect pilot", "send a b", "account a b", "observe pilot at 2000". */
export type Story = string[];

/** Work that sends everything with success and confirms it at the first read, but for what the test says. */
export function workOf(story: Story, sent: Sent, changes: Partial<Work> = {}): Work {
  const usual: Work = {
    scopes: ['Thing.ReadWrite.All'],
    readAt: [2_000, 5_000],
    inspect: async () => [],
    send: async (_step, _ids, hooks) => {
      hooks.onSend?.();
      if (sent.kind !== 'nothingLeft') hooks.onAnswer?.(sent.answer);
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
    inspect(step) {
      story.push(`inspect ${step.targetId}`);
      return work.inspect(step);
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
    prepare: async () => undefined,
    account: () => ({ key: 'anna', tenantId: 'tenant' }),
    onChanged: (run) => touched.push(run),
    isOnline: () => true,
    now: () => now,
    wait: async (milliseconds) => {
      now += milliseconds;
    },
    newId: () => {
      last += 1;
      return `id-${last}`;
    },
    ...options,
  });
  return { runner, touched, now: () => now };
}

/** The run once it does nothing by itself any more. */
export function finished(runner: Runner, runId: string): Promise<Run> {
  return new Promise((resolve) => {
    const look = () => {
      const run = runner.runs.get().find(({ id }) => id === runId);
      if (run?.state !== 'done') return;
      stop();
      resolve(run);
    };
    const stop = runner.runs.subscribe(look);
    look();
  });
}

/** Phase, outcome and reason of every item, in order: "settled confirmed", "settled skipped: Cancelled …". */
export function endOf(run: Run): string[] {
  return itemsOf(run).map(({ phase, outcome, reason }) => `${phase} ${outcome}${reason && `: ${reason}`}`);
}
