import type { Instant } from '../../lib/instant.ts';
import { dayOf } from '../../lib/local-day.ts';
import { usualTime } from '../../lib/zone-day.ts';
import { dateOf } from '../../plan/staged/change-words.ts';
import type { StagedChange } from '../../plan/staged/staged-change.ts';
import { type Freeze, freeDay, freezeOn } from '../../resources/driver-updates/freeze.ts';
import { maySend, type PlanLine } from './plan-lines.ts';

/** When drivers begin that are moved to a day and had no date. */
const [usualHour = 0, usualMinute = 0] = usualTime.split(':').map(Number);

/** A change that makes a driver available on a day of a freeze. */
export interface Frozen {
  readonly line: PlanLine;
  readonly freeze: Freeze;
  /** The change on the first free day after, at the same time of day; undefined where there is none within a year. */
  readonly moved: StagedChange | undefined;
}

/** The changes that freezes stand against, of those that can be sent. @param now epoch ms */
export function frozenOf(
  lines: readonly PlanLine[],
  freezes: readonly Freeze[],
  now: Instant,
): readonly Frozen[] {
  if (freezes.length === 0) return [];
  return lines.flatMap((line): readonly Frozen[] => {
    const date = dateOf(line.change);
    if (date === undefined || !maySend(line)) return [];
    const day = dayOf(date ?? now);
    const profileId = line.change.target.id;
    const freeze = freezeOn(freezes, profileId, day);
    if (!freeze) return [];
    const free = freeDay(freezes, profileId, day);
    return [{ line, freeze, moved: free && movedTo(line.change, free.day, date) }];
  });
}

/** True for a change in a freeze that nobody has given a reason for. */
export function lacksReason({ line }: Frozen): boolean {
  return line.change.freezeReason.trim() === '';
}

function movedTo(change: StagedChange, day: string, date: Instant | null): StagedChange {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const time = date === null ? undefined : new Date(date);
  const [hour, minute] = time ? [time.getHours(), time.getMinutes()] : [usualHour, usualMinute];
  const moved = new Date(year, month - 1, dayOfMonth, hour, minute);
  return { ...change, intent: { ...change.intent, deployAt: moved.getTime() }, freezeReason: '' };
}
