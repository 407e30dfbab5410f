import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import type { FleetProfile } from '../../resources/driver-profiles/fleet.ts';
import { type Coverage, coverageOf, standingOf } from '../../resources/driver-profiles/standing.ts';

/** A profile as the list shows it: at first alone, then with what its drivers tell. */
export interface ProfileRow {
  readonly profile: DriverProfile;
  /** Why there are no facts: the drivers are still loading, couldn't be loaded, or may not be read. */
  readonly missing: 'loading' | 'failed' | 'forbidden' | undefined;
  /** Undefined until the drivers are there. */
  readonly facts: ProfileFacts | undefined;
}

/** What the drivers of a profile tell. */
export interface ProfileFacts {
  readonly drivers: number;
  readonly coverage: Coverage;
  /** The oldest release date among the drivers to review: that driver has waited for at most so long. */
  readonly oldestToReview: Instant | null;
  /** The next day on which approved drivers become available, and how many do. */
  readonly next: { readonly at: Instant; readonly drivers: number } | null;
}

export const profileRowId = ({ profile }: ProfileRow) => profile.id;

/** How many drivers wait for review: as counted from the drivers, or until they are there as Graph counts them. */
export function toReview({ profile, facts }: Pick<ProfileRow, 'profile' | 'facts'>): number | null {
  return facts ? facts.coverage.needsReview : profile.newUpdates;
}

/** What the drivers of a profile tell. @param now epoch ms */
export function factsOf(drivers: NonNullable<FleetProfile['drivers']>, now: Instant): ProfileFacts {
  const ahead: Instant[] = [];
  let oldestToReview: Instant | null = null;
  for (const driver of drivers) {
    const { deployDateTime, releaseDateTime, approvalStatus } = driver;
    if (deployDateTime !== null && standingOf(driver, now) === 'scheduled') ahead.push(deployDateTime);
    if (approvalStatus === 'needsReview' && releaseDateTime !== null) {
      oldestToReview = Math.min(releaseDateTime, oldestToReview ?? releaseDateTime);
    }
  }
  const at = Math.min(...ahead);
  return {
    drivers: drivers.length,
    coverage: coverageOf(drivers, now),
    oldestToReview,
    next: ahead.length === 0 ? null : { at, drivers: ahead.filter((each) => isSameDay(each, at)).length },
  };
}

function isSameDay(a: Instant, b: Instant): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

const rows = new WeakMap<FleetProfile, ProfileRow>();

/** The row of a profile: the same object as before for the same entry, so that it isn't drawn again. */
export function rowOf(entry: FleetProfile): ProfileRow {
  const before = rows.get(entry);
  if (before) return before;
  const { profile, drivers, problem } = entry;
  const missing = problem?.kind === 'forbidden' ? 'forbidden' : problem ? 'failed' : 'loading';
  const row: ProfileRow = drivers
    ? { profile, missing: undefined, facts: factsOf(drivers, Date.now()) }
    : { profile, missing, facts: undefined };
  rows.set(entry, row);
  return row;
}
