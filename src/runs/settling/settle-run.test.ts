import { describe, expect, it } from 'vitest';
import type { Problem, ProblemKind } from '../../lib/problem.ts';
import type { Attempt, Item } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { answered, outcomesOf, settled, setUpSettling } from '../testing/test-settling.ts';
import { endOf, lastAnswer, observe, openSteps, type Settling, settleRun } from './settle-run.ts';

describe('settling', () => {
  it('reads only steps with something open, and ends when there is none', async () => {
    const run = runOf([stepOf('1', [answered('a')]), stepOf('2', [itemOf('b')])]);
    const all = setUpSettling(
      run,
      [[], [{ stepId: '1', results: [settled('a', 'confirmed')] }]],
      [1_000, 2_000, 9_000],
    );
    await settleRun(all.settling);
    expect(all.story).toEqual(['observe target 1 at 1000', 'observe target 1 at 2000']);
    expect(all.waits).toEqual([1_000, 1_000]);
    expect(outcomesOf(all.shown())).toEqual([['confirmed'], [null]]);
  });

  it('waits for nothing when nothing is open', async () => {
    const { settling, waits, story } = setUpSettling(runOf([stepOf('1', [itemOf('a')])]), []);
    await settleRun(settling);
    expect(waits).toEqual([]);
    expect(story).toEqual([]);
  });

  it('[B6] goes on after a read that failed, and does not wait for what has passed already', async () => {
    const run = runOf([stepOf('1', [answered('a')])]);
    const slow = setUpSettling(run, [
      new Error('gone'),
      [{ stepId: '1', results: [settled('a', 'notApplied')] }],
    ]);
    const workOf: Settling['workOf'] = (step) => {
      const work = slow.settling.workOf(step);
      return {
        ...work,
        observe(...args) {
          slow.pass(10_000);
          return work.observe(...args);
        },
      };
    };
    await settleRun({ ...slow.settling, workOf });
    // The second read was due at 5 s, and is made at once at 12 s.
    expect(slow.waits).toEqual([2_000, 0]);
    expect(outcomesOf(slow.shown())).toEqual([['notApplied']]);
  });
});

it('takes the word of Graph for a refusal that no read could confirm, and for nothing else', async () => {
  const said = ['failed', 'rejected', 'skipped'] as const;
  const open = ['unknown', 'successful', 'started', 'alreadyRunning', 'contradicted'] as const;
  const items = [
    ...[...said, ...open].map((outcome) => itemOf(outcome, { phase: 'answered', outcome, reason: 'No.' })),
    itemOf('planned'),
    itemOf('odd', { phase: 'answered', outcome: null }),
    itemOf('over', { phase: 'settled', outcome: 'failed', reason: 'Over.' }),
  ];
  const { settling, shown, recorded } = setUpSettling(runOf([stepOf('1', items)]), [new Error('gone')]);
  await settleRun(settling);
  const after = shown().steps[0]?.items ?? [];
  expect(after.slice(0, 3).map(({ phase, outcome, reason }) => `${phase} ${outcome} ${reason}`)).toEqual(
    said.map((outcome) => `settled ${outcome} No.`),
  );
  // What was put off can be sent after all: it is among what "Resume" takes.
  expect(after.slice(0, 3).map(({ left }) => left)).toEqual([null, null, 'refusedForNow']);
  expect(after.slice(3)).toEqual(items.slice(3));
  const [event] = recorded;
  expect(event?.kind === 'items' && event.results.map(({ id }) => id)).toEqual(said);
});

