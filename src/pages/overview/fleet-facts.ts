import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { isFirmware } from '../../resources/driver-profiles/firmware.ts';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { standingOf } from '../../resources/driver-profiles/standing.ts';
import { hasSyncProblem, lastSync } from '../../resources/driver-profiles/sync-problem.ts';
import { ageGroupOf, ageGroups } from '../../resources/driver-updates/age.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';

/** A profile with its drivers; without them while they are still loading, or where they could not be read. */
export interface ProfileDrivers {
  readonly profile: DriverProfile;
  readonly drivers: readonly Driver[] | undefined;
}

/** How many profiles have no drivers to show: they are still loading, or couldn't be read. */
export interface Missing {
  readonly loading: number;
  readonly failed: number;
}

export function missingOf(fleet: readonly FleetProfile[]): Missing {
  const missing = fleet.filter(({ drivers }) => drivers === undefined);
  const failed = missing.filter(({ problem }) => problem !== undefined).length;
  return { loading: missing.length - failed, failed };
}

/** What waits for a decision in one profile. */
export interface ReviewLoad {
  readonly profile: DriverProfile;
  /** Graph's own count, until the drivers are there; null where Graph gives none. */
  readonly count: number | null;
  /** The firmware among the drivers; undefined until they are there. */
  readonly firmware: number | undefined;
  /** The classes of that firmware. */
  readonly firmwareClasses: readonly string[];
  /** The oldest release date among the drivers: the driver has waited for at most that long. */
  readonly oldestRelease: Instant | undefined;
}

const waits = ({ approvalStatus }: Driver) => approvalStatus === 'needsReview';

/** The profiles in which drivers wait for review, the one with the oldest first. */
export function reviewLoads(fleet: readonly ProfileDrivers[]): readonly ReviewLoad[] {
  return fleet
    .map(reviewLoad)
    .filter(({ count }) => count === null || count > 0)
    .sort(
      (a, b) =>
        (a.oldestRelease ?? Number.POSITIVE_INFINITY) - (b.oldestRelease ?? Number.POSITIVE_INFINITY) ||
        (b.count ?? 0) - (a.count ?? 0),
    );
}

function reviewLoad({ profile, drivers }: ProfileDrivers): ReviewLoad {
  if (!drivers) {
    return {
      profile,
      count: profile.newUpdates,
      firmware: undefined,
      firmwareClasses: [],
      oldestRelease: undefined,
    };
  }
  const waiting = drivers.filter(waits);
  const releases = waiting.flatMap(({ releaseDateTime }) => releaseDateTime ?? []);
  const firmware = waiting.filter(isFirmware);
  return {
    profile,
    count: waiting.length,
    firmware: firmware.length,
    firmwareClasses: [...new Set(firmware.map(({ driverClass }) => driverClass))],
    oldestRelease: releases.length > 0 ? Math.min(...releases) : undefined,
  };
}

/** Driver updates that wait for review and were released in the same span of time. */
export interface AgeGroup {
  /** As `ageGroupOf` names it. */
  readonly group: string;
  readonly updates: number;
  /** The firmware among them. */
  readonly firmware: number;
}

/**
 * Driver updates by the days since their release. Those without a release date are in no group.
 *
 * @param waiting those that wait for review in any profile
 */
export function agesOf(
  waiting: readonly Pick<DriverUpdate, 'releaseDateTime' | 'driverClass'>[],
  now: Instant,
): readonly AgeGroup[] {
  return ageGroups.map((group) => {
    const within = waiting.filter(({ releaseDateTime }) => ageGroupOf(releaseDateTime, now) === group);
    return { group, updates: within.length, firmware: within.filter(isFirmware).length };
  });
}

/** Drivers of one profile that become available on one day. */
export interface Arrivals {
  readonly drivers: number;
  readonly firmware: number;
}

/** What becomes available in one profile, day by day. */
export interface ArrivalRow {
  readonly profile: DriverProfile;
  /** One entry a day, from today on; undefined on a day without any. */
  readonly days: readonly (Arrivals | undefined)[];
  readonly total: number;
}

/** The beginnings of so many days in the reader's zone, from today on. The day after the last one ends the list. */
export function daysFrom(now: Instant, count: number): readonly Instant[] {
  const today = new Date(now);
  return Array.from({ length: count + 1 }, (_, ahead) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead).getTime(),
  );
}

/**
 * What becomes available in each profile between the first and the last of these days; profiles without any are left out.
 *
 * @param days as `daysFrom` gives them
 */
export function arrivals(
  fleet: readonly ProfileDrivers[],
  days: readonly Instant[],
  now: Instant,
): readonly ArrivalRow[] {
  return fleet.flatMap(({ profile, drivers = [] }) => {
    const row: ({ drivers: number; firmware: number } | undefined)[] = days.slice(1).map(() => undefined);
    let total = 0;
    for (const driver of drivers) {
      const { deployDateTime } = driver;
      if (standingOf(driver, now) !== 'scheduled' || deployDateTime === null) continue;
      const index = days.findIndex(
        (begins, at) => deployDateTime >= begins && deployDateTime < (days[at + 1] ?? 0),
      );
      if (index < 0) continue;
      const cell = row[index] ?? { drivers: 0, firmware: 0 };
      cell.drivers += 1;
      if (isFirmware(driver)) cell.firmware += 1;
      row[index] = cell;
      total += 1;
    }
    return total > 0 ? { profile, days: row, total } : [];
  });
}

/** Profiles whose inventory is not up to date, those that need a person first. */
export function syncProblems(profiles: readonly DriverProfile[], now: Instant): readonly DriverProfile[] {
  return profiles
    .filter((profile) => hasSyncProblem(profile, now))
    .sort((a, b) => (lastSync(a) ?? 0) - (lastSync(b) ?? 0));
}
