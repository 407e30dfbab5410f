/** How many requests Graph takes in any window of time, and when the next may go. */
export interface Budget {
  /** The earliest time for the next request; with `ahead`, an estimate for the one behind so many others. */
  opensAt(time: number, isSettling: boolean, ahead?: number): number;
  /** A request goes now. Times never go back. */
  count(time: number): void;
  /** One was refused for coming too fast. */
  slowDown(time: number): void;
}

/** So many requests in any window. */
export interface Limit {
  readonly limit: number;
  readonly windowMs: number;
  /** How many of them are for settling reads alone. */
  readonly kept: number;
}

/**
 * Below what Graph allows an app in a tenant, so that a second tab or a slow network does not at once lead to a 429:
 * https://learn.microsoft.com/graph/throttling-limits. What is kept lets an unknown outcome be settled while a long
 * list loads or many actions run.
 */
export const limits = {
  intuneWrites: { limit: 90, windowMs: 20_000, kept: 0 },
  intuneReads: { limit: 500, windowMs: 20_000, kept: 50 },
  /** For each collection below `/security`. */
  defender: { limit: 45, windowMs: 60_000, kept: 4 },
} as const satisfies Record<string, Limit>;

/** The rate is half after a refusal, for this long; then it grows evenly back to the whole in as much time again. */
const halvedFor = 60_000;

export function createBudget({ limit, windowMs, kept }: Limit): Budget {
  /** When those of the last window went, oldest first. */
  const sent: number[] = [];
  let refusedAt = Number.NEGATIVE_INFINITY;

  /** Between two requests. Bursts are for a service that did not complain lately. */
  function spacingAt(time: number): number {
    const rate = Math.max(0.5, (time - refusedAt) / (2 * halvedFor));
    return rate < 1 ? windowMs / (limit * rate) : 0;
  }

  return {
    opensAt(time, isSettling, ahead = 0) {
      while (sent[0] !== undefined && sent[0] <= time - windowMs) sent.shift();
      // A request goes one window after the one that is `open` places before it, which may itself be yet to go.
      const open = isSettling ? limit : limit - kept;
      let place = sent.length + ahead;
      let windows = 0;
      for (; place >= Math.max(open, sent.length); place -= open) windows += 1;
      const inWindow = (sent[place] ?? time) + windows * windowMs;
      const spacing = spacingAt(time);
      const next = Math.max(time, (sent.at(-1) ?? 0) + spacing);
      return Math.max(inWindow, next + spacing * ahead);
    },
    count(time) {
      sent.push(time);
    },
    slowDown(time) {
      refusedAt = time;
    },
  };
}
