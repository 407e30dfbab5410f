import { toAssignment, toTarget } from '../graph/assignments.ts';
import type { Driver, DriverRecord, ProfileSeed } from '../graph/intune.ts';
import { day, hour, toGraphTime, unsetDate } from '../tenants/clock.ts';
import { type CatalogueEntry, catalogueOf } from './drivers.ts';
import { createRandom, guidOf } from './random.ts';

export const fleetProfileCount = 60;
export const fleetDriversPerProfile = 1_500;
/** Every tenth ring shares a floor with the one after it. */
const ringsPerFloor = 10;

export const fleetGroupId = (name: string) => guidOf(`fleet group ${name}`);

/** One ring of the fleet: the later, the longer it waits for a driver. */
export interface FleetRing {
  readonly index: number;
  readonly name: string;
  /** Names of the groups that it is assigned to. */
  readonly groups: readonly string[];
  readonly devices: number;
  /** Days of deferral of an automatic profile; undefined: manual. */
  readonly deferral: number | undefined;
}

const twoDigits = (count: number) => String(count).padStart(2, '0');

export const fleetRings: readonly FleetRing[] = Array.from({ length: fleetProfileCount }, (_, index) => {
  const floor = Math.floor(index / ringsPerFloor) + 1;
  const sharesFloor = index % ringsPerFloor < 2;
  return {
    index,
    name: `Ring ${twoDigits(index + 1)}`,
    groups: [`Ring ${twoDigits(index + 1)} devices`, ...(sharesFloor ? [`Floor ${floor} devices`] : [])],
    devices: 400 + index * 25,
    deferral: index % 6 === 2 ? index % 15 : undefined,
  };
});

/** What of a catalogue entry is the same in every ring. */
interface Line {
  readonly entry: CatalogueEntry;
  readonly ageDays: number;
  readonly releaseDateTime: string;
  /** Every ring waits so many days more with this driver: the order of rings stays. */
  readonly hesitation: number;
  /** The ring that paused or declined it while others went on; undefined for most. */
  readonly oddRing: number | undefined;
}

/**
 * 60 profiles of 1,500 drivers: 90,000 cells over 1,792 driver updates, each of which is in 50 profiles or so. A driver goes
 * from ring to ring, so that there are conflicts only where a ring stands out. Made without a random number for each
 * cell, since a person waits for it.
 */
export function fleetProfiles(now: number): readonly ProfileSeed[] {
  const lines = linesOf(now);
  const dateOf = dates(now);
  return fleetRings.map((ring) => toSeed(ring, lines, dateOf, now));
}

/** In an order that has nothing to do with families. */
function linesOf(now: number): readonly Line[] {
  const random = createRandom('fleet');
  return random.shuffle(catalogueOf(32, now)).map((entry) => ({
    entry,
    ageDays: Math.floor((now - entry.releasedAt) / day),
    releaseDateTime: toGraphTime(entry.releasedAt),
    hesitation: random.int(0, 20),
    oddRing: random.chance(1 / 16) ? random.int(0, fleetProfileCount - 1) : undefined,
  }));
}

/** Dates by the days from today, at 05:00 UTC, each made once. */
function dates(now: number): (days: number) => string {
  const made = new Map<number, string>();
  return (days) => {
    const known = made.get(days);
    if (known !== undefined) return known;
    const date = toGraphTime((Math.floor(now / day) + days) * day + 5 * hour);
    made.set(days, date);
    return date;
  };
}

function toSeed(
  ring: FleetRing,
  lines: readonly Line[],
  dateOf: (days: number) => string,
  now: number,
): ProfileSeed {
  const id = guidOf(`fleet profile ${ring.name}`);
  // Each ring goes without others: a stretch of the list, further on for each.
  const start = (ring.index * 31) % lines.length;
  const listed = Array.from(
    { length: fleetDriversPerProfile },
    (_, place) => lines[(start + place) % lines.length] ?? lines[0],
  );
  return {
    record: {
      id,
      displayName: ring.name,
      description: null,
      approvalType: ring.deferral === undefined ? 'manual' : 'automatic',
      deviceReporting: ring.devices,
      deploymentDeferralInDays: ring.deferral ?? null,
      createdDateTime: toGraphTime(now - 300 * day),
      lastModifiedDateTime: toGraphTime(now - ring.index * day),
      roleScopeTagIds: ['0'],
    },
    assignments: ring.groups.map((name) => toAssignment(id, toTarget('group', fleetGroupId(name)))),
    drivers: listed.flatMap((line) => (line ? toDriver(line, ring, id, dateOf) : [])),
    arrivals: [],
    lastSync: now - (ring.index % 24) * hour,
    syncState: 'success',
    syncAlwaysFails: false,
  };
}

function toDriver(line: Line, ring: FleetRing, profileId: string, dateOf: (days: number) => string): Driver {
  const { entry, releaseDateTime } = line;
  const { approvalStatus, days } = decide(line, ring);
  return {
    record: {
      id: `${entry.hash}_${profileId}`,
      name: entry.name,
      version: entry.version,
      manufacturer: entry.manufacturer,
      driverClass: entry.driverClass,
      releaseDateTime,
      approvalStatus,
      category: categoryOf(entry, approvalStatus),
      deployDateTime: days === undefined ? unsetDate : dateOf(days),
      applicableDeviceCount: 1 + ((line.hesitation * 37 + ring.index * 11) % ring.devices),
    },
  };
}

/** How a ring stands to a driver, and in how many days it is available, or since how many. */
function decide(
  { entry, ageDays, hesitation, oddRing }: Line,
  { index, deferral }: FleetRing,
): { readonly approvalStatus: DriverRecord['approvalStatus']; readonly days?: number } {
  const isByItself = deferral !== undefined && entry.recommended;
  const waits = isByItself ? deferral : 60 + index * 2 + hesitation;
  const days = waits - ageDays;
  if (oddRing === index && !isByItself)
    return entry.recommended ? { approvalStatus: 'suspended', days } : { approvalStatus: 'declined' };
  // Approved a week ahead; what comes later is still to review.
  return days > 7 && !isByItself ? { approvalStatus: 'needsReview' } : { approvalStatus: 'approved', days };
}

function categoryOf(entry: CatalogueEntry, status: DriverRecord['approvalStatus']): DriverRecord['category'] {
  if (entry.recommended && entry.newest) return 'recommended';
  return entry.recommended && status !== 'needsReview' ? 'previouslyApproved' : 'other';
}
