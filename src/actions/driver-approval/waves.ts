import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../lib/instant.ts';

/** The most days from one ring to the next: a rollout that takes longer is several decisions. */
export const mostDaysBetween = 90;

/** Reads how many days lie between two rings, as typed; undefined when that is no whole number from 0 to `mostDaysBetween`. */
export function readDaysBetween(text: string): number | undefined {
  if (!/^\d{1,3}$/.test(text.trim())) return undefined;
  const days = Number(text);
  return days <= mostDaysBetween ? days : undefined;
}

/**
 * The date on which drivers become available in each ring of a rollout, one after the other. Days are those of the zone: the
 * time of day stays the same when clocks change.
 *
 * @param first of the first ring; null: as soon as possible, and the others count from now
 * @param rings how many there are
 */
export function waveDates(
  first: Instant | null,
  rings: number,
  daysBetween: number,
  { timeZone, now }: { readonly timeZone: string; readonly now: Instant },
): readonly (Instant | null)[] {
  const start = Temporal.Instant.fromEpochMilliseconds(first ?? now).toZonedDateTimeISO(timeZone);
  return Array.from({ length: rings }, (_, ring) => {
    const days = ring * daysBetween;
    return days === 0 ? first : start.add({ days }).epochMilliseconds;
  });
}
