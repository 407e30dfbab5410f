import { describe, expect, it } from 'vitest';
import { noon } from '../graph/test-answers.ts';
import type { Problem, ProblemKind } from '../lib/problem.ts';
import type { Item, Outcome, Run } from './model.ts';
import { type RunEvent, reduceRun, type StepResults } from './reducer.ts';
import { endOf, glance, lastAnswer, observe, openSteps, type Settling, settleRun } from './settle-run.ts';
import { type Story, workOf } from './test-runner.ts';
import { itemOf, runOf, stepOf } from './test-runs.ts';

const answered = (id: string) => itemOf(id, { phase: 'answered', outcome: 'unknown' });
const settled = (id: string, outcome: Outcome) => ({ id, phase: 'settled', outcome }) as const;

/** A run that is being settled by these reads; each read is one answer, the last one for ever. */
function setUp(run: Run, reads: readonly (readonly StepResults[] | Error)[], readAt = [2_000, 5_000]) {
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
    work,
    async record(...events) {
      recorded.push(...events);
      shown = events.reduce(reduceRun, shown);
    },
    onChanged: (changed) => touched.push(changed),
    now: () => now,
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

const phasesOf = (run: Run) => run.steps.map(({ items }) => items.map(({ outcome }) => outcome));

describe('settling', () => {
  it('reads only steps with something open, and ends when there is none', async () => {
    const run = runOf([stepOf('1', [answered('a')]), stepOf('2', [itemOf('b')])]);
    const all = setUp(
      run,
      [[], [{ stepId: '1', results: [settled('a', 'confirmed')] }]],
      [1_000, 2_000, 9_000],
    );
    await settleRun(all.settling);
    expect(all.story).toEqual(['observe target 1 at 1000', 'observe target 1 at 2000']);
    expect(all.waits).toEqual([1_000, 1_000]);
    expect(phasesOf(all.shown())).toEqual([['confirmed'], [null]]);
  });

  it('waits for nothing when nothing is open', async () => {
    const { settling, waits, story } = setUp(runOf([stepOf('1', [itemOf('a')])]), []);
    await settleRun(settling);
    expect(waits).toEqual([]);
    expect(story).toEqual([]);
  });

  it('goes on after a read that failed, and does not wait for what has passed already', async () => {
    const run = runOf([stepOf('1', [answered('a')])]);
    const slow = setUp(run, [new Error('gone'), [{ stepId: '1', results: [settled('a', 'notApplied')] }]]);
    const { work } = slow.settling;
    await settleRun({
      ...slow.settling,
      work: {
        ...work,
        observe(...args) {
          slow.pass(10_000);
          return work.observe(...args);
        },
      },
    });
    // The second read was due at 5 s, and is made at once at 12 s.
    expect(slow.waits).toEqual([2_000, 0]);
    expect(phasesOf(slow.shown())).toEqual([['notApplied']]);
  });
});

it('takes the word of Graph for a refusal that no read could confirm, and for nothing else', async () => {
  const said = ['failed', 'rejected', 'skipped'] as const;
  const left = ['unknown', 'successful', 'started', 'alreadyRunning', 'contradicted'] as const;
  const items = [
    ...[...said, ...left].map((outcome) => itemOf(outcome, { phase: 'answered', outcome, reason: 'No.' })),
    itemOf('planned'),
    itemOf('odd', { phase: 'answered', outcome: null }),
    itemOf('over', { phase: 'settled', outcome: 'failed', reason: 'Over.' }),
  ];
  const { settling, shown, recorded } = setUp(runOf([stepOf('1', items)]), [new Error('gone')]);
  await settleRun(settling);
  const after = shown().steps[0]?.items ?? [];
  expect(after.slice(0, 3).map(({ phase, outcome, reason }) => `${phase} ${outcome} ${reason}`)).toEqual(
    said.map((outcome) => `settled ${outcome} No.`),
  );
  expect(after.slice(3)).toEqual(items.slice(3));
  const [event] = recorded;
  expect(event?.kind === 'items' && event.results.map(({ id }) => id)).toEqual(said);
});

describe('while the rest is being sent', () => {
  const sentAt = new Date(noon).toISOString();
  const step = (id: string, outcome: Outcome | null, endedAt?: string) =>
    stepOf(id, [itemOf(id, { phase: 'answered', outcome })], {
      attempts: [{ clientRequestId: id, ids: [id], sentAt, ...(endedAt !== undefined && { endedAt }) }],
    });

  /** Glances so many times, then everything is sent. */
  async function glanceTimes(all: ReturnType<typeof setUp>, times: number): Promise<void> {
    const sent = new AbortController();
    let left = times;
    await glance(
      {
        ...all.settling,
        wait(milliseconds, signal) {
          if (left === 0) sent.abort();
          left -= 1;
          return signal?.aborted ? Promise.reject(signal.reason) : all.settling.wait(milliseconds);
        },
      },
      sent.signal,
    );
  }

  it('looks every half minute after what is in doubt, and takes nothing for an answer but what it sees', async () => {
    const doubtful = ['unknown', 'started', 'alreadyRunning'] as const;
    const told = ['successful', 'failed', 'rejected', 'skipped', 'contradicted', null] as const;
    const steps = [...doubtful, ...told].map((outcome) => step(String(outcome), outcome));
    const read = [{ stepId: 'unknown', results: [settled('unknown', 'confirmed')] }];
    const all = setUp(runOf(steps), [new Error('gone'), read]);
    await glanceTimes(all, 3);
    expect(all.waits).toEqual([30_000, 30_000, 30_000]);
    expect(all.story).toEqual([
      'observe target unknown target started target alreadyRunning at 0',
      'observe target unknown target started target alreadyRunning at 0',
      'observe target started target alreadyRunning at 0',
    ]);
    expect(phasesOf(all.shown())[0]).toEqual(['confirmed']);
  });

  it('leaves what was answered a moment ago to the next look', async () => {
    const late = new Date(noon + 29_000).toISOString();
    const all = setUp(runOf([step('a', 'unknown', late), step('b', 'unknown')]), [[]]);
    await glanceTimes(all, 2);
    expect(all.story).toEqual(['observe target b at 0', 'observe target a target b at 0']);
    const without = setUp(runOf([step('a', 'unknown', new Date(noon + 30_000).toISOString())]), [[]], []);
    await glanceTimes(without, 1);
    expect(without.story).toEqual(['observe target a at 0']);
  });

  it('reads nothing once everything is sent', async () => {
    const all = setUp(runOf([step('a', 'unknown')]), [[]]);
    await glanceTimes(all, 0);
    expect(all.story).toEqual([]);
  });

  it('counts from the answer of the last attempt, or from its sending', () => {
    expect(lastAnswer(step('a', null))).toBe(noon);
    expect(lastAnswer(step('a', null, new Date(noon + 5).toISOString()))).toBe(noon + 5);
    expect(lastAnswer(stepOf('a', []))).toBe(0);
  });
});

describe('a read', () => {
  it('that says nothing new is not recorded, and nobody has to read again', async () => {
    const { settling, recorded, touched } = setUp(runOf([stepOf('1', [answered('a')])]), [
      [{ stepId: '1', results: [] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(recorded).toEqual([]);
    expect(touched).toEqual([]);
  });

  it('of nothing is not made', async () => {
    const { settling, story } = setUp(runOf([]), []);
    await observe(settling, () => [], 5);
    expect(story).toEqual([]);
  });

  it('tells the lists what has changed, once it is recorded', async () => {
    const { settling, shown, touched } = setUp(runOf([stepOf('1', [answered('a')])]), [
      [{ stepId: '1', results: [settled('a', 'confirmed')] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(touched).toEqual([shown()]);
    expect(phasesOf(shown())).toEqual([['confirmed']]);
  });

  const lost = (kind: ProblemKind, rest: Partial<Problem> = {}): Problem => ({
    kind,
    title: 'Lost',
    advice: 'Read.',
    ...rest,
  });

  it.each<[string, Problem | null, readonly Item[], boolean]>([
    ['lost connection', lost('unreachable'), [answered('a')], true],
    ['answer that cannot be trusted', lost('untrusted'), [answered('a')], true],
    ['fault of the service', lost('serverFault'), [answered('a')], true],
    [
      'loss, beside what was known before',
      lost('unreachable'),
      [answered('a'), itemOf('b', { phase: 'settled' })],
      true,
    ],
    ['loss, while something else is open', lost('unreachable'), [answered('a'), answered('b')], false],
    ['refusal for now', lost('serverFault', { retryAt: 5 }), [answered('a')], false],
    ['missing right', lost('forbidden'), [answered('a')], false],
  ])('takes away the problem of a step that was a %s', async (_what, problem, items, isGone) => {
    const { settling, shown, recorded } = setUp(runOf([stepOf('1', items, { problem })]), [
      [{ stepId: '1', results: [settled('a', 'confirmed')] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(shown().steps[0]?.problem).toBe(isGone ? null : problem);
    expect(recorded).toHaveLength(isGone ? 2 : 1);
  });

  it('leaves the problem of a step that something is still open of', async () => {
    const problem = lost('unreachable');
    const { settling, shown } = setUp(runOf([stepOf('1', [answered('a')], { problem })]), [
      [{ stepId: '1', results: [{ id: 'a', phase: 'answered', outcome: 'started' }] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(shown().steps[0]?.problem).toBe(problem);
  });
});

it('steps are open while one of their items is answered', () => {
  const mixed = stepOf('1', [itemOf('a', { phase: 'settled' }), answered('b')]);
  expect(openSteps(runOf([mixed, stepOf('2', [itemOf('c')]), stepOf('3', [])]))).toEqual([mixed]);
});

it.each([
  ['paused', itemOf('a'), 'paused'],
  ['paused', itemOf('a', { phase: 'settled' }), 'done'],
  ['settling', itemOf('a'), 'done'],
] as const)('a run that was %s ends as it must', (state, item, expected) => {
  expect(endOf(runOf([stepOf('1', [item])], { state }))).toBe(expected);
});
