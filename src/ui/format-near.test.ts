import { expect, it } from 'vitest';
import { formatMinute, formatShortDay, formatTime } from './format.ts';
import { formatNear, formatWithDay } from './format-near.ts';

const now = new Date(2026, 10, 30, 1).getTime();
const hour = 3_600_000;

it('a time of another day has its day, and one of long ago its year, too', () => {
  expect(formatNear(now - hour / 2, now)).toBe(formatTime(now - hour / 2));
  const yesterday = now - 3 * hour;
  expect(formatNear(yesterday, now)).toBe(`${formatShortDay(yesterday, now)}, ${formatTime(yesterday)}`);
  const longAgo = now - 31 * 24 * hour;
  expect(formatNear(longAgo, now)).toBe(formatMinute(longAgo));
});

it('a time that must name its day says “today” too', () => {
  expect(formatWithDay(now + hour, now)).toBe(`today ${formatTime(now + hour)}`);
  expect(formatWithDay(now - 3 * hour, now)).toBe(formatNear(now - 3 * hour, now));
});
