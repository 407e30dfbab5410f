import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { dayOf } from '../../lib/local-day.ts';
import { dateOf } from '../../plan/staged/change-words.ts';
import { changeKey, type StagedChange } from '../../plan/staged/staged-change.ts';
import { standingOf } from '../../resources/driver-profiles/standing.ts';
import { type Columns, cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';

/** A driver update that becomes available in one profile, as things stand or as staged. */
export interface Entry {
  readonly key: string;
  readonly update: DriverUpdate;
  readonly profile: DriverProfile;
  readonly driver: Driver;
  /** From when on. */
  readonly at: Instant;
  /** So it is in Intune; or so it is staged, and nothing of that has been sent. */
  readonly kind: 'scheduled' | 'staged';
  /** What is staged for the driver; undefined: nothing. */
  readonly change: StagedChange | undefined;
}

/**
 * What becomes available, in the order of rings and within them in that of the driver updates.
 *
 * @param changes those that are staged
 * @param within.profiles in the order of rings
 */
export function entriesOf(
  updates: readonly DriverUpdate[],
  changes: Iterable<StagedChange>,
  within: { readonly profiles: readonly DriverProfile[]; readonly columns: Columns; readonly now: Instant },
): readonly Entry[] {
  const { profiles, columns, now } = within;
  const staged = new Map<string, StagedChange>();
  for (const change of changes) staged.set(changeKey(change), change);
  const found: Entry[] = [];
  // Plain loops: these are all cells of the fleet.
  for (const profile of profiles) {
    for (const update of updates) {
      const driver = cellIn(update, columns, profile.id);
      if (!driver) continue;
      const isScheduled = standingOf(driver, now) === 'scheduled';
      if (!isScheduled && staged.size === 0) continue;
      const key = changeKey({ target: profile, item: driver });
      const change = staged.get(key);
      const entry = { update, profile, driver, change };
      const date = driver.deployDateTime;
      if (date !== null && isScheduled) {
        found.push({ ...entry, key, at: date, kind: 'scheduled' });
      }
      const moved = change && dateOf(change);
      if (moved && moved > now) found.push({ ...entry, key: `${key} staged`, at: moved, kind: 'staged' });
    }
  }
  return found;
}

/** The entries of each day that has any, by the day: "2026-12-08". Days are in order. */
export function byDay(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const found = days.get(day);
    if (found) found.push(entry);
    else days.set(day, [entry]);
  }
  return new Map([...days].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The entries of one profile. */
export interface RingEntries {
  readonly profile: DriverProfile;
  readonly entries: readonly Entry[];
}

/** The entries of a day by profile, in their order. */
export function byRing(entries: readonly Entry[]): readonly RingEntries[] {
  const rings = new Map<string, { readonly profile: DriverProfile; readonly entries: Entry[] }>();
  for (const entry of entries) {
    const found = rings.get(entry.profile.id);
    if (found) found.entries.push(entry);
    else rings.set(entry.profile.id, { profile: entry.profile, entries: [entry] });
  }
  return [...rings.values()];
}

/** What one profile gets on a day, as things stand or as staged: nothing staged is drawn as if it were true. */
export interface DayLine extends RingEntries {
  readonly kind: Entry['kind'];
}

/** The lines of a day, in the order of rings: what is true in a profile, then what is staged there. */
export function linesOf(entries: readonly Entry[]): readonly DayLine[] {
  return byRing(entries).flatMap(({ profile, entries: own }) =>
    (['scheduled', 'staged'] as const).flatMap((kind) => {
      const ofKind = own.filter((entry) => entry.kind === kind);
      return ofKind.length > 0 ? { profile, entries: ofKind, kind } : [];
    }),
  );
}
