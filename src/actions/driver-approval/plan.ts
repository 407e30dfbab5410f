import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { driverName, profileName } from '../../resources/driver-profiles/names.ts';
import { nameWithVersion } from '../../resources/driver-updates/names.ts';
import type { Plan, PlannedItem } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import { type DriverIntent, driverKind } from './intent.ts';
import { reviewedDriver } from './reviewed.ts';
import type { DriverRequest } from './rules.ts';
import { verbs } from './words.ts';

/**
 * The plan for drivers of one profile.
 *
 * @param sent drivers that `whyNot` says nothing against
 * @param choice.deployAt for `approve` and `changeDate`; null: as soon as possible
 */
export function planDrivers(
  request: DriverRequest,
  profile: Pick<DriverProfile, 'id' | 'displayName'>,
  sent: readonly Driver[],
  choice: { readonly deployAt: Instant | null; readonly note: string },
): Plan {
  const action = request === 'changeDate' ? 'approve' : request;
  const intent: DriverIntent = {
    kind: driverKind,
    action,
    deployAt: action === 'approve' ? choice.deployAt : null,
  };
  return {
    title: driversTitle(request, sent.map(planDriver), [profileName(profile)]),
    note: choice.note.trim(),
    targets: [
      {
        id: profile.id,
        name: profileName(profile),
        intent,
        items: sent.map(planDriver),
      },
    ],
  };
}

/** A driver as it is reviewed. */
export function planDriver(driver: Driver): PlannedItem {
  return {
    id: driver.id,
    name: driverName(driver),
    detail: driver.version,
    before: driver.approvalStatus,
    reviewed: reviewedDriver(driver),
  };
}

/**
 * The decision in words: "Approve 3 drivers in Pilot ring", and by name where one driver is all of it: "Approve Surface Pen
 * 1.2 in 3 profiles".
 *
 * @param drivers those of all profiles
 * @param profiles their names
 */
export function driversTitle(
  request: DriverRequest,
  drivers: readonly Pick<PlannedItem, 'name' | 'detail'>[],
  profiles: readonly string[],
): string {
  const [only, ...others] = profiles;
  const where = only !== undefined && others.length === 0 ? only : countOf(profiles.length, 'profile');
  const [name, ...names] = new Set(drivers.map((driver) => nameWithVersion(driver.name, driver.detail)));
  const isOne = name !== undefined && names.length === 0 && drivers.length === profiles.length;
  return `${verbs[request]} ${isOne ? name : countOf(drivers.length, 'driver')} in ${where}`;
}
