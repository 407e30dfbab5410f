import { describe, expect, it } from 'vitest';
import { createPulse } from './pulse.ts';

const minute = 60_000;

/** A pulse, and a clock that is told. */
function setUp() {
  let now = 1_000_000;
  const pulse = createPulse(() => now);
  return {
    pulse,
    /** Whether it has slept when so much time has gone by. */
    sleptAfter(milliseconds: number) {
      now += milliseconds;
      return pulse.hasSlept();
    },
  };
}

describe('the computer slept', () => {
  it('when nothing has happened for more than five minutes', () => {
    const { sleptAfter } = setUp();
    expect(sleptAfter(5 * minute)).toBe(false);
    expect(sleptAfter(1)).toBe(true);
  });

  it('but not while something happens now and then', () => {
    const { pulse, sleptAfter } = setUp();
    for (let count = 0; count < 3; count += 1) {
      expect(sleptAfter(5 * minute)).toBe(false);
      pulse.beat();
    }
    expect(sleptAfter(5 * minute + 1)).toBe(true);
    pulse.beat();
    expect(sleptAfter(0)).toBe(false);
  });

  it('only when it takes five minutes more than what was begun', () => {
    const { pulse, sleptAfter } = setUp();
    pulse.expect(10 * minute);
    expect(sleptAfter(15 * minute)).toBe(false);
    expect(sleptAfter(1)).toBe(true);
  });

  it('but not while one request waits for long, although others come and go', () => {
    const { pulse, sleptAfter } = setUp();
    pulse.expect(10 * minute);
    pulse.expect(2 * minute);
    sleptAfter(minute);
    pulse.beat();
    expect(sleptAfter(14 * minute)).toBe(false);
    expect(sleptAfter(1)).toBe(true);
  });
});
