import { describe, expect, it } from 'vitest';
import { createToldTime } from './told-time.ts';

const noon = Date.UTC(2026, 11, 8, 12);
const hour = 3_600_000;
const day = 24 * hour;

/** A page in its first hour, whose computer's clock is off by so much. */
function setUp(skew = 0) {
  let passed = hour;
  const told = createToldTime(
    () => noon + skew + passed - hour,
    () => passed,
  );
  return { told, pass: (milliseconds: number) => (passed += milliseconds) };
}

describe('the earliest time that it can be', () => {
  it('is not known before it was told', () => {
    const { told } = setUp();
    for (const nonsense of [undefined, null, '1', Number.NaN, Number.POSITIVE_INFINITY]) told.hear(nonsense);
    expect(told.earliest()).toBeUndefined();
  });

  it('is that of the token, and what has passed since', () => {
    const { told, pass } = setUp(40 * day);
    told.hear(noon / 1_000);
    expect(told.earliest()).toBe(noon);
    pass(hour);
    expect(told.earliest()).toBe(noon + hour);
  });

  it('does not go back with a token that was kept, and goes on with a new one', () => {
    const { told, pass } = setUp();
    told.hear(noon / 1_000 - 600);
    pass(hour);
    told.hear(noon / 1_000 - 600);
    expect(told.earliest()).toBe(noon - 600_000 + hour);
    told.hear(noon / 1_000 + 3_600);
    expect(told.earliest()).toBe(noon + hour);
  });
});

describe('the time that it may be', () => {
  it.each([
    ['the clock’s, before another was told', 40 * day, undefined, noon + 40 * day],
    ['the clock’s, up to two days after what was told', 2 * day, noon, noon + 2 * day],
    ['two days after what was told, at the most', 40 * day, noon, noon + 2 * day],
    ['what was told, where the clock is behind', -40 * day, noon, noon],
  ])('[B24] is %s', (_what, skew, told, expected) => {
    const page = setUp(skew);
    page.told.hear(told && told / 1_000);
    expect(page.told.likely()).toBe(expected);
  });
});
