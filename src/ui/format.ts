import type { Instant } from '../lib/instant.ts';

/**
 * English with the region of the reader's first language that names or implies one: "en-DE" for German. Every word on
 * screen is English, so a German month among them would be wrong, and so would an American order of day and month.
 * Calendar and digits are fixed, since some regions imply others.
 */
export function readerLocale(languages: readonly string[]): string {
  const region = languages.map(regionOf).find((found) => found !== undefined) ?? 'US';
  return `en-${region}-u-ca-gregory-nu-latn`;
}

function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().region;
  } catch {
    return undefined;
  }
}

const locale = readerLocale(globalThis.navigator?.languages ?? []);
const numbers = new Intl.NumberFormat(locale);
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const nearDays = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric' });
const shortDays = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' });
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
const utcMoments = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const ages = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'long' });

/** A count in the reader's format; "–" for unknown. */
export function formatCount(count: number | null): string {
  return count === null ? '–' : numbers.format(count);
}

/** "240 drivers", "1 driver". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

const mostNamed = 3;

/** "Pilot ring", "A, B, C and 12 more" */
export function nameFew(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).join(', ');
  const rest = names.length - mostNamed;
  return rest > 0 ? `${named} and ${numbers.format(rest)} more` : named;
}

/** "8 Dec 2026", in the reader's zone. */
export function formatDay(instant: Instant): string {
  return days.format(instant);
}

/** Nobody takes a day that is nearer than this, in ms, for one of another year. */
const near = 300 * 86_400_000;

/** "8 Dec" where the year goes without saying, otherwise "Dec 2025", in the reader's zone. */
export function formatShortDay(instant: Instant, now: Instant = Date.now()): string {
  return (Math.abs(instant - now) < near ? shortDays : months).format(instant);
}

/** "Tue, 8 Dec", in the reader's zone. */
export function formatNearDay(instant: Instant): string {
  return nearDays.format(instant);
}

/** "8 Dec 2026, 06:00 (8 Dec 2026, 05:00 UTC)": the reader's zone, and UTC for people elsewhere. */
export function formatMoment(instant: Instant): string {
  return `${moments.format(instant)} (${utcMoments.format(instant)} UTC)`;
}

/** "8 Dec 2026, 06:00", in the reader's zone. */
export function formatMinute(instant: Instant): string {
  return moments.format(instant);
}

/** "06:00", in the reader's zone. */
export function formatTime(instant: Instant): string {
  return times.format(instant);
}

/** "Dec 2026", in the reader's zone. */
export function formatMonth(instant: Instant): string {
  return months.format(instant);
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

/** "3 hours ago", "in 4 days", "just now". A clock that runs behind never makes the past come later. */
export function formatAge(instant: Instant, now: Instant): string {
  const distance = instant - now;
  const step = steps.find(({ ms }) => Math.abs(distance) >= ms);
  if (!step) return 'just now';
  return ages.format(Math.trunc(distance / step.ms), step.unit);
}

/** "45 s", "12 min", "3 h", "4 d". */
export function formatDuration(milliseconds: number): string {
  const step = durations.find(({ from }) => milliseconds >= from) ?? { ms: 1_000, unit: 's' };
  return `${numbers.format(Math.floor(milliseconds / step.ms))} ${step.unit}`;
}

/** Each unit, from the time on from which it says enough. */
const durations = [
  { from: 48 * 3_600_000, ms: 86_400_000, unit: 'd' },
  { from: 3_600_000, ms: 3_600_000, unit: 'h' },
  { from: 60_000, ms: 60_000, unit: 'min' },
] as const;
