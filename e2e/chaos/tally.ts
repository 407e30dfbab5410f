import { expect, type TestInfo } from '@playwright/test';
import type { Verdict } from '../../simulator/verdict/verdict.ts';

/** What one case has shown, counted from the simulator's log. */
export interface Tally {
  /** A line of the table: "drivers: closeConnection, after". */
  readonly line: string;
  readonly cases: number;
  /** Items that the app was asked to change. */
  readonly items: number;
  readonly lost: number;
  readonly doubled: number;
  readonly misreported: number;
  /** Writes that no record of a run speaks of, and writes that no click led to. */
  readonly withoutGesture: number;
  /** Items that are not known although everything can be read again. */
  readonly open: number;
  /** Requests before the end of a Retry-After. */
  readonly early: number;
  readonly browserDuplicates: number;
  /** Requests that met a fault. */
  readonly faults: number;
}

export const counts = [
  'cases',
  'items',
  'faults',
  'lost',
  'doubled',
  'misreported',
  'withoutGesture',
  'open',
  'early',
  'browserDuplicates',
] as const;

/** These are promised to be none. */
export const promised = ['lost', 'doubled', 'misreported', 'withoutGesture', 'open', 'early'] as const;

export function tallyOf(
  line: string,
  verdict: Verdict,
  rest: Pick<Tally, 'early' | 'faults'> & { readonly withoutGesture?: number },
): Tally {
  const { items, lost, doubled, misreported, unclaimed, open, browserDuplicates } = verdict;
  return {
    line,
    cases: 1,
    items,
    lost,
    doubled,
    misreported,
    withoutGesture: unclaimed + (rest.withoutGesture ?? 0),
    open,
    early: rest.early,
    browserDuplicates,
    faults: rest.faults,
  };
}

/** Hands a case to the table, and fails the test when it breaks the promise. */
export async function report(info: TestInfo, tally: Tally, details: unknown): Promise<void> {
  await info.attach('tally', { body: JSON.stringify(tally), contentType: 'application/json' });
  const broken = promised.filter((name) => tally[name] > 0);
  expect(broken, JSON.stringify({ tally, details }, null, 1)).toEqual([]);
}
