import { Temporal } from 'temporal-polyfill';
import { nextPatchTuesday } from '../../lib/patch-tuesday.ts';

/** The month of a day: "2026-12" for "2026-12-08". */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** The month that shows a day and the weeks after it: in the last week of a month, the next one, which begins with that week. */
export function monthFrom(day: string): string {
  return monthOf(dayByKey(day, 'End') ?? day);
}

/** The month some months later. @param month "2026-12" */
export function monthAfter(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/**
 * The weeks of a month from Monday to Sunday, each with seven days: those of the months around it fill its ends.
 *
 * @param month "2026-12"
 * @returns days as "2026-12-08"
 */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = Temporal.PlainDate.from(`${month}-01`);
  const monday = first.subtract({ days: first.dayOfWeek - 1 });
  const count = Math.ceil((first.dayOfWeek - 1 + first.daysInMonth) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => monday.add({ days: week * 7 + day }).toString()),
  );
}

/** The Patch Tuesday of a month: "2026-12-08" for "2026-12". */
export function patchTuesdayIn(month: string): string {
  return nextPatchTuesday(Temporal.PlainDate.from(`${month}-01`)).toString();
}

/** From 1, Monday, to 7, Sunday. */
export function weekdayOf(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The day that a key leads to, as in every grid of dates; undefined where the key leads nowhere. */
export function dayByKey(day: string, key: string): string | undefined {
  const date = Temporal.PlainDate.from(day);
  switch (key) {
    case 'ArrowLeft':
      return date.subtract({ days: 1 }).toString();
    case 'ArrowRight':
      return date.add({ days: 1 }).toString();
    case 'ArrowUp':
      return date.subtract({ days: 7 }).toString();
    case 'ArrowDown':
      return date.add({ days: 7 }).toString();
    case 'Home':
      return date.subtract({ days: date.dayOfWeek - 1 }).toString();
    case 'End':
      return date.add({ days: 7 - date.dayOfWeek }).toString();
    case 'PageUp':
      return date.subtract({ months: 1 }).toString();
    case 'PageDown':
      return date.add({ months: 1 }).toString();
    default:
      return undefined;
  }
}
