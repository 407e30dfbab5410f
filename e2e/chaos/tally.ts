import { expect, type TestInfo } from '@playwright/test';
import type { Verdict } from '../../simulator/verdict/verdict.ts';

export const counts = [
  'cases',
  'items',
  'faultsMet',
  'lost',
  'doubled',
  'misreported',
  'wrong',
  'withoutGesture',
  'open',
  'early',
  'strayed',
  'browserDuplicates',
] as const;

/** These are promised to be none. */
export const promised = [
  'lost',
  'doubled',
  'misreported',
  'wrong',
  'withoutGesture',
  'open',
  'early',
  'strayed',
] as const;

/**
 * What one case has shown, counted from the simulator's log. `faultsMet`: requests that met a fault of the case.
 * `wrong`: items that did not end as the fault makes right, or that the page shows otherwise than the journal.
 * `withoutGesture`: writes that no record of a run speaks of, and sendings that no click led to. `open`: items that are
 * not known although everything can be read again. `early`: requests before the end of a Retry-After, or less than two
 * seconds after a refusal. `strayed`: requests that followed a link or a redirect to another origin.
 */
export type Tally = Readonly<Record<(typeof counts)[number], number>> & {
  /** A line of the table: "HTTP/2, drivers: connection closed, after". */
  readonly line: string;
  /** Of crashes: those that fell between a sending and its answer. */
  readonly unanswered?: number;
};

export function tallyOf(
  line: string,
  verdict: Verdict,
  rest: Pick<Tally, 'early' | 'faultsMet' | 'withoutGesture' | 'wrong' | 'strayed'>,
): Tally {
  const { items, lost, doubled, misreported, open, browserDuplicates } = verdict;
  return {
    line,
    cases: 1,
    items,
    faultsMet: rest.faultsMet,
    lost,
    doubled,
    misreported,
    wrong: rest.wrong,
    withoutGesture: verdict.unclaimed + verdict.ungestured + rest.withoutGesture,
    open,
    early: verdict.early + rest.early,
    strayed: rest.strayed,
    browserDuplicates,
  };
}

/** Hands a case to the table, and fails the test when it breaks the promise, or counts nothing. */
export async function report(info: TestInfo, tally: Tally, details: unknown): Promise<void> {
  await info.attach('tally', { body: JSON.stringify(tally), contentType: 'application/json' });
  const shown = JSON.stringify({ tally, details }, null, 1);
  const uncounted = counts.filter((name) => !Number.isInteger(tally[name]) || tally[name] < 0);
  expect(uncounted, shown).toEqual([]);
  expect(tally.items, shown).toBeGreaterThan(0);
  const broken = promised.filter((name) => tally[name] > 0);
  expect(broken, shown).toEqual([]);
}
