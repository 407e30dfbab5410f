import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';

/**
 * How many devices of one profile drivers can reach at most. A device that needs several drivers counts once in the
 * devices reporting, and once for each driver in their sum; both are bounds, and the smaller one is closer. The largest
 * driver is a bound from below: `deviceReporting` may lag behind it.
 *
 * @returns null where Microsoft Graph gives too few counts to tell
 */
export function devicesAtMost(
  drivers: readonly Pick<Driver, 'applicableDeviceCount'>[],
  { deviceReporting }: Pick<DriverProfile, 'deviceReporting'>,
): number | null {
  const counts = drivers.map(({ applicableDeviceCount }) => applicableDeviceCount);
  const known = counts.filter((count) => count !== null);
  const largest = Math.max(0, ...known);
  const byProfile = deviceReporting === null ? null : Math.max(deviceReporting, largest);
  if (known.length < counts.length) return byProfile;
  const sum = known.reduce((total, count) => total + count, 0);
  return byProfile === null ? sum : Math.min(sum, byProfile);
}

/** The same over several profiles, which may share devices: at most the sum of their bounds. */
export function devicesAtMostOver(bounds: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const bound of bounds) {
    if (bound === null) return null;
    sum += bound;
  }
  return sum;
}
