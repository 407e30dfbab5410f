import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../../lib/instant.ts';
import { nextPatchTuesday } from '../../lib/patch-tuesday.ts';
import { type FreeDay, type Freeze, freeDay } from './freeze.ts';

/** When a ring follows the one before: so many days later, or on so many a Patch Tuesday after it. */
export type WaveStep =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'patchTuesday'; readonly count: number };

/** When each ring gets what is approved. */
export interface Timetable {
  /** The rings by the ids of their profiles, in their order. */
  readonly ringIds: readonly string[];
  /** The day of the first ring, "2026-12-08"; undefined: as soon as possible, and the others count from today. */
  readonly firstDay: string | undefined;
  /** A person chose the first day: no freeze puts it off. */
  readonly keepsFirstDay?: boolean;
  /** For each ring but the first, in their order; the last one counts for those beyond. None: all on one day. */
  readonly steps: readonly WaveStep[];
  /** The time of day of all of them: "06:00" */
  readonly time: string;
  /** "Europe/Berlin" */
  readonly timeZone: string;
}

/** One ring of a rollout. */
export interface Wave {
  readonly profileId: string;
  /** When it begins. Null: as soon as possible. Epoch ms. */
  readonly from: Instant | null;
  /** The freezes that it was put off for. */
  readonly after: readonly Freeze[];
}

/**
 * The dates of a rollout. A ring that is put off by a freeze puts off those behind it, so that none begins before the one
 * ahead. What is to come as soon as possible is not put off.
 *
 * @param now epoch ms
 * @returns undefined where a ring finds no day without a freeze within a year
 */
export function wavesOf(
  { ringIds, firstDay, keepsFirstDay = false, steps, time, timeZone }: Timetable,
  freezes: readonly Freeze[],
  now: Instant,
): readonly Wave[] | undefined {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  const waves: Wave[] = [];
  let before = firstDay === undefined ? today : Temporal.PlainDate.from(firstDay);
  for (const [index, profileId] of ringIds.entries()) {
    if (index === 0 && firstDay === undefined) {
      waves.push({ profileId, from: null, after: [] });
      continue;
    }
    const step = index === 0 ? undefined : (steps[index - 1] ?? steps.at(-1));
    const day = dayAfter(before, step).toString();
    const isKept = index === 0 && keepsFirstDay;
    const free: FreeDay | undefined = isKept ? { day, after: [] } : freeDay(freezes, profileId, day);
    if (!free) return undefined;
    before = Temporal.PlainDate.from(free.day);
    const from = before.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
    waves.push({ profileId, from: from.epochMilliseconds, after: free.after });
  }
  return waves;
}

function dayAfter(day: Temporal.PlainDate, step: WaveStep | undefined): Temporal.PlainDate {
  if (!step) return day;
  if (step.kind === 'days') return day.add({ days: step.days });
  let tuesday = day;
  for (let count = 0; count < step.count; count += 1) tuesday = nextPatchTuesday(tuesday);
  return tuesday;
}
