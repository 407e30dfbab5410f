import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('so many work at a time; the lowest rank is next, whenever it came', async () => {
  const { take } = createTurns(2);
  const order: string[] = [];
  const ranks = { a: 5, b: 5, c: 3, d: 2, e: 3 };
  const ends: (() => void)[] = [];
  for (const name of ['a', 'b', 'c', 'd', 'e'] as const) {
    void take(() => ranks[name]).then((end) => {
      order.push(name);
      ends.push(end);
    });
  }
  await Promise.resolve();
  expect(order).toEqual(['a', 'b']);
  ends.shift()?.();
  await Promise.resolve();
  expect(order).toEqual(['a', 'b', 'd']);
  ranks.e = 1;
  ends.shift()?.();
  ends.shift()?.();
  await Promise.resolve();
  expect(order).toEqual(['a', 'b', 'd', 'e', 'c']);
});
