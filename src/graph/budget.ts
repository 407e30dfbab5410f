/**
 * What a request may take of a budget. `ordinary`: everything but what is kept. `settling`: all of it. `yielding`: a
 * settling read while actions are being sent takes only what is kept, so that no action waits for it.
 */
export type Claim = 'ordinary' | 'settling' | 'yielding';

/** How many requests Graph takes in any window of time, and when the next may go. */
export interface Budget {
  /** The earliest time for the next request; with `ahead`, an estimate for the one behind so many others. */
  opensAt(time: number, claim: Claim, ahead?: number): number;
  /** A request goes now. Times never go back. */
  count(time: number, claim: Claim): void;
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
 * https://learn.microsoft.com/graph/throttling-limits. What is kept lets an unknown result be settled while a long
 * list loads or many actions are sent.
 */
export const limits = {
  intuneWrites: { limit: 90, windowMs: 20_000, kept: 0 },
  intuneReads: { limit: 500, windowMs: 20_000, kept: 50 },
  /** For each collection below `/security`. */
  defender: { limit: 45, windowMs: 60_000, kept: 4 },
} as const satisfies Record<string, Limit>;

/** How many actions a minute can be sent out of a budget that each of them needs twice: to be checked, then sent. */
export function checkedActionsPerMinute({ limit, windowMs, kept }: Limit): number {
  return Math.floor(((limit - kept) / 2) * (60_000 / windowMs));
}

/** The rate is half after a refusal, for this long; then it grows evenly back to the whole in as much time again. */
const halvedFor = 60_000;

export function createBudget({ limit, windowMs, kept }: Limit): Budget {
  const all = createWindow(windowMs);
  const ordinary = createWindow(windowMs);
  const settling = createWindow(windowMs);
  let refusedAt = Number.NEGATIVE_INFINITY;

  /** Between two requests. Bursts are for a service that did not complain lately. */
  function spacingAt(time: number): number {
    const rate = Math.max(0.5, (time - refusedAt) / (2 * halvedFor));
    return rate < 1 ? windowMs / (limit * rate) : 0;
  }

  return {
    opensAt(time, claim, ahead = 0) {
      const spacing = spacingAt(time);
      const next = Math.max(time, all.last() + spacing) + spacing * ahead;
      const whole = all.opensAt(time, limit, ahead);
      if (claim === 'settling') return Math.max(next, whole);
      const own =
        claim === 'ordinary'
          ? ordinary.opensAt(time, limit - kept, ahead)
          : settling.opensAt(time, kept, ahead);
      return Math.max(next, whole, own);
    },
    count(time, claim) {
      all.count(time);
      (claim === 'ordinary' ? ordinary : settling).count(time);
    },
    slowDown(time) {
      refusedAt = time;
    },
  };
}

/** When the requests of the last window went, and when the next may go if there may be so many. */
function createWindow(windowMs: number) {
  /** Oldest first. */
  const sent: number[] = [];
  function forget(time: number): void {
    while (sent[0] !== undefined && sent[0] <= time - windowMs) sent.shift();
  }
  return {
    opensAt(time: number, most: number, ahead: number): number {
      if (most <= 0) return Number.POSITIVE_INFINITY;
      forget(time);
      // A request goes one window after the one that is `most` places before it, which may itself be yet to go.
      let place = sent.length + ahead;
      let windows = 0;
      for (; place >= Math.max(most, sent.length); place -= most) windows += 1;
      return (sent[place] ?? time) + windows * windowMs;
    },
    count(time: number): void {
      forget(time);
      sent.push(time);
    },
    last: () => sent.at(-1) ?? 0,
  };
}
