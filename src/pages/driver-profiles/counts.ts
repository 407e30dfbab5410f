import { devicesAtMost } from '../../actions/driver-approval/devices.ts';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { countOf, formatCount } from '../../ui/format.ts';

/** The sum of the counts that are known, and how many are not: unknown is not 0. */
function sumKnown(counts: readonly (number | null)[]): { sum: number; unknown: number } {
  const known = counts.filter((count) => count !== null);
  return { sum: known.reduce((sum, count) => sum + count, 0), unknown: counts.length - known.length };
}

/** "6,188 devices, counted once per profile": a device may be in several. @param counts those of the profiles */
export function devicesText(counts: readonly (number | null)[]): string {
  const { sum, unknown } = sumKnown(counts);
  return `${countOf(sum, 'device')}, counted once per profile${missing(unknown)}`;
}

/** "131 drivers to review (2 profiles have no count)". @param counts those of the profiles */
export function reviewText(counts: readonly (number | null)[]): string {
  const { sum, unknown } = sumKnown(counts);
  return `${countOf(sum, 'driver')} to review${missing(unknown)}`;
}

function missing(unknown: number): string {
  return unknown === 0 ? '' : ` (${countOf(unknown, 'profile has', 'profiles have')} no count)`;
}

/** What selected drivers of a profile amount to: "7 need review, at most 156 devices". */
export function consequenceText(
  drivers: readonly Pick<Driver, 'approvalStatus' | 'applicableDeviceCount'>[],
  profile: Pick<DriverProfile, 'deviceReporting'>,
): string {
  const waiting = drivers.filter(({ approvalStatus }) => approvalStatus === 'needsReview').length;
  const devices = devicesAtMost(drivers, profile);
  return [
    ...(waiting === drivers.length
      ? []
      : [`${formatCount(waiting)} ${waiting === 1 ? 'needs' : 'need'} review`]),
    ...(devices === null ? [] : [`at most ${countOf(devices, 'device')}`]),
  ].join(', ');
}
