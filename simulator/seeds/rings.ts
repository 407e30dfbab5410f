import { type AssignmentTarget, toAssignment, toTarget } from '../graph/assignments.ts';
import type { Arrival, Driver, DriverRecord, ProfileSeed } from '../graph/intune.ts';
import { day, hour, toGraphTime, unsetDate } from '../tenants/clock.ts';
import { toRecord } from './drivers.ts';
import { guidOf, hexOf } from './random.ts';
import { type RingsFamily, type RingsVersion, ringsFamilies } from './rings-drivers.ts';
import {
  deletedGroupId,
  newProfileName,
  type RingsProfile,
  refusedProfileName,
  ringsColumns,
  ringsGroupId,
  ringsProfiles,
} from './rings-profiles.ts';

/** A version that a profile lists, now or soon. */
interface Listing {
  readonly family: RingsFamily;
  readonly version: RingsVersion;
  /** Its word in the table, such as `a-14`. */
  readonly cell: string;
}

/** The profiles of the rings seed, with dates relative to `now`. Ids are the same in every such tenant. */
export function ringsProfileSeeds(now: number): readonly ProfileSeed[] {
  return ringsProfiles.map((profile) => toSeed(profile, now));
}

function toSeed(profile: RingsProfile, now: number): ProfileSeed {
  const id = guidOf(`rings profile ${profile.name}`);
  const createdAt = now - profile.ageDays * day;
  const isNew = profile.name === newProfileName;
  const isRefused = profile.name === refusedProfileName;
  const listings = listingsOf(profile);
  return {
    record: {
      id,
      displayName: profile.name,
      description: profile.description,
      approvalType: profile.deferral === undefined ? 'manual' : 'automatic',
      deviceReporting: profile.devices,
      deploymentDeferralInDays: profile.deferral ?? null,
      createdDateTime: toGraphTime(createdAt),
      lastModifiedDateTime: toGraphTime(createdAt + hour),
      roleScopeTagIds: [isRefused ? '7' : '0'],
    },
    assignments: targetsOf(profile).map((target) => toAssignment(id, target)),
    drivers: listings
      .filter(({ cell }) => !cell.startsWith('n'))
      .map((listing) => toDriver(listing, profile, id, now)),
    arrivals: listings
      .filter(({ cell }) => cell.startsWith('n'))
      .map((listing) => toArrival(listing, profile, id, now)),
    lastSync: isNew ? undefined : now - 5 * hour,
    syncState: isNew ? 'pending' : 'success',
    syncAlwaysFails: false,
    hidesDrivers: isRefused,
  };
}

function targetsOf({ includes, excludes = [], allDevices = false }: RingsProfile): AssignmentTarget[] {
  const idOf = (group: string) => (group === deletedGroupId ? group : ringsGroupId(group));
  return [
    ...(allDevices ? [toTarget('allDevices')] : []),
    ...includes.map((group) => toTarget('group', idOf(group))),
    ...excludes.map((group) => toTarget('exclusionGroup', idOf(group))),
  ];
}

function listingsOf({ name }: RingsProfile): readonly Listing[] {
  const column = ringsColumns.indexOf(name);
  return ringsFamilies.flatMap((family) =>
    family.versions
      .map((version) => ({ family, version, cell: version.cells.trim().split(/ +/)[column] ?? '.' }))
      .filter(({ cell }) => cell !== '.'),
  );
}

/** The first half of a driver's id: the same in every profile. */
function catalogIdOf({ name, manufacturer, driverClass }: RingsFamily, { version }: RingsVersion): string {
  return hexOf(`rings ${name}|${manufacturer}|${driverClass}|${version}`);
}

/** What Microsoft recommends of a family until the next release comes: those of today are still on their way. */
const recommendedOf = ({ versions }: RingsFamily) =>
  versions.find(({ other = false, released }) => !other && released > 0);

function toDriver(listing: Listing, profile: RingsProfile, profileId: string, now: number): Driver {
  const { script } = listing.version;
  return { record: recordOf(listing, profile, profileId, now), ...(script && { script }) };
}

/** How it enters the profile is decided when it does. */
function toArrival(listing: Listing, profile: RingsProfile, profileId: string, now: number): Arrival {
  const { family, version, cell } = listing;
  const days = Number(cell.slice(1));
  const earlier = recommendedOf(family);
  return {
    record: {
      ...recordOf(listing, profile, profileId, now),
      category: version.other ? 'other' : 'recommended',
    },
    ...(days > 0 && { at: now + days * day }),
    ...(earlier && earlier !== version && { supersedes: `${catalogIdOf(family, earlier)}_${profileId}` }),
  };
}

const statuses: Readonly<Record<string, DriverRecord['approvalStatus']>> = {
  r: 'needsReview',
  d: 'declined',
  a: 'approved',
  p: 'suspended',
};

function recordOf(
  { family, version, cell }: Listing,
  { devices }: RingsProfile,
  profileId: string,
  now: number,
): DriverRecord {
  const approvalStatus = statuses[cell.charAt(0)] ?? 'needsReview';
  const hasDate = approvalStatus === 'approved' || approvalStatus === 'suspended';
  const isRecommended = version === recommendedOf(family);
  const wasRecommended = !version.other && approvalStatus !== 'needsReview';
  return toRecord(
    {
      hash: catalogIdOf(family, version),
      name: family.name.replace('{version}', version.version ?? ''),
      version: version.version,
      manufacturer: family.manufacturer,
      driverClass: family.driverClass,
      releasedAt: Math.floor((now - version.released * day) / hour) * hour,
    },
    { profileId },
    {
      approvalStatus,
      category: isRecommended ? 'recommended' : wasRecommended ? 'previouslyApproved' : 'other',
      deployDateTime: hasDate ? dateOf(Number(cell.slice(1)), now) : unsetDate,
      applicableDeviceCount: Math.round(devices * family.share),
    },
  );
}

/** So many days from today, at 05:00 UTC. */
function dateOf(days: number, now: number): string {
  return toGraphTime((Math.floor(now / day) + days) * day + 5 * hour);
}
