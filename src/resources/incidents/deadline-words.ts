import type { Instant } from '../../lib/instant.ts';
import { formatDay, formatNearDay, formatTime } from '../../ui/format.ts';
import { spanText } from './alert-timeline.ts';
import type { Deadline } from './deadline.ts';

/** "in 1 h 12 min", "20 min ago", "now" */
export function timeLeft({ at }: Pick<Deadline, 'at'>, now: Instant): string {
  const span = spanText(Math.abs(at - now));
  if (span === '') return 'now';
  return at > now ? `in ${span}` : `${span} ago`;
}

const weekdays = new Intl.DateTimeFormat('en', { weekday: 'short' });
/** So near, in ms, a day of the week is no other. */
const week = 6 * 86_400_000;

/** "22:30", "Tue 22:30", "Tue, 8 Dec, 22:30": with the day where it isn't today. */
export function deadlineTime({ at }: Pick<Deadline, 'at'>, now: Instant): string {
  if (formatDay(at) === formatDay(now)) return formatTime(at);
  const day = Math.abs(at - now) < week ? weekdays.format(at) : `${formatNearDay(at)},`;
  return `${day} ${formatTime(at)}`;
}

/** "due 22:30", "was due Mon 22:30" */
export function dueText(deadline: Pick<Deadline, 'at'>, now: Instant): string {
  return `${deadline.at < now ? 'was due' : 'due'} ${deadlineTime(deadline, now)}`;
}
