import { noon } from './test-answers.ts';

/** For tests: a time that passes only when it is told to, at noon in the beginning. */
export interface TestClock {
  readonly now: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** How many wait. */
  readonly waiting: () => number;
  /** Milliseconds since the beginning. */
  readonly elapsed: () => number;
  /** Lets time pass, and everything happen that is due until then. */
  advance(milliseconds: number): Promise<void>;
  /** Lets time pass until nobody waits any more. */
  finish(): Promise<void>;
  /** Sets the clock itself, as a person or a time server does: waits go on as if nothing had happened. */
  setBy(milliseconds: number): void;
}

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

export function createTestClock(): TestClock {
  let time = 0;
  let shown = noon;
  const timers = new Set<Timer>();
  /** What promises have to do is done before a macrotask runs. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  async function passUntil(end: number): Promise<void> {
    await settle();
    for (;;) {
      const next = [...timers].reduce<Timer | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
      if (!next || next.at > end) return;
      time = Math.max(time, next.at);
      timers.delete(next);
      next.ring();
      await settle();
    }
  }

  return {
    now: () => shown + time,
    elapsed: () => time,
    waiting: () => timers.size,
    wait: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const timer = { at: time + milliseconds, ring: resolve };
        timers.add(timer);
        signal?.addEventListener('abort', () => {
          timers.delete(timer);
          reject(signal.reason);
        });
      }),
    async advance(milliseconds) {
      const end = time + milliseconds;
      await passUntil(end);
      time = end;
    },
    finish: () => passUntil(Number.POSITIVE_INFINITY),
    setBy(milliseconds) {
      shown += milliseconds;
    },
  };
}
