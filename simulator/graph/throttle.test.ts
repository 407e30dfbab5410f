import { describe, expect, it } from 'vitest';
import { createThrottle, parseRetryAfter } from './throttle.ts';

const write = { method: 'POST', segments: ['deviceManagement', 'windowsDriverUpdateProfiles'] };
const read = { ...write, method: 'GET' };
const task = { method: 'GET', segments: ['security', 'incidentTasks'] };

function setUp() {
  let now = 1_000_000;
  const throttle = createThrottle(() => now);
  const repeat = (request: typeof write, times: number) =>
    Array.from({ length: times }, () => throttle.admit(request)).filter((wait) => wait !== undefined);
  return {
    throttle,
    repeat,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('createThrottle', () => {
  it.each([
    ['Intune writes', write, 100, 20],
    ['Intune requests', read, 1_000, 20],
    ['incident task requests', task, 50, 60],
  ])('admits the budget of %s and then names the wait', (_, request, limit, seconds) => {
    const { repeat, pass } = setUp();
    expect(repeat(request, limit)).toEqual([]);
    expect(repeat(request, 1)).toEqual([seconds]);
    pass(seconds * 1_000);
    expect(repeat(request, 1)).toEqual([]);
  });

  it('counts what it refused', () => {
    const { repeat, pass } = setUp();
    repeat(write, 100);
    pass(10_000);
    repeat(write, 100);
    pass(10_000);
    expect(repeat(write, 1)).toEqual([10]);
  });

  it('keeps the areas apart', () => {
    const { repeat } = setUp();
    repeat(write, 101);
    expect(repeat(task, 1)).toEqual([]);
    expect(repeat(read, 1)).toEqual([]);
  });

  it('knows who comes before the promised time, with 50 ms of grace', () => {
    const { throttle, pass } = setUp();
    throttle.promise(write, 10_000);
    pass(4_000);
    expect(throttle.earlyBy(write)).toBe(5_950);
    expect(throttle.earlyBy(read)).toBeUndefined();
    pass(5_950);
    expect(throttle.earlyBy(write)).toBeUndefined();
  });

  it('excuses what was on its way to another address, and not the same request once more', () => {
    const { throttle, pass } = setUp();
    const other = { ...write, segments: [...write.segments, 'other'] };
    throttle.promise(write, 10_000);
    pass(50);
    expect([throttle.earlyBy(write), throttle.earlyBy(other)]).toEqual([9_900, undefined]);
    pass(450);
    expect(throttle.earlyBy(other)).toBe(9_450);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    ['10', 10_000],
    [' 1.5 ', 1_500],
    ['2, 30', 30_000],
    ['Sun, 22 Nov 2026 12:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', undefined],
    ['0', undefined],
    ['soon', undefined],
  ])('%j', (text, expected) => {
    expect(parseRetryAfter(text, now)).toBe(expected);
  });
});
