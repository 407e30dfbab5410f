import type { Driver } from '../../graph/driver-inventories.ts';

/**
 * How many devices drivers concern. Graph gives a count for each driver in each profile and not which devices they are: one
 * device may be counted several times.
 */
export interface DeviceNumber {
  /** The largest count. */
  readonly atLeast: number;
  /** The sum of the counts. */
  readonly atMost: number;
  /** How many of the drivers have no count. */
  readonly uncounted: number;
}

/** @param drivers in any profiles, of one driver update or of several */
export function deviceNumber(drivers: Iterable<Pick<Driver, 'applicableDeviceCount'>>): DeviceNumber {
  let [atLeast, atMost, uncounted] = [0, 0, 0];
  for (const { applicableDeviceCount: count } of drivers) {
    if (count === null) {
      uncounted += 1;
      continue;
    }
    atLeast = Math.max(atLeast, count);
    atMost += count;
  }
  return { atLeast, atMost, uncounted };
}
