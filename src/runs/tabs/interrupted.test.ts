import { describe, expect, it } from 'vitest';
import { actionOf } from '../../actions/all.ts';
import type { Problem } from '../../lib/problem.ts';
import { reduceRun } from '../model/reducer.ts';
import { type Attempt, type Intent, itemsOf, type Run } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { giveUp, interrupt, pageWasLeft } from './interrupted.ts';

const attempt = { clientRequestId: 'c-1', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' };
const ended = { ...attempt, endedAt: '2026-12-08T12:00:01.000Z' };

const afterwards = (run: Run) => interrupt(run, actionOf).reduce(reduceRun, run);
const endsOf = (run: Run) => itemsOf(afterwards(run)).map(({ phase, outcome }) => `${phase} ${outcome}`);

describe('a run whose page was left', () => {
  it('does not know what became of a request without an answer', () => {
    const run = runOf([stepOf('1', [itemOf('a', { phase: 'sending' })], { attempts: [attempt] })]);
    expect(endsOf(run)).toEqual(['answered unknown']);
    expect(afterwards(run).state).toBe('running');
  });

  it('keeps what is known', () => {
    const items = [
      itemOf('a', { phase: 'answered', outcome: 'unknown' }),
      itemOf('b', { phase: 'settled', outcome: 'confirmed' }),
    ];
    expect(endsOf(runOf([stepOf('1', items)]))).toEqual(['answered unknown', 'settled confirmed']);
  });

  it('holds what was not sent, and says why', () => {
    const run = runOf([stepOf('1', [itemOf('a')])]);
    expect(endsOf(run)).toEqual(['planned null']);
    expect(afterwards(run)).toMatchObject({ state: 'paused', pausedBecause: pageWasLeft });
  });

  it('leaves out what was not sent when it had been cancelled', () => {
    const run = runOf([stepOf('1', [itemOf('a')])], { cancelled: true });
    expect(endsOf(run)).toEqual(['settled skipped']);
    expect(afterwards(run).state).toBe('running');
  });

  it.each([
    [429, 'answered skipped'],
    [401, 'answered skipped'],
    [503, 'answered unknown'],
    [undefined, 'answered unknown'],
  ])('takes what waited to be sent again after a %s as: %s', (status, expected) => {
    const attempts = [status === undefined ? attempt : { ...ended, status }];
    expect(endsOf(runOf([stepOf('1', [itemOf('a')], { attempts })]))).toEqual([expected]);
  });

  it('does not take a refusal for the end of it while an earlier request may still take effect', () => {
    const statusesOf = (...statuses: number[]) => statuses.map((status) => ({ ...ended, status }));
    const endsAfter = (...statuses: number[]) =>
      endsOf(runOf([stepOf('1', [itemOf('a')], { attempts: statusesOf(...statuses) })]));
    expect(endsAfter(503, 429)).toEqual(['answered unknown']);
    expect(endsAfter(429, 503)).toEqual(['answered unknown']);
    expect(endsAfter(429, 401)).toEqual(['answered skipped']);
  });

  it.each<[{ readonly intent?: Intent }, Partial<Attempt>, string]>([
    [{ intent: { kind: 'response-action' } }, { status: 204 }, 'answered started '],
    [{ intent: { kind: 'inventory-sync' } }, { status: 202 }, 'answered started '],
    [{ intent: { kind: 'task-status', status: 'completed' } }, { status: 200 }, 'answered successful '],
    [{ intent: { kind: 'response-action' } }, { status: 204, doubt: 'Odd' }, 'answered unknown'],
    [{ intent: { kind: 'response-action' } }, { status: 302 }, 'answered unknown'],
    [{ intent: { kind: 'response-action' } }, { status: 199 }, 'answered unknown'],
    [{ intent: { kind: 'response-action' } }, {}, 'answered unknown'],
    // Which drivers it was that Intune took was told by a part that was not written down.
    [{}, { status: 200 }, 'answered unknown'],
  ])(
    'knows an acceptance that was written down without what follows from it: %j %j',
    (rest, end, expected) => {
      const step = stepOf('1', [itemOf('a', { phase: 'sending' })], { attempts: [{ ...ended, ...end }] });
      const [item] = itemsOf(afterwards(runOf([step], rest)));
      const told = `${item?.phase} ${item?.outcome} ${item?.reason}`;
      expect(told).toBe(
        expected.endsWith(' ') ? expected : `${expected} The page closed before the response was processed`,
      );
    },
  );

  it.each([
    [{}, [attempt], 'sending', 'The page closed before the response came'],
    [{ cancelled: true }, [], 'planned', 'Canceled before it was sent'],
    [{}, [{ ...ended, status: 429 }], 'planned', 'Microsoft asked to wait; not resent'],
    [{}, [{ ...ended, status: 503 }], 'planned', 'The page closed before it was resent'],
  ] as const)('says why: %j, %j, %s', (rest, attempts, phase, reason) => {
    const run = runOf([stepOf('1', [itemOf('a', { phase })], { attempts })], rest);
    expect(itemsOf(afterwards(run)).map((item) => item.reason)).toEqual([reason]);
  });

  it('tells an item that was sent from one beside it that was not', () => {
    const run = runOf([stepOf('1', [itemOf('a'), itemOf('b')], { attempts: [ended] })]);
    expect(endsOf(run)).toEqual(['answered unknown', 'planned null']);
  });

  it.each(['paused', 'settling', 'done'] as const)('stays %s', (state) => {
    const run = runOf([stepOf('1', [itemOf('a')])], { state });
    expect(afterwards(run).state).toBe(state);
  });
});

describe('a run in whose course an error of our own was met', () => {
  const mistake: Problem = { kind: 'unexpected', title: 'A mistake', advice: 'Reload.' };
  const run = runOf([
    stepOf('1', [
      itemOf('a', { phase: 'sending' }),
      itemOf('b', { phase: 'settled', outcome: 'confirmed' }),
      itemOf('c', { phase: 'answered', outcome: 'successful' }),
    ]),
    stepOf('2', [itemOf('d')]),
    stepOf('3', [itemOf('e', { phase: 'settled', outcome: 'failed' })]),
  ]);
  const end = giveUp(run, mistake, actionOf).reduce(reduceRun, run);

  it('what was being sent is not known, the rest was not sent, and what is known stays', () => {
    expect(itemsOf(end).map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual([
      'answered unknown',
      'settled confirmed',
      'answered successful',
      'settled skipped',
      'settled failed',
    ]);
    expect(itemsOf(end)[3]?.reason).toBe('Something went wrong in Actiondesk before it was sent');
  });

  it('does not say of what was sent and refused that it was not sent', () => {
    const waiting = (status: number) =>
      runOf([stepOf('1', [itemOf('a')], { attempts: [{ ...ended, status }] })]);
    const endsIn = (waits: Run) => itemsOf(giveUp(waits, mistake, actionOf).reduce(reduceRun, waits))[0];
    expect(endsIn(waiting(503))).toMatchObject({
      phase: 'answered',
      outcome: 'unknown',
      reason: 'Something went wrong in Actiondesk before it was resent',
    });
    expect(endsIn(waiting(429))).toMatchObject({ phase: 'answered', outcome: 'skipped' });
  });

  it('tells of it where it changed something', () => {
    expect(end.steps.map(({ problem }) => problem)).toEqual([mistake, mistake, null]);
  });
});
