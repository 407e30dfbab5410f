import type { Instant } from '../../lib/instant.ts';
import { countOf, formatDuration } from '../../ui/format.ts';

/** "at most 41 d": a driver can't have waited for longer than since its release; how long it has, Graph doesn't say. */
export function atMost(release: Instant, now: Instant): string {
  return `at most ${formatDuration(Math.max(0, now - release))}`;
}

/** "6 firmware"; '' for none. */
export function firmwareText(count: number): string {
  return count > 0 ? `${countOf(count, 'firmware', 'firmware')}` : '';
}

/** "≤ 7", "> 35": days since the release, below a column. */
export function ageLabel(upTo: number | undefined, longest: number): string {
  return upTo === undefined ? `> ${longest}` : `≤ ${upTo}`;
}