describe('a read', () => {
  it('that says nothing new is not recorded, and nobody has to read again', async () => {
    const { settling, recorded, touched } = setUpSettling(runOf([stepOf('1', [answered('a')])]), [
      [{ stepId: '1', results: [] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(recorded).toEqual([]);
    expect(touched).toEqual([]);
  });

  it('is older than what was done of an item while it was on its way', async () => {
    const { settling, shown } = setUpSettling(runOf([stepOf('1', [answered('a'), answered('b')])]), []);
    const observing = async () => {
      // A person leaves one of them at that.
      await settling.record({ kind: 'items', stepId: '1', results: [settled('a', 'unknown')] });
      return [{ stepId: '1', results: [settled('a', 'notApplied'), settled('b', 'confirmed')] }];
    };
    const workOf: Settling['workOf'] = (step) => ({ ...settling.workOf(step), observe: observing });
    await observe({ ...settling, workOf }, ({ steps }) => steps, 5);
    expect(outcomesOf(shown())).toEqual([['unknown', 'confirmed']]);
  });

  it('of nothing is not made', async () => {
    const { settling, story } = setUpSettling(runOf([]), []);
    await observe(settling, () => [], 5);
    expect(story).toEqual([]);
  });

  it('of which a part fails records the rest, and fails then', async () => {
    const steps = ['1', '2', '3'].map((id) => stepOf(id, [answered('a')]));
    const gone = { kind: 'unreachable', title: 'Lost', advice: 'Read.' } as const;
    const { settling, shown, touched } = setUpSettling(runOf(steps), [
      [
        { stepId: '1', results: [settled('a', 'confirmed')] },
        { stepId: '2', results: [], problem: gone },
        { stepId: '3', results: [settled('a', 'notApplied')] },
      ],
    ]);
    await expect(observe(settling, ({ steps: all }) => all, 5)).rejects.toMatchObject({ problem: gone });
    expect(outcomesOf(shown())).toEqual([['confirmed'], ['unknown'], ['notApplied']]);
    expect(touched).toEqual([shown()]);
  });

  it('tells the lists what has changed, once it is recorded', async () => {
    const { settling, shown, touched } = setUpSettling(runOf([stepOf('1', [answered('a')])]), [
      [{ stepId: '1', results: [settled('a', 'confirmed')] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(touched).toEqual([shown()]);
    expect(outcomesOf(shown())).toEqual([['confirmed']]);
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
    ['refusal for now, of what was done', lost('serverFault', { retryAt: 5 }), [answered('a')], true],
    [
      'refusal for now, beside what is still put off',
      lost('throttled', { retryAt: 5 }),
      [answered('a'), itemOf('b', { phase: 'settled', outcome: 'skipped', left: 'refusedForNow' })],
      false,
    ],
    ['missing right', lost('forbidden'), [answered('a')], false],
    ['refusal that left it unknown', lost('rejected'), [answered('a')], true],
    ['place that was gone, which left it unknown', lost('notFound'), [answered('a')], true],
    [
      'refusal that is the last word',
      lost('rejected'),
      [itemOf('a', { phase: 'answered', outcome: 'rejected' })],
      false,
    ],
  ])('takes away the problem of a step that was a %s', async (_what, problem, items, isGone) => {
    const { settling, shown, recorded } = setUpSettling(runOf([stepOf('1', items, { problem })]), [
      [{ stepId: '1', results: [settled('a', 'confirmed')] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(shown().steps[0]?.problem).toBe(isGone ? null : problem);
    expect(recorded).toHaveLength(isGone ? 2 : 1);
  });

  it('keeps a refusal that tells why nothing came of it', async () => {
    const problem = lost('rejected');
    const { settling, shown } = setUpSettling(runOf([stepOf('1', [answered('a')], { problem })]), [
      [{ stepId: '1', results: [settled('a', 'notApplied')] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(shown().steps[0]?.problem).toBe(problem);
    const both = setUpSettling(runOf([stepOf('1', [answered('a'), answered('b')], { problem })]), [
      [{ stepId: '1', results: [settled('a', 'notApplied'), settled('b', 'confirmed')] }],
    ]);
    await observe(both.settling, ({ steps }) => steps, 5);
    expect(both.shown().steps[0]?.problem).toBe(problem);
  });

  it('takes away a refusal for now of what is found completed', async () => {
    const problem = lost('throttled', { retryAt: 5 });
    const { settling, shown } = setUpSettling(runOf([stepOf('1', [answered('a')], { problem })]), [
      [{ stepId: '1', results: [settled('a', 'completed')] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(shown().steps[0]?.problem).toBeNull();
  });

  it('takes away the problem of a step of which everything is known, although it goes on', async () => {
    const problem = lost('unreachable');
    const { settling, shown } = setUpSettling(runOf([stepOf('1', [answered('a')], { problem })]), [
      [{ stepId: '1', results: [{ id: 'a', phase: 'answered', outcome: 'started' }] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(shown().steps[0]?.problem).toBeNull();
  });

  it.each([
    ['answered', 'started', true],
    ['settled', 'completed', false],
  ] as const)('leaves "already in progress" as long as it is followed: %s', async (phase, outcome, stays) => {
    const problem = lost('alreadyInProgress');
    const running = itemOf('a', { phase: 'answered', outcome: 'alreadyRunning' });
    const { settling, shown } = setUpSettling(runOf([stepOf('1', [running], { problem })]), [
      [{ stepId: '1', results: [{ id: 'a', phase, outcome }] }],
    ]);
    await observe(settling, ({ steps }) => steps, 5);
    expect(shown().steps[0]?.problem).toBe(stays ? problem : null);
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

it('a step was answered last when its last attempt was answered, or else sent', () => {
  const sent = { clientRequestId: 'a', ids: ['a'], sentAt: '1970-01-01T00:00:00.005Z' };
  const late = { ...sent, endedAt: '1970-01-01T00:00:00.009Z' };
  const step = (...attempts: readonly Attempt[]) => stepOf('1', [], { attempts });
  expect([step(), step(sent), step(late), step(late, sent)].map(lastAnswer)).toEqual([0, 5, 9, 9]);
});
