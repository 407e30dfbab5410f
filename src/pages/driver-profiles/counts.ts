import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { countOf } from '../../ui/format.ts';

/** The sum of the counts that Graph gave, and how many it did not give: unknown is not 0. */
function sumKnown(counts: readonly (number | null)[]): { sum: number; unknown: number } {
  const known = counts.filter((count) => count !== null);
  return { sum: known.reduce((sum, count) => sum + count, 0), unknown: counts.length - known.length };
}

/** "up to 40 applicable devices; 2 drivers have no count" */
export function devicesText(drivers: readonly Pick<Driver, 'applicableDeviceCount'>[]): string {
  const { sum, unknown } = sumKnown(drivers.map((driver) => driver.applicableDeviceCount));
  const told = `up to ${countOf(sum, 'applicable device')}`;
  if (unknown === 0) return told;
  return unknown === drivers.length
    ? 'device count not provided'
    : `${told}; ${countOf(unknown, 'driver has', 'drivers have')} no count`;
}

/** "12 drivers to review (2 profiles have no count)" */
export function reviewText(profiles: readonly Pick<DriverProfile, 'newUpdates'>[]): string {
  const { sum, unknown } = sumKnown(profiles.map((profile) => profile.newUpdates));
  const told = `${countOf(sum, 'driver')} to review`;
  return unknown === 0 ? told : `${told} (${countOf(unknown, 'profile has', 'profiles have')} no count)`;
}
