import { startOfDay } from '../../lib/local-day.ts';
import { formatDay, nameFew } from '../../ui/format.ts';
import type { Freeze } from './freeze.ts';

/** From Monday to Sunday, as freezes count weekdays from 1. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** When a freeze is: "18 Dec 2026 – 3 Jan 2027", "Every Saturday, Sunday" */
export function freezeDaysText({ when }: Pick<Freeze, 'when'>): string {
  if (when.kind === 'weekly') {
    return `Every ${when.weekdays.map((weekday) => weekdayNames[weekday - 1] ?? '').join(', ')}`;
  }
  return when.from === when.to ? dayText(when.from) : `${dayText(when.from)} – ${dayText(when.to)}`;
}

/** Which profiles a freeze concerns: "All profiles", "Broad, Finance". @param nameOf gives a profile's name by its id */
export function freezeProfilesText(
  { profileIds }: Pick<Freeze, 'profileIds'>,
  nameOf: (profileId: string) => string,
): string {
  return profileIds === null ? 'All profiles' : nameFew(profileIds.map(nameOf));
}

/** The freezes that stand in the way of a date: "“Year end”, “Weekends”" */
export function freezeNames(freezes: readonly Pick<Freeze, 'name'>[]): string {
  return freezes.map(({ name }) => `“${name}”`).join(', ');
}

/** A note with the reason for a date inside freezes: the history keeps both. */
export function noteWithReason(
  note: string,
  freezes: readonly Pick<Freeze, 'name'>[],
  reason: string,
): string {
  if (freezes.length === 0) return note.trim();
  const why = `Inside the freeze ${freezeNames(freezes)}: ${reason.trim()}`;
  return note.trim() === '' ? why : `${note.trim()}. ${why}`;
}

function dayText(day: string): string {
  return formatDay(startOfDay(day) ?? 0);
}
