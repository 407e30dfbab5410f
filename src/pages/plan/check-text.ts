import type { Instant } from '../../lib/instant.ts';
import { dayOf, startOfDay } from '../../lib/local-day.ts';
import { dateOf } from '../../plan/staged/change-words.ts';
import { countOf } from '../../ui/format.ts';
import type { PlanGroup, PlanLine } from './plan-lines.ts';

/**
 * What stands beside an approval: "7 days after Pilot" where an earlier ring of the plan gets the same driver.
 *
 * @param before the groups above the line’s, in the order of rings
 * @param now epoch ms
 */
export function checkText(line: PlanLine, before: readonly PlanGroup[], now: Instant): string {
  const date = dateOf(line.change);
  if (date === undefined) return '';
  const ahead = before.findLast(({ lines }) => lines.some((other) => isSameApproval(line, other)));
  const other = ahead?.lines.find((each) => isSameApproval(line, each));
  if (!ahead || !other) return '';
  const days = dayNumber(date ?? now) - dayNumber(dateOf(other.change) ?? now);
  if (days === 0) return `Same day as ${ahead.name}`;
  return `${countOf(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} ${ahead.name}`;
}

function isSameApproval({ item }: PlanLine, other: PlanLine): boolean {
  return (
    other.state !== 'skipped' &&
    dateOf(other.change) !== undefined &&
    other.item.name === item.name &&
    other.item.detail === item.detail
  );
}

/** Clocks that change make a day an hour longer or shorter. */
function dayNumber(instant: Instant): number {
  return Math.round((startOfDay(dayOf(instant)) ?? 0) / 86_400_000);
}
