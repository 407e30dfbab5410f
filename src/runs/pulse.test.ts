import { expect, it } from 'vitest';
import { createPulse } from './pulse.ts';
import { calm } from './test-runner.ts';

const minute = 60_000;

/** A pulse whose clock and timer are told. */
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
  const pulse = createPulse(() => now, wait, over.signal);
  return {
    pulse,
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
  const { pulse, pass, waits } = setUp();
  expect(waits).toEqual([30_000]);
  pass(5 * minute);
  expect(pulse.hasSlept()).toBe(false);
  pass(1);
  expect(pulse.hasSlept()).toBe(true);
});

it('is remembered, although the timer goes on when the computer wakes', async () => {
  const { pulse, pass, beat } = setUp();
  pass(8 * 60 * minute);
  await beat();
  expect(pulse.hasSlept()).toBe(true);
  await beat();
  expect(pulse.hasSlept()).toBe(true);
});

it('is not said of a run that goes on for long, or waits for long, while the timer goes', async () => {
  const { pulse, pass, beat } = setUp();
  for (let count = 0; count < 30; count += 1) {
    pass(minute);
    await beat();
    expect(pulse.hasSlept()).toBe(false);
  }
});

it('is not said of a clock that is set back', async () => {
  const { pulse, pass, beat } = setUp();
  pass(-60 * minute);
  expect(pulse.hasSlept()).toBe(false);
  await beat();
  pass(minute);
  expect(pulse.hasSlept()).toBe(false);
});

it('ends with the sending', async () => {
  const { over, waits } = setUp();
  over.abort();
  await calm();
  expect(waits).toHaveLength(1);
});
