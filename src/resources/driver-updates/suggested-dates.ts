import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../lib/instant.ts';
import { dayIn, usualTime } from '../../lib/zone-day.ts';
import { type Freeze, freeDay } from './freeze.ts';
import { wavesOf } from './waves.ts';

/** The day on which a profile is to get a driver update. */
export interface SuggestedDay {
  /** "2026-12-08" */
  readonly day: string;
  /** The freezes that put it off. */
  readonly after: readonly Freeze[];
}

/** What suggested days depend on. */
export interface SuggestFor {
  /** The rings that take part, in their order. */
  readonly ringIds: readonly string[];
  /** The profiles beside them. They get it with the last ring. */
  readonly besideIds: readonly string[];
  readonly daysBetween: number;
  readonly freezes: readonly Freeze[];
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: Instant;
}

/**
 * A day for each profile, by its id: the first ring tomorrow, each other ring so many days after the one before, and the
 * profiles beside them with the last ring. Freezes are skipped.
 *
 * @returns undefined where a freeze leaves no day within a year
 */
export function suggestedDays({
  ringIds,
  besideIds,
  daysBetween,
  freezes,
  timeZone,
  now,
}: SuggestFor): ReadonlyMap<string, SuggestedDay> | undefined {
  const firstDay = Temporal.PlainDate.from(dayIn(timeZone, now)).add({ days: 1 }).toString();
  const steps = [{ kind: 'days', days: daysBetween }] as const;
  const waves = wavesOf({ ringIds, firstDay, steps, time: usualTime, timeZone }, freezes, now);
  if (!waves) return undefined;
  const days = new Map<string, SuggestedDay>();
  let last = firstDay;
  for (const { profileId, from, after } of waves) {
    // With a first day, every wave has a date.
    last = dayIn(timeZone, from as Instant);
    days.set(profileId, { day: last, after });
  }
  for (const profileId of besideIds) {
    const free = freeDay(freezes, profileId, last);
    if (!free) return undefined;
    days.set(profileId, free);
  }
  return days;
}

/** The instant of a suggested day; undefined for a text that is no day. Epoch ms. */
export function startOn(day: string, timeZone: string): Instant | undefined {
  try {
    const plainTime = Temporal.PlainTime.from(usualTime);
    return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  } catch {
    return undefined;
  }
}
