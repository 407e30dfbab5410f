import type { Instant } from '../../lib/instant.ts';
import { startOfDay } from '../../lib/local-day.ts';

/** Days as a date field writes them, "2026-11-29"; both are part of the range. */
export interface DateRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Why no run can be in the range; undefined where one can. */
export function whyEmptyRange({ from, to }: DateRange): string | undefined {
  const [first, last] = [startOfDay(from), startOfDay(to)];
  return first !== undefined && last !== undefined && first > last
    ? '“From” is after “To”: no run can match'
    : undefined;
}

/** True when a run that started then is in the range. */
export function isInRange({ from, to }: DateRange, startedAt: Instant): boolean {
  const first = startOfDay(from) ?? Number.NEGATIVE_INFINITY;
  const end = startOfDay(to, 1) ?? Number.POSITIVE_INFINITY;
  return startedAt >= first && startedAt < end;
}
