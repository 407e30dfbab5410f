import { describe, expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { tellCauses } from './causes.ts';
import type { Offered } from './offered.ts';

const nothing: Offered = {
  ...{ toResume: 0, toRetry: 0, toUndo: 0, toCheck: 0, toLeave: 0 },
  ...{ mayCancel: false, whyNot: undefined },
};
const lost: Problem = { kind: 'unreachable', title: 'Connection lost', advice: 'Check the network.' };
const forbidden: Problem = { kind: 'forbidden', title: 'Access denied', advice: 'Ask an admin.' };
const unknown = itemOf('u', { phase: 'answered', outcome: 'unknown' });
const rejected = itemOf('r', { phase: 'settled', outcome: 'rejected' });
const failed = (id: string, reason = '') => itemOf(id, { phase: 'settled', outcome: 'failed', reason });
const confirmed = itemOf('c', { phase: 'settled', outcome: 'confirmed' });

describe('the causes of a run', () => {
  it('are a line for each result that needs attention, the most urgent first', () => {
    const items = [confirmed, failed('a'), { ...unknown, id: 'b' }];
    const { problems, causes } = tellCauses(runOf([stepOf('1', items)]), nothing, null);
    expect(problems).toEqual([]);
    expect(causes.map(({ result, count }) => [result, count])).toEqual([
      ['unknown', 1],
      ['failed', 1],
    ]);
  });

  it('are named by the reason that all share, and by the result where reasons differ', () => {
    const told = (...reasons: readonly string[]) =>
      tellCauses(
        runOf([
          stepOf(
            '1',
            reasons.map((reason, index) => failed(`${index}`, reason)),
          ),
        ]),
        nothing,
        null,
      ).causes;
    expect(told('No reason', 'No reason')).toMatchObject([{ count: 2, title: 'No reason', reasons: [] }]);
    expect(told('A', 'B', 'B')).toMatchObject([
      {
        count: 3,
        title: 'Failed',
        reasons: [
          ['B', 2],
          ['A', 1],
        ],
      },
    ]);
    expect(told('', 'B')).toMatchObject([{ title: 'Failed', reasons: [['B', 1]] }]);
  });

  it('are not told a second time where a problem of the request explains them', () => {
    const run = runOf([stepOf('1', [unknown], { problem: lost })], { state: 'settling' });
    const { problems, causes } = tellCauses(run, { ...nothing, toCheck: 1 }, null);
    expect(causes).toEqual([]);
    expect(problems).toMatchObject([{ result: 'unknown', count: 1 }]);
    // Nothing that the line of the result would say is lost.
    expect(problems[0]?.problem.advice).toMatch(
      /^Check the network\. No reliable response: .* Use Check again/,
    );
  });

  it('keep their own line for the items that no problem explains', () => {
    const steps = [stepOf('1', [unknown], { problem: lost }), stepOf('2', [{ ...unknown, id: 'v' }])];
    const { problems, causes } = tellCauses(runOf(steps), nothing, null);
    expect(causes).toMatchObject([{ result: 'unknown', count: 1 }]);
    expect(problems[0]?.problem.advice).toBe('Check the network.');
  });

  it('leave to the problem that stopped the run what it made Microsoft reject, and no unknown result', () => {
    const steps = [stepOf('1', [rejected, unknown], { problem: forbidden })];
    const { problems, causes } = tellCauses(
      runOf(steps, { state: 'paused', pausedBecause: forbidden }),
      nothing,
      null,
    );
    expect(problems).toEqual([]);
    expect(causes.map(({ result }) => result)).toEqual(['unknown']);
  });

  it('explain a result that a person asks for, and one that nobody follows any longer', () => {
    const started = itemOf('s', { phase: 'answered', outcome: 'started' });
    const run = runOf([stepOf('1', [confirmed, started])], { state: 'done' });
    expect(tellCauses(run, nothing, null).causes).toMatchObject([{ result: 'started', title: 'Started' }]);
    expect(tellCauses(run, nothing, 'confirmed').causes.map(({ result }) => result)).toEqual([
      'started',
      'confirmed',
    ]);
  });
});
