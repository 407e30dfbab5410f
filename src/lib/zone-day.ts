import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/** The time of day of dates for which no one has chosen one: before people start to work. */
export const usualTime = '06:00';

/** The day in a time zone such as "Europe/Berlin": "2026-12-08". */
export function dayIn(timeZone: string, instant: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
