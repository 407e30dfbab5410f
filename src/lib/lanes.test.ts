import { expect, it } from 'vitest';
import { inLanes } from './lanes.ts';

/** Work that ends when it is told to, and what was begun and ended. */
function setUp() {
  const ends = new Map<string, (error?: Error) => void>();
  const story: string[] = [];
  const work = (entry: string) =>
    new Promise<void>((resolve, reject) => {
      story.push(`begin ${entry}`);
      ends.set(entry, (error) => {
        story.push(`end ${entry}`);
        if (error) reject(error);
        else resolve();
      });
    });
  const end = async (entry: string, error?: Error) => {
    ends.get(entry)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { work, story, end };
}

it('works on so many at once, in their order', async () => {
  const { work, story, end } = setUp();
  const all = inLanes(['a', 'b', 'c'], 2, work);
  expect(story).toEqual(['begin a', 'begin b']);
  await end('b');
  expect(story).toEqual(['begin a', 'begin b', 'end b', 'begin c']);
  await end('c');
  await end('a');
  await all;
});

it('after a failure begins nothing more, lets what was begun end, and throws the first', async () => {
  const { work, story, end } = setUp();
  const first = new Error('first');
  const all = inLanes(['a', 'b', 'c'], 2, work).then(() => 'done', String);
  await end('a', first);
  await end('b', new Error('second'));
  expect(await all).toBe('Error: first');
  expect(story).toEqual(['begin a', 'begin b', 'end a', 'end b']);
});

it('ends at once where there is nothing to do', async () => {
  await inLanes([], 3, () => Promise.reject(new Error('no')));
});
