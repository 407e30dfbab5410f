import type { LinkProps } from '@tanstack/react-router';
import type { Instant } from '../../lib/instant.ts';
import { dayOf } from '../../lib/local-day.ts';
import { formatDuration } from '../../ui/format.ts';

/** "up to 41 d": a driver can't have waited for longer than since its release; how long it has, Graph doesn't say. */
export function atMost(release: Instant, now: Instant): string {
  return `up to ${formatDuration(Math.max(0, now - release))}`;
}

/** The calendar of these days. @param days as `daysFrom` gives them */
export function calendarUntil(days: readonly Instant[]): LinkProps {
  const last = days.at(-2);
  return { to: '/calendar', search: last === undefined ? {} : { until: dayOf(last) } };
}
