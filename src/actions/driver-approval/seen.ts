import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Preview } from '../../runs/sending/preview.ts';
import type { SeenDrivers } from './afresh.ts';
import { driverKind } from './intent.ts';

/** A profile of a plan with those of its drivers that the plan holds, whatever is decided about them. */
export interface SeenProfile {
  readonly profile: DriverProfile;
  /** By their ids. */
  readonly drivers: ReadonlyMap<string, Driver>;
}

/** What a preview has read of drivers, by the ids of their profiles. */
export function seenProfiles(seen: Preview['seen']): ReadonlyMap<string, SeenProfile> {
  const found = new Map<string, { profile: DriverProfile; drivers: Map<string, Driver> }>();
  for (const part of seen) {
    if (part.intent.kind !== driverKind) continue;
    // As `driversAfresh` gave it.
    for (const { profile, drivers } of part.seen as SeenDrivers) {
      const entry = found.get(profile.id) ?? { profile, drivers: new Map() };
      for (const driver of drivers) entry.drivers.set(driver.id, driver);
      found.set(profile.id, entry);
    }
  }
  return found;
}
