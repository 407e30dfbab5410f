import { actionOf } from '../../actions/all.ts';
import { noon } from '../../graph/test-answers.ts';
import { type RunEvent, reduceRun } from '../model/reducer.ts';
import type { Outcome, Run } from '../model/run.ts';
import type { Settling } from '../settling/settle-run.ts';
import type { Observed } from '../work.ts';
import { type Story, workOf } from './test-runner.ts';
import { itemOf } from './test-runs.ts';

/** For tests: a run whose items are found out by made-up reads. */

export const answered = (id: string) => itemOf(id, { phase: 'answered', outcome: 'unknown' });
export const settled = (id: string, outcome: Outcome) => ({ id, phase: 'settled', outcome }) as const;

/** A run that is being settled by these reads; each read is one answer, the last one for ever. */
export function setUpSettling(
  run: Run,
  reads: readonly (readonly Observed[] | Error)[],
  readAt = [2_000, 5_000],
) {
  const story: Story = [];
  const recorded: RunEvent[] = [];
  const waits: number[] = [];
  const touched: Run[] = [];
  let shown = run;
  let now = noon;
  let count = 0;
  const work = workOf(
    story,
    { kind: 'nothingLeft' },
    {
      readAt,
      async observe() {
        const read = reads[Math.min(count, reads.length - 1)] ?? [];
        count += 1;
        if (read instanceof Error) throw read;
        return read;
      },
    },
  );
  const settling: Settling = {
    run: () => shown,
    workOf: () => work,
    actionOf,
    async record(...events) {
      recorded.push(...events);
      shown = events.reduce(reduceRun, shown);
    },
    onChanged: (changed) => touched.push(changed),
    now: () => now,
    livedFrom: undefined,
    elapsed: () => now,
    async wait(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
    },
    inTurn: (read) => read(),
  };
  return {
    settling,
    story,
    recorded,
    waits,
    touched,
    shown: () => shown,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

export const outcomesOf = (run: Run) => run.steps.map(({ items }) => items.map(({ outcome }) => outcome));
