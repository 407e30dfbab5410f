import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Budget, type Claim, checkedActionsPerMinute, createBudget, limits } from './budget.ts';

const limit = { limit: 100, windowMs: 20_000, kept: 10 };

/** When requests go that are sent as early as they may, from one time to another. */
function sendAll(budget: Budget, from: number, to: number): number[] {
  const times: number[] = [];
  for (let at = budget.opensAt(from, 'ordinary'); at < to; at = budget.opensAt(at, 'ordinary')) {
    budget.count(at, 'ordinary');
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

  it('[SR-28] requests go evenly at half the rate for a minute', () => {
    expect(countOf(1_000, 61_000)).toBe(150);
    for (const { gap } of gaps.filter(({ at }) => at <= 61_000)) expect(gap).toBe(400);
  });

  it('a place behind others is told by that rate', () => {
    const waited = createBudget(limit);
    waited.slowDown(1_000);
    expect(waited.opensAt(1_000, 'ordinary', 10)).toBe(5_000);
    waited.count(1_000, 'ordinary');
    expect(waited.opensAt(1_000, 'ordinary', 10)).toBe(5_400);
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

describe('what is kept', () => {
  it('is all that settling reads take while actions are sent, and it is theirs alone', () => {
    const budget = createBudget(limit);
    for (let count = 0; count < 10; count++) budget.count(1_000, 'settling');
    expect(budget.opensAt(1_000, 'yielding')).toBe(21_000);
    expect(budget.opensAt(1_000, 'settling')).toBe(1_000);
    expect([0, 89, 90].map((ahead) => budget.opensAt(1_000, 'ordinary', ahead))).toEqual([
      1_000, 1_000, 21_000,
    ]);
  });

  it('is left to settling reads by others', () => {
    const budget = createBudget(limit);
    for (let count = 0; count < 90; count++) budget.count(1_000, 'ordinary');
    expect(budget.opensAt(1_000, 'ordinary')).toBe(21_000);
    expect(budget.opensAt(1_000, 'yielding', 9)).toBe(1_000);
    expect(budget.opensAt(1_000, 'yielding', 10)).toBe(21_000);
  });

  it('was exceeded by settling reads: others have the rest of the window', () => {
    const budget = createBudget(limit);
    for (let count = 0; count < 95; count++) budget.count(1_000, 'settling');
    expect([4, 5].map((ahead) => budget.opensAt(1_000, 'ordinary', ahead))).toEqual([1_000, 21_000]);
    expect(budget.opensAt(1_000, 'yielding')).toBe(21_000);
  });

  it('may be nothing: then what gives way waits', () => {
    const budget = createBudget({ ...limit, kept: 0 });
    expect(budget.opensAt(1_000, 'yielding')).toBe(Number.POSITIVE_INFINITY);
  });
});

it('leaves room for 20 response actions a minute, each checked just before', () => {
  expect(checkedActionsPerMinute(limits.defender)).toBe(20);
  expect(checkedActionsPerMinute({ limit: 100, windowMs: 20_000, kept: 10 })).toBe(135);
});

describe('the time given for a place far behind', () => {
  const claim = fc.constantFrom<Claim>('ordinary', 'settling');
  const momentOf = (claims: fc.Arbitrary<Claim>) =>
    fc.record({
      after: fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, fc.nat(3_000)),
      claim: claims,
    });

  /** What is told, and when that place goes if everybody goes as early as possible. */
  function play(
    past: readonly { readonly after: number; readonly claim: Claim }[],
    ahead: number,
    as: Claim,
  ): { told: number; goes: number } {
    const budget = createBudget(limit);
    let now = 0;
    for (const one of past) {
      now = budget.opensAt(now + one.after, one.claim);
      budget.count(now, one.claim);
    }
    const told = budget.opensAt(now, as, ahead);
    for (let index = 0; index < ahead; index++) {
      now = budget.opensAt(now, as);
      budget.count(now, as);
    }
    return { told, goes: budget.opensAt(now, as) };
  }

  it('is right where all are of one kind and go as early as possible', () => {
    fc.assert(
      fc.property(
        claim,
        fc.nat(300),
        fc.array(fc.oneof({ weight: 20, arbitrary: fc.constant(0) }, fc.nat(3_000)), { maxLength: 150 }),
        (as, ahead, afters) => {
          const past = afters.map((after) => ({ after, claim: as }));
          const { told, goes } = play(past, ahead, as);
          expect(goes).toBe(told);
        },
      ),
    );
  });

  it('is never too late', () => {
    fc.assert(
      fc.property(fc.array(momentOf(claim), { maxLength: 150 }), fc.nat(300), claim, (past, ahead, as) => {
        const { told, goes } = play(past, ahead, as);
        expect(goes).toBeGreaterThanOrEqual(told);
      }),
    );
  });
});
