import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../lib/instant.ts';
import { dayIn, usualTime } from '../../lib/zone-day.ts';
import { type Freeze, freeDay } from './freeze.ts';

/** The day on which a profile is to get a driver update. */
export interface SuggestedDay {
  /** "2026-12-08"; undefined: as soon as possible. */
  readonly day: string | undefined;
  /** The freezes that put it off. */
  readonly after: readonly Freeze[];
}

/** What suggested days depend on. */
export interface SuggestFor {
  /** The rings that take part, in their order. */
  readonly ringIds: readonly string[];
  /** The profiles beside them. They get it with the last ring. */
  readonly besideIds: readonly string[];
  readonly begins: 'tomorrow' | 'now';
  /** How many days a ring waits after the one before it. */
  readonly waitOf: (ringId: string) => number;
  /** The days that a person chose, by the ids of profiles: the rings behind count from them. "2026-12-08" */
  readonly chosen: ReadonlyMap<string, string>;
  readonly freezes: readonly Freeze[];
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: Instant;
}

/**
 * A day for each profile, by its id: the first ring tomorrow or as soon as possible, each other ring so many days after
 * the one before, and the profiles beside them with the last ring. Suggestions skip freezes; what a person chose doesn't.
 *
 * @returns undefined where a freeze leaves no day within a year
 */
export function suggestedDays({
  ringIds,
  besideIds,
  begins,
  waitOf,
  chosen,
  freezes,
  timeZone,
  now,
}: SuggestFor): ReadonlyMap<string, SuggestedDay> | undefined {
  const today = Temporal.PlainDate.from(dayIn(timeZone, now));
  const asSoonAsPossible: SuggestedDay = { day: undefined, after: [] };
  const days = new Map<string, SuggestedDay>();
  let isNow = begins === 'now';
  let before = isNow ? today : today.add({ days: 1 });
  for (const [place, id] of ringIds.entries()) {
    const wait = place === 0 ? 0 : waitOf(id);
    const found = suggest(id, wait);
    if (!found) return undefined;
    days.set(id, found);
    isNow = found.day === undefined;
    if (found.day !== undefined) before = Temporal.PlainDate.from(found.day);
  }
  for (const id of besideIds) {
    const found = suggest(id, 0);
    if (!found) return undefined;
    days.set(id, found);
  }
  return days;

  function suggest(id: string, wait: number): SuggestedDay | undefined {
    const own = chosen.get(id);
    if (own !== undefined) return { day: own, after: [] };
    if (isNow && wait === 0) return asSoonAsPossible;
    return freeDay(freezes, id, before.add({ days: wait }).toString());
  }
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
