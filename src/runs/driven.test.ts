import { expect, it } from 'vitest';
import { createDriven } from './driven.ts';
import { calm, doorOf } from './test-runner.ts';

it('knows what is worked on, tells of it, and stops it', async () => {
  const driven = createDriven();
  const seen: string[][] = [];
  driven.ids.subscribe(() => seen.push([...driven.ids.get()]));
  const door = doorOf();
  const work = driven.during('a', async (stop) => {
    await door.passed;
    return stop.signal.aborted;
  });
  expect(driven.has('a')).toBe(true);
  expect(driven.has('b')).toBe(false);
  driven.stop('b');
  driven.stop('a');
  door.open();
  expect(await work).toBe(true);
  expect(driven.has('a')).toBe(false);
  expect(seen).toEqual([['a'], []]);
});

it('lets go of a run whose work failed', async () => {
  const driven = createDriven();
  await expect(driven.during('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await calm();
  expect(driven.has('a')).toBe(false);
});
