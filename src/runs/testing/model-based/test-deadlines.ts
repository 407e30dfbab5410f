import { leastWait } from './test-again.ts';
import type { Arrival } from './test-faults.ts';

/** For tests: until when the services asked to be left alone. */
export interface Deadlines {
  /** @param gate whom it counts for: a page, a service, and whether it reads @param clock of the computer that got it */
  answered(gate: string, end: Arrival | undefined, clock: number): void;
  /** @param leftAt when what goes now was on its way @returns how much too early that is, in ms */
  earlyBy(gate: string, leftAt: number): number;
}

export function createDeadlines(now: () => number): Deadlines {
  /** Each 429: when it came, and until when it asked to wait. */
  const all = new Map<string, { readonly since: number; readonly until: number }[]>();
  return {
    answered(gate, end, clock) {
      if (typeof end !== 'object' || !('status' in end) || end.status !== 429) return;
      all.set(gate, [...(all.get(gate) ?? []), { since: now(), until: now() + leastWait(end, clock) }]);
    },
    earlyBy(gate, leftAt) {
      const before = (all.get(gate) ?? []).filter(({ since }) => since < leftAt);
      return Math.max(0, ...before.map(({ until }) => until - now()));
    },
  };
}
