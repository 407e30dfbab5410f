import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';

/** How one driver stands in one profile, or is to stand. */
export interface Approval {
  readonly profileId: string;
  readonly profileName: string;
  /** The driver's id in that profile; '' where the source names none. */
  readonly driverId: string;
  readonly name: string;
  readonly version: string;
  readonly manufacturer: string;
  readonly driverClass: string;
  readonly approvalStatus: string;
  /** From when devices are offered the driver. Null: as soon as it is approved. Epoch ms. */
  readonly deployDateTime: Instant | null;
}

/** A profile with its drivers, of now or of an earlier visit. */
export interface ApprovedProfile {
  readonly profile: DriverProfile;
  /** Undefined where they are not known. */
  readonly drivers: readonly Driver[] | undefined;
}

const order = new Intl.Collator('en', { numeric: true });

/** Profiles by their names: the same state is always in the same order. */
export function inNameOrder(profiles: readonly ApprovedProfile[]): readonly ApprovedProfile[] {
  return profiles.toSorted(
    ({ profile: one }, { profile: other }) =>
      order.compare(one.displayName, other.displayName) || compareTexts(one.id, other.id),
  );
}

/** How every driver stands: profiles by their names, drivers by maker, name and version. */
export function approvalsOf(profiles: readonly ApprovedProfile[]): readonly Approval[] {
  return inNameOrder(profiles).flatMap(({ profile, drivers = [] }) =>
    drivers.toSorted(compareDrivers).map(approvalIn(profile)),
  );
}

/**
 * What one profile has approved, as a wish for another one: from the same date where that is ahead, so that the other one
 * doesn't get ahead.
 */
export function approvalsFor(
  profile: Pick<DriverProfile, 'id' | 'displayName'>,
  drivers: readonly Driver[],
): readonly Approval[] {
  return drivers
    .filter(({ approvalStatus }) => approvalStatus === 'approved')
    .toSorted(compareDrivers)
    .map(approvalIn(profile));
}

function approvalIn({ id, displayName }: Pick<DriverProfile, 'id' | 'displayName'>) {
  return (driver: Driver): Approval => ({
    profileId: id,
    profileName: displayName,
    driverId: driver.id,
    name: driver.name,
    version: driver.version,
    manufacturer: driver.manufacturer,
    driverClass: driver.driverClass,
    approvalStatus: driver.approvalStatus,
    deployDateTime: driver.deployDateTime,
  });
}

function compareDrivers(one: Driver, other: Driver): number {
  return (
    order.compare(one.manufacturer, other.manufacturer) ||
    order.compare(one.name, other.name) ||
    order.compare(one.version, other.version) ||
    compareTexts(one.id, other.id)
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
