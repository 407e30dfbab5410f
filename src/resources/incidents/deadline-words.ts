import type { Instant } from '../../lib/instant.ts';
import { spanText } from './alert-timeline.ts';
import type { Deadline } from './deadline.ts';

/** "in 1 h 12 min", "20 min ago", "now" */
export function timeLeft({ at }: Pick<Deadline, 'at'>, now: Instant): string {
  const span = spanText(Math.abs(at - now));
  if (span === '') return 'now';
  return at > now ? `in ${span}` : `${span} ago`;
}
