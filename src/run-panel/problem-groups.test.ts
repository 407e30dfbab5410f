import { describe, expect, it } from 'vitest';
import type { Problem } from '../lib/problem.ts';
import { groupProblems, nameTargets } from './problem-groups.ts';

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

it.each([
  [1, 'T0'],
  [3, 'T0, T1, T2'],
  [15, 'T0, T1, T2 and 12 more'],
])('names %i targets: %s', (count, text) => {
  expect(nameTargets(Array.from({ length: count }, (_none, index) => `T${index}`))).toBe(text);
});
