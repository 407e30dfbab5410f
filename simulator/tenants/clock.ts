/** A tenant's Graph time, in epoch milliseconds: real time plus an offset that only grows. */
export interface Clock {
  now(): number;
  /** Moves this tenant's time forward by `ms`. What is due by then happens at once. */
  advance(ms: number): void;
  /** Does something at a time of this clock, whether it comes by itself or is advanced to. */
  at(time: number, act: () => void): void;
}

/** `realNow` is there for tests that must not depend on the machine's clock. */
export function createClock(realNow: () => number = Date.now): Clock {
  let offset = 0;
  let planned: { readonly time: number; readonly act: () => void }[] = [];
  const now = () => realNow() + offset;
  const doWhatIsDue = () => {
    const due = planned.filter(({ time }) => time <= now()).sort((a, b) => a.time - b.time);
    planned = planned.filter((plan) => !due.includes(plan));
    for (const { act } of due) act();
  };
  return {
    now,
    advance: (ms) => {
      offset += ms;
      doWhatIsDue();
    },
    at: (time, act) => {
      planned.push({ time, act });
      // A timer may fire a moment before the clock is there.
      setTimeout(doWhatIsDue, Math.max(0, time - now()) + 1).unref();
    },
  };
}

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** How .NET writes a date that was never set: what Intune sends for `deployDateTime` of an undecided driver. */
export const unsetDate = '0001-01-01T00:00:00Z';

/** Epoch milliseconds as Graph writes an Edm.DateTimeOffset: UTC, without a fraction when it is zero. */
export function toGraphTime(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

/** The same with the seven digits of a .NET tick, as the Defender backend sends. */
export function toTickTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '3333Z');
}
