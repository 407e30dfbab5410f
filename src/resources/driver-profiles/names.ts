import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { showName } from '../../lib/visible-text.ts';

/** What a person calls a driver; Graph may give it no name. */
export function driverName({ name, id }: Pick<Driver, 'name' | 'id'>): string {
  return showName(name || id);
}

/** What a person calls a profile; Graph may give it no name. */
export function profileName({ displayName, id }: Pick<DriverProfile, 'displayName' | 'id'>): string {
  return showName(displayName || id);
}
