import { describe, expect, it } from 'vitest';
import { createAllowance } from './allowance.ts';

const minute = 60_000;
const wait = (milliseconds: number) => ({ kind: 'wait', milliseconds }) as const;
const renew = { kind: 'renew', milliseconds: 0 } as const;

describe('a run may by itself', () => {
  it.each([
    [0, 3],
    [1, 3],
    [30, 3],
    [31, 4],
    [100, 10],
    [1_000, 100],
  ])('with %i requests send %i times again after a wait', (steps, expected) => {
    const { mayRepeat } = createAllowance(steps);
    const answers = Array.from({ length: expected + 2 }, () => mayRepeat(wait(1)));
    expect(answers).toEqual([...Array<boolean>(expected).fill(true), false, false]);
  });

  it('wait for ten minutes in all', () => {
    const { mayRepeat } = createAllowance(100);
    expect(mayRepeat(wait(7 * minute))).toBe(true);
    expect(mayRepeat(wait(3 * minute + 1))).toBe(false);
    // What was refused is not counted.
    expect(mayRepeat(wait(3 * minute))).toBe(true);
    expect(mayRepeat(wait(1))).toBe(false);
  });

  it('renew its token twice, and that is no sending again', () => {
    const { mayRepeat } = createAllowance(1);
    expect([renew, renew, renew].map(mayRepeat)).toEqual([true, true, false]);
    expect([1, 2, 3, 4].map(() => mayRepeat(wait(1)))).toEqual([true, true, true, false]);
  });

  it('renew its token also when it may wait no more', () => {
    const { mayRepeat } = createAllowance(1);
    expect(mayRepeat(wait(10 * minute))).toBe(true);
    expect(mayRepeat(wait(1))).toBe(false);
    expect(mayRepeat(renew)).toBe(true);
  });
});

it.each([
  [600_000, true],
  [600_001, false],
])('one wait of %i ms: %s, however much was waited before', (milliseconds, expected) => {
  const allowance = createAllowance(1);
  expect(allowance.mayRepeat({ kind: 'wait', milliseconds: 590_000 })).toBe(true);
  expect(allowance.mayWait(milliseconds)).toBe(expected);
});
