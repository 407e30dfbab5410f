import { expect, it } from 'vitest';
import { staleTimeOf } from './stale-time.ts';

it.each([
  [{ rows: [], isComplete: false }, 0],
  [{ rows: [], isComplete: true }, 60_000],
  [{ id: 'p' }, 60_000],
  [null, 60_000],
  [undefined, 60_000],
])('what was read, %j, stays fresh for %i ms', (data, time) => {
  expect(staleTimeOf({ state: { data } })).toBe(time);
});
