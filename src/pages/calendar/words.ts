import { startOfDay } from '../../lib/local-day.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { freezeNames } from '../../resources/driver-updates/freeze-words.ts';
import { countOf, formatCount, readerLocale } from '../../ui/format.ts';
import { byRing, type Entry } from './agenda.ts';

const locale = readerLocale(globalThis.navigator?.languages ?? []);
const longDays = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
const shortDays = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });

/** "Tuesday, 8 December 2026" @param day "2026-12-08" */
export function longDay(day: string): string {
  return longDays.format(startOfDay(day));
}

/** "1 Dec" @param day "2026-12-01" */
export function shortDay(day: string): string {
  return shortDays.format(startOfDay(day));
}

/** "December 2026" @param month "2026-12" */
export function monthName(month: string): string {
  return months.format(startOfDay(`${month}-01`));
}

/** "3 drivers in 2 profiles, 1 firmware; 1 change staged", "Nothing becomes available" */
export function entriesText(entries: readonly Entry[]): string {
  const scheduled = entries.filter(({ kind }) => kind === 'scheduled');
  const staged = entries.length - scheduled.length;
  const firmware = scheduled.filter(({ driver }) => isFirmware(driver)).length;
  const parts = [
    ...(scheduled.length > 0
      ? [
          `${countOf(scheduled.length, 'driver')} in ${countOf(byRing(scheduled).length, 'profile')}`,
          ...(firmware > 0 ? [`${formatCount(firmware)} firmware`] : []),
        ]
      : []),
    ...(staged > 0 ? [`${countOf(staged, 'change')} staged`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'nothing becomes available';
}

/** All that a day of the month says: its date, what is special about it, and its counts. */
export function dayName(
  day: string,
  facts: {
    readonly entries: readonly Entry[];
    readonly freezes: readonly Freeze[];
    readonly isPatchTuesday: boolean;
  },
): string {
  return [
    longDay(day),
    ...(facts.isPatchTuesday ? ['Patch Tuesday'] : []),
    ...(facts.freezes.length > 0 ? [`freeze ${freezeNames(facts.freezes)}`] : []),
    entriesText(facts.entries),
  ].join(', ');
}
