import { expect, it } from 'vitest';
import { longestOf, type TimedWait } from './timed-wait.ts';

const wait = (until: number): TimedWait => ({ until, because: 'pacing' });

it.each([
  [[], undefined],
  [[3], 3],
  [[1, 5, 2], 5],
  [[9, 5], 9],
])('of %j the longest wait is %s', (untils, longest) => {
  expect(longestOf(untils.map(wait))?.until).toBe(longest);
});
