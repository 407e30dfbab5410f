import type { Instant } from '../../lib/instant.ts';
import { dayOf, startOfDay } from '../../lib/local-day.ts';
import { dateOf } from '../../plan/staged/change-words.ts';
import { countOf } from '../../ui/format.ts';
import type { PlanGroup } from './plan-lines.ts';

/** An approval of the plan, and the ring that gets it. */
interface Ahead {
  readonly name: string;
  readonly date: Instant | null;
}

/**
 * What stands beside approvals, by the keys of their lines: "7 days after Pilot" where an earlier ring of the plan gets the
 * same driver. Nothing for other lines.
 *
 * @param groups in the order of rings
 * @param now epoch ms
 */
export function checkTexts(groups: readonly PlanGroup[], now: Instant): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const ahead = new Map<string, Ahead>();
  for (const { name, lines } of groups) {
    const own = new Map<string, Ahead>();
    for (const { key, change, item, state } of lines) {
      const date = dateOf(change);
      if (date === undefined) continue;
      const driver = JSON.stringify([item.name, item.detail]);
      const other = ahead.get(driver);
      if (other) texts.set(key, textOf(date, other, now));
      if (state !== 'skipped' && !own.has(driver)) own.set(driver, { name, date });
    }
    for (const [driver, found] of own) ahead.set(driver, found);
  }
  return texts;
}

function textOf(date: Instant | null, other: Ahead, now: Instant): string {
  const days = dayNumber(date ?? now) - dayNumber(other.date ?? now);
  if (days === 0) return `Same day as ${other.name}`;
  return `${countOf(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} ${other.name}`;
}

/** Clocks that change make a day an hour longer or shorter. */
function dayNumber(instant: Instant): number {
  return Math.round((startOfDay(dayOf(instant)) ?? 0) / 86_400_000);
}
