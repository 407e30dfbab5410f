import { expect, it } from 'vitest';
import { onceAtATime } from './once-at-a-time.ts';

/** Work that waits to be told how it ends. */
function setUp() {
  const ends: { key: string; end: (error?: Error) => void }[] = [];
  const ask = onceAtATime(
    (key) =>
      new Promise((resolve, reject) => {
        ends.push({ key, end: (error) => (error ? reject(error) : resolve()) });
      }),
  );
  const next = () => new Promise((resolve) => setImmediate(resolve));
  return { ask, ends, next };
}

it('does once more what was asked for often while it was under way', async () => {
  const { ask, ends, next } = setUp();
  const all = ask('a');
  for (let times = 0; times < 80; times += 1) await ask('a');
  expect(ends).toHaveLength(1);
  ends[0]?.end();
  await next();
  expect(ends).toHaveLength(2);
  ends[1]?.end();
  await all;
  expect(ends).toHaveLength(2);
});

it('does different things side by side, and the same again when it is over', async () => {
  const { ask, ends, next } = setUp();
  void ask('a');
  void ask('b');
  expect(ends.map(({ key }) => key)).toEqual(['a', 'b']);
  ends[0]?.end();
  await next();
  void ask('a');
  expect(ends.map(({ key }) => key)).toEqual(['a', 'b', 'a']);
});

it('tells of a failure, unless it is tried again at once', async () => {
  const { ask, ends, next } = setUp();
  const all = ask('a');
  void ask('a');
  ends[0]?.end(new Error('first'));
  await next();
  ends[1]?.end(new Error('second'));
  await expect(all).rejects.toThrow('second');
  void ask('a');
  expect(ends).toHaveLength(3);
});
