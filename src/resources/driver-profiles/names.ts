import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { showName } from '../../lib/visible-text.ts';

/** The name of a driver; its id where Graph gives no name. */
export function driverName({ name, id }: Pick<Driver, 'name' | 'id'>): string {
  return showName(name || id);
}

/** The name of a profile; its id where Graph gives no name. */
export function profileName({ displayName, id }: Pick<DriverProfile, 'displayName' | 'id'>): string {
  return showName(displayName || id);
}
