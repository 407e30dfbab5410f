import type { Instant } from '../lib/instant.ts';
import { dayOf } from '../lib/local-day.ts';
import { formatMinute, formatShortDay, formatTime } from './format.ts';

/** So near, in ms, the year goes without saying. */
const near = 30 * 86_400_000;

/** "today 22:30", or else the day and the time as `formatNear` has them: a time to come needs its day, at night above all. */
export function formatWithDay(at: Instant, now: Instant): string {
  return dayOf(at) === dayOf(now) ? `today ${formatTime(at)}` : formatNear(at, now);
}

/** "09:44" of today, "29 Nov, 09:44" of a day near it, or else the whole date. */
export function formatNear(at: Instant, now: Instant): string {
  if (dayOf(at) === dayOf(now)) return formatTime(at);
  return Math.abs(now - at) < near ? `${formatShortDay(at, now)}, ${formatTime(at)}` : formatMinute(at);
}
