import type { Instant } from '../lib/instant.ts';

const numbers = new Intl.NumberFormat();
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const utcMoments = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const ages = new Intl.RelativeTimeFormat(undefined, { numeric: 'always', style: 'short' });

/** A count in the reader's numerals; "–" for unknown. */
export function formatCount(count: number | null): string {
  return count === null ? '–' : numbers.format(count);
}

/** "240 drivers", "1 driver". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** "8 Dec 2026", in the reader's zone. */
export function formatDay(instant: Instant): string {
  return days.format(instant);
}

/** "8 Dec 2026, 06:00 (05:00 UTC)": the reader's zone, and UTC for whoever is elsewhere. */
export function formatMoment(instant: Instant): string {
  return `${moments.format(instant)} (${utcMoments.format(instant)} UTC)`;
}

/** "8 Dec 2026, 06:00", in the reader's zone. */
export function formatMinute(instant: Instant): string {
  return moments.format(instant);
}

/** "14:02:10", in the reader's zone. */
export function formatClock(instant: Instant): string {
  return clock.format(instant);
}

const steps = [
  { unit: 'year', ms: 365 * 86_400_000 },
  { unit: 'month', ms: 30 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** "3 hr ago", "in 4 days", "just now". A clock that runs behind never makes the past come later. */
export function formatAge(instant: Instant, now: Instant): string {
  const distance = instant - now;
  const step = steps.find(({ ms }) => Math.abs(distance) >= ms);
  if (!step) return 'just now';
  return ages.format(Math.trunc(distance / step.ms), step.unit);
}
