import type { Problem } from '../lib/problem.ts';

/** How long the sign-in service is left alone at least after it said that it has too much to do, in ms. */
export const restsFor = 60_000;

/** Leaves the sign-in service alone for a while. MSAL does so too, but only for the very same request. */
export interface Rest {
  /** Why nothing is asked just now. */
  why(): Problem | undefined;
  /** Takes note of what the service said. @returns the same, with the time until which it is left alone, if it is */
  after(problem: Problem): Problem;
}

/**
 * @param now epoch ms, to tell people a time
 * @param elapsed ms that have passed, whatever the clock of the computer is set to meanwhile
 */
export function createRest(now: () => number, elapsed: () => number): Rest {
  let last: { readonly problem: Problem; readonly until: number } | undefined;
  return {
    why: () => (last && elapsed() < last.until ? last.problem : undefined),
    after(problem) {
      if (problem.kind !== 'throttled') return problem;
      last = { problem: { ...problem, retryAt: now() + restsFor }, until: elapsed() + restsFor };
      return last.problem;
    },
  };
}
