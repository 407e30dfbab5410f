import { describe, expect, it } from 'vitest';
import type { Problem } from '../../lib/problem.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { type RunEvent, reduceRun } from './reducer.ts';

const run = runOf([stepOf('1', [itemOf('a'), itemOf('b')]), stepOf('2', [itemOf('a')])]);
const problem: Problem = { kind: 'throttled', title: 'Slow down', advice: 'Wait.' };
const attempt = { clientRequestId: 'c-1', ids: ['a'], sentAt: '' };

describe('reduceRun', () => {
  it('changes the items that are named, in the step that is named', () => {
    const results = [{ id: 'a', phase: 'settled', outcome: 'skipped', reason: 'so' } as const];
    const next = reduceRun(run, { kind: 'items', stepId: '1', results });
    expect(next.steps[0]?.items[0]).toEqual(
      itemOf('a', { phase: 'settled', outcome: 'skipped', reason: 'so' }),
    );
    expect(next.steps[0]?.items[1]).toBe(run.steps[0]?.items[1]);
    expect(next.steps[1]).toBe(run.steps[1]);
    expect(run.steps[0]?.items[0]?.phase).toBe('planned');
  });

  it('forgets an earlier reason when the new result has none', () => {
    const before = runOf([
      stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'unknown', reason: 'lost' })]),
    ]);
    const results = [{ id: 'a', phase: 'settled', outcome: 'confirmed' } as const];
    expect(reduceRun(before, { kind: 'items', stepId: '1', results }).steps[0]?.items[0]).toMatchObject({
      outcome: 'confirmed',
      reason: '',
    });
  });

  it('keeps a refusal final for as long as it is the outcome, and until it is sent again', () => {
    const item = itemOf('a', { phase: 'answered', outcome: 'rejected', isFinal: true, after: 'declined' });
    const refused = runOf([stepOf('1', [item])]);
    const next = (event: RunEvent) => reduceRun(refused, event).steps[0]?.items[0];
    const result = (outcome: 'rejected' | 'confirmed') =>
      next({ kind: 'items', stepId: '1', results: [{ id: 'a', phase: 'settled', outcome }] });
    expect(result('rejected')).toMatchObject({ isFinal: true, after: 'declined' });
    expect(result('confirmed')).toMatchObject({ isFinal: false, after: 'declined' });
    expect(next({ kind: 'sending', stepId: '1', attempt })).toMatchObject({ isFinal: false, after: '' });
  });

  it('keeps every attempt, and the last problem', () => {
    const events: RunEvent[] = [
      { kind: 'sending', stepId: '2', attempt },
      { kind: 'problem', stepId: '2', problem },
      { kind: 'sending', stepId: '2', attempt: { ...attempt, clientRequestId: 'c-2' } },
    ];
    const next = events.reduce(reduceRun, run);
    expect(next.steps[1]?.attempts.map(({ clientRequestId }) => clientRequestId)).toEqual(['c-1', 'c-2']);
    expect(next.steps[1]?.problem).toBe(problem);
    expect(next.steps[0]).toBe(run.steps[0]);
  });

  it('adds an answer to the attempt that it belongs to, and to no other', () => {
    const end = { endedAt: 'later', requestId: 'r-1', status: 200 };
    const events: RunEvent[] = [
      { kind: 'sending', stepId: '1', attempt },
      { kind: 'sending', stepId: '1', attempt: { ...attempt, clientRequestId: 'c-2' } },
      { kind: 'answered', stepId: '1', clientRequestId: 'c-2', end },
    ];
    const [step] = events.reduce(reduceRun, run).steps;
    expect(step?.attempts).toEqual([attempt, { ...attempt, clientRequestId: 'c-2', ...end }]);
    expect(step?.items[0]).toMatchObject({ phase: 'sending', outcome: null });
  });

  it('holds nothing up any more once it is paused, and has no reason to once it goes on', () => {
    const waiting = reduceRun(run, { kind: 'waiting', until: 7 });
    const paused = reduceRun(waiting, { kind: 'paused', because: problem });
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: problem, waitingUntil: null });
    const on = reduceRun(paused, { kind: 'state', state: 'settling', at: 7 });
    expect(on).toMatchObject({ state: 'settling', pausedBecause: null, endedAt: null });
  });

  it('tells what stopped it first', () => {
    const paused = reduceRun(run, { kind: 'paused', because: problem });
    expect(reduceRun(paused, { kind: 'paused', because: { ...problem, title: 'Later' } })).toBe(paused);
  });

  it.each([
    [{ kind: 'waiting', until: 7 }, { waitingUntil: 7 }],
    [{ kind: 'waiting', until: null }, { waitingUntil: null }],
    [{ kind: 'cancelled' }, { cancelled: true }],
    [
      { kind: 'state', state: 'settling', at: 7 },
      { state: 'settling', endedAt: null },
    ],
    [
      { kind: 'state', state: 'done', at: 7 },
      { state: 'done', endedAt: 7 },
    ],
  ] as const satisfies readonly [RunEvent, object][])('%j', (event, expected) => {
    const next = reduceRun(run, event);
    expect(next).toMatchObject(expected);
    expect(next.steps).toBe(run.steps);
  });
});
