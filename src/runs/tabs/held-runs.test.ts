import { expect, it } from 'vitest';
import { calm, doorOf } from '../testing/test-runner.ts';
import { createHeldRuns } from './held-runs.ts';

it('knows what is worked on, tells of it, and stops it', async () => {
  const held = createHeldRuns();
  const seen: string[][] = [];
  held.ids.subscribe(() => seen.push([...held.ids.get()]));
  const door = doorOf();
  const work = held.during('a', async (stop) => {
    await door.passed;
    return stop.signal.aborted;
  });
  expect(held.has('a')).toBe(true);
  expect(held.has('b')).toBe(false);
  held.stop('b');
  held.stop('a');
  door.open();
  expect(await work).toBe(true);
  expect(held.has('a')).toBe(false);
  expect(seen).toEqual([['a'], []]);
});

it('lets go of a run whose work failed', async () => {
  const held = createHeldRuns();
  await expect(held.during('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await calm();
  expect(held.has('a')).toBe(false);
});
