import type { Repetition } from '../../graph/sender.ts';

/** How much a run may do by itself before a person is asked. */
export interface Allowance {
  /** Whether a step may be sent again in this way; counts it when it may. */
  mayRepeat(repetition: Repetition): boolean;
  /** Whether a step may wait so many ms at once, for its turn or for whatever else. */
  mayWait(milliseconds: number): boolean;
}

/** What a run waits for by itself, in ms: hours later the click that started it is no gesture any more. */
export const longestWaiting = 10 * 60_000;
const mostRenewals = 2;

/** @param steps how many requests the run has */
export function createAllowance(steps: number): Allowance {
  let repeats = Math.max(3, Math.ceil(steps / 10));
  let renewals = mostRenewals;
  let waiting = longestWaiting;
  return {
    mayRepeat({ kind, milliseconds }) {
      if (kind === 'renew') {
        if (renewals === 0) return false;
        renewals -= 1;
        return true;
      }
      if (repeats === 0 || milliseconds > waiting) return false;
      repeats -= 1;
      waiting -= milliseconds;
      return true;
    },
    mayWait: (milliseconds) => milliseconds <= longestWaiting,
  };
}
