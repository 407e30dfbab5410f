import { Temporal } from 'temporal-polyfill';

const tuesday = 2;

/**
 * The first Patch Tuesday after a day: Microsoft releases its monthly updates on the second Tuesday of a month.
 * https://learn.microsoft.com/windows/deployment/update/release-cycle
 */
export function nextPatchTuesday(day: Temporal.PlainDate): Temporal.PlainDate {
  const inMonth = patchTuesdayOf(day);
  return Temporal.PlainDate.compare(inMonth, day) > 0 ? inMonth : patchTuesdayOf(day.add({ months: 1 }));
}

function patchTuesdayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  const first = day.with({ day: 1 });
  return first.add({ days: ((tuesday - first.dayOfWeek + 7) % 7) + 7 });
}
