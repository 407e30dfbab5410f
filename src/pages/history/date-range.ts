import type { Instant } from '../../lib/instant.ts';

/** Days as a date field writes them, "2026-11-29"; both are part of the range. */
export interface DateRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The first instant of a day in this browser's zone, some days later; undefined for a text that is no day. */
function startOf(day: string | undefined, daysLater = 0): Instant | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? [];
  if (year === undefined) return undefined;
  const start = new Date(Number(year), Number(month) - 1, Number(date));
  // February 30 would be read as a day in March.
  if (start.getDate() !== Number(date) || start.getMonth() !== Number(month) - 1) return undefined;
  start.setDate(start.getDate() + daysLater);
  return start.getTime();
}

/** True for a text that names a day. */
export function isDay(text: string): boolean {
  return startOf(text) !== undefined;
}

/** Why no run can be in the range; undefined where one can. */
export function whyEmptyRange({ from, to }: DateRange): string | undefined {
  const [first, last] = [startOf(from), startOf(to)];
  return first !== undefined && last !== undefined && first > last
    ? '“From” is after “To”: no run can match'
    : undefined;
}

/** True when a run that started then is in the range. */
export function isInRange({ from, to }: DateRange, startedAt: Instant): boolean {
  const first = startOf(from) ?? Number.NEGATIVE_INFINITY;
  const end = startOf(to, 1) ?? Number.POSITIVE_INFINITY;
  return startedAt >= first && startedAt < end;
}
