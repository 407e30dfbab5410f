import { describe, expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { groupProblems, stoppedSteps } from './problem-groups.ts';

const forbidden: Problem = { kind: 'forbidden', title: 'Not allowed', advice: '', status: 403, code: 'X' };
const met = (targetId: string, problem: Problem | null) => ({
  targetId,
  targetName: `T${targetId}`,
  problem,
});

describe('groupProblems', () => {
  it('tells one problem once, as it was met last, with all its targets', () => {
    const last = { ...forbidden, requestId: 'last' };
    const groups = groupProblems([met('1', forbidden), met('2', null), met('3', last), met('1', last)]);
    expect(groups).toEqual([expect.objectContaining({ problem: last, targets: ['T1', 'T3'] })]);
  });

  it.each([
    ['kind', { kind: 'rejected' }],
    ['code', { code: 'Y' }],
    ['status', { status: 401 }],
  ] as const)('keeps problems of another %s apart', (_what, other) => {
    expect(groupProblems([met('1', forbidden), met('2', { ...forbidden, ...other })])).toHaveLength(2);
  });
});

describe('what was said', () => {
  const saying = (advice: string): Problem => ({ ...forbidden, advice });

  it('of one target is not shown for another', () => {
    const groups = groupProblems([met('1', saying('A')), met('2', saying('B')), met('3', saying('A'))]);
    expect(groups.map(({ problem, targets }) => [problem.advice, targets])).toEqual([
      ['A', ['T1', 'T3']],
      ['B', ['T2']],
    ]);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(2);
  });

  it('is not quoted where it differs for more than three', () => {
    const said = ['A', 'B', 'C', 'D', 'A'].map((reason) => `Microsoft says: “${reason}”. Open the portal.`);
    const groups = groupProblems(said.map((advice, index) => met(`${index}`, saying(advice))));
    expect(groups).toHaveLength(1);
    expect(groups[0]?.targets).toEqual(['T0', 'T1', 'T2', 'T3', 'T4']);
    expect(groups[0]?.problem.advice).toBe(
      'Microsoft’s reasons differ from item to item. The history has the request-id of each. Open the portal.',
    );
  });
});

describe('one cause', () => {
  const of = (kind: Problem['kind'], rest: Partial<Problem> = {}): Problem => ({
    kind,
    title: kind,
    advice: '',
    ...rest,
  });

  it.each([
    ['a busy service', of('throttled', { retryAt: 5 }), of('throttled', { status: 429, code: 'X' })],
    ['a sign-in that is needed', of('signInNeeded'), of('stepUpNeeded', { status: 401 })],
  ])('%s: the problem of the run speaks for its steps', (_, told, problem) => {
    expect(groupProblems([met('1', problem)], told)).toEqual([]);
  });

  it('a busy service is one banner, whatever it answered', () => {
    expect(
      groupProblems([met('1', of('throttled', { status: 429 })), met('2', of('throttled'))]),
    ).toHaveLength(1);
  });

  it('a permission that is missing is not solved by a sign-in', () => {
    expect(groupProblems([met('1', of('consentNeeded'))], of('signInNeeded'))).toHaveLength(1);
  });
});

it('a wait for the next try is no banner while the run sends, and one once the run has stopped', () => {
  const putOff = stepOf('1', [itemOf('a')], { problem: { ...forbidden, retryAt: 5 } });
  const failed = stepOf('2', [itemOf('b')], { problem: forbidden });
  expect(stoppedSteps(runOf([putOff, failed]))).toEqual([failed]);
  expect(stoppedSteps(runOf([putOff, failed], { state: 'paused' }))).toEqual([putOff, failed]);
});
