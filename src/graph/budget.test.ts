import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, createBudget } from './budget.ts';

const limit = { limit: 100, windowMs: 20_000, kept: 10 };

/** When requests go that are sent as early as they may, from one time to another. */
function sendAll(budget: Budget, from: number, to: number): number[] {
  const times: number[] = [];
  for (let at = budget.opensAt(from, false); at < to; at = budget.opensAt(at, false)) {
    budget.count(at);
    times.push(at);
  }
  return times;
}

describe('after a refusal', () => {
  const budget = createBudget(limit);
  budget.slowDown(1_000);
  const times = sendAll(budget, 1_000, 141_000);
  const countOf = (from: number, to: number) => times.filter((at) => at >= from && at < to).length;
  const gaps = times.flatMap((at, index) => {
    const before = times[index - 1];
    return before === undefined ? [] : [{ at, gap: at - before }];
  });

  it('requests go evenly at half the rate for a minute', () => {
    expect(countOf(1_000, 61_000)).toBe(150);
    for (const { gap } of gaps.filter(({ at }) => at <= 61_000)) expect(gap).toBe(400);
  });

  it('a place behind others is told by that rate', () => {
    const waited = createBudget(limit);
    waited.slowDown(1_000);
    expect(waited.opensAt(1_000, false, 10)).toBe(5_000);
    waited.count(1_000);
    expect(waited.opensAt(1_000, false, 10)).toBe(5_400);
  });

  it('the rate grows over the next minute', () => {
    expect(countOf(61_000, 81_000)).toBeGreaterThan(50);
    expect(countOf(81_000, 101_000)).toBeGreaterThan(countOf(61_000, 81_000));
    expect(Math.min(...gaps.map(({ gap }) => gap))).toBeGreaterThan(200);
  });

  it('bursts are back after two minutes', () => {
    const rested = createBudget(limit);
    rested.slowDown(1_000);
    expect(sendAll(rested, 120_999, 121_000)).toHaveLength(1);
    expect(sendAll(rested, 121_000, 121_001)).toHaveLength(89);
  });

  it('another refusal begins the minute again', () => {
    const again = createBudget(limit);
    again.slowDown(1_000);
    again.slowDown(50_000);
    expect(sendAll(again, 50_000, 110_000)).toHaveLength(150);
  });
});

it('those who settle used up what is kept: the next window is whole again for the others', () => {
  const budget = createBudget(limit);
  for (let count = 0; count < 95; count++) budget.count(1_000);
  expect([0, 89, 90].map((ahead) => budget.opensAt(1_000, false, ahead))).toEqual([21_000, 21_000, 41_000]);
  expect(budget.opensAt(1_000, true)).toBe(1_000);
});

it('the time given for a place far behind is right when every request goes as early as possible', () => {
  const moment = fc.record({
    after: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, fc.nat(3_000)),
    isSettling: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(moment, { maxLength: 150 }),
      fc.nat(300),
      fc.boolean(),
      (past, ahead, isSettling) => {
        const budget = createBudget(limit);
        let now = 0;
        for (const one of past) {
          now = budget.opensAt(now + one.after, one.isSettling);
          budget.count(now);
        }
        const told = budget.opensAt(now, isSettling, ahead);
        for (let index = 0; index < ahead; index++) {
          now = budget.opensAt(now, isSettling);
          budget.count(now);
        }
        expect(budget.opensAt(now, isSettling)).toBe(told);
      },
    ),
  );
});
