/** A tenant's Graph time, in epoch milliseconds: real time plus an offset that only grows. */
export interface Clock {
  now(): number;
  /** Moves this tenant's time forward by `ms`. */
  advance(ms: number): void;
  /** Back to real time. */
  reset(): void;
}

/** `realNow` is there for tests that must not depend on the machine's clock. */
export function createClock(realNow: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => realNow() + offset,
    advance: (ms) => {
      offset += ms;
    },
    reset: () => {
      offset = 0;
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
