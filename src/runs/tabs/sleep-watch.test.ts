import { expect, it } from 'vitest';
import { calm } from '../testing/test-runner.ts';
import { createSleepWatch } from './sleep-watch.ts';

const minute = 60_000;

/** A sleepWatch whose clock and timer are told. */
function setUp() {
  let now = 1_000_000;
  let ring = (): void => undefined;
  const waits: number[] = [];
  const over = new AbortController();
  const wait = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      waits.push(milliseconds);
      const leave = () => reject(signal?.reason);
      ring = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
    });
  const sleepWatch = createSleepWatch(() => now, wait, over.signal);
  return {
    sleepWatch,
    waits,
    over,
    pass(milliseconds: number) {
      now += milliseconds;
    },
    async beat() {
      ring();
      await calm();
    },
  };
}

it('the computer slept when a timer of half a minute takes more than five minutes', () => {
  const { sleepWatch, pass, waits } = setUp();
  expect(waits).toEqual([30_000]);
  pass(5 * minute);
  expect(sleepWatch.hasSlept()).toBe(false);
  pass(1);
  expect(sleepWatch.hasSlept()).toBe(true);
});

it('is remembered, although the timer goes on when the computer wakes', async () => {
  const { sleepWatch, pass, beat } = setUp();
  pass(8 * 60 * minute);
  await beat();
  expect(sleepWatch.hasSlept()).toBe(true);
  await beat();
  expect(sleepWatch.hasSlept()).toBe(true);
});

it('is not said of a run that goes on for long, or waits for long, while the timer goes', async () => {
  const { sleepWatch, pass, beat } = setUp();
  for (let count = 0; count < 30; count += 1) {
    pass(minute);
    await beat();
    expect(sleepWatch.hasSlept()).toBe(false);
  }
});

it('is not said of a clock that is set back', async () => {
  const { sleepWatch, pass, beat } = setUp();
  pass(-60 * minute);
  expect(sleepWatch.hasSlept()).toBe(false);
  await beat();
  pass(minute);
  expect(sleepWatch.hasSlept()).toBe(false);
});

it('ends with the sending', async () => {
  const { over, waits } = setUp();
  over.abort();
  await calm();
  expect(waits).toHaveLength(1);
});
