import { createMerger } from '../../src/resources/driver-updates/merge.ts';
import { median, round } from '../lib/stats.ts';

const profiles = 60;

/** Drivers of 60 profiles, each of which lists the same ones. */
function fleetOf(drivers: number) {
  return Array.from({ length: profiles }, (_, profile) => ({
    profile: { id: `p${profile}` },
    drivers: Array.from({ length: drivers }, (_unused, driver) => ({
      id: `${driver.toString(16).padStart(64, '0')}_${profile}`,
      name: `Maker ${driver % 40} - Net - Adapter ${driver}`,
      version: `1.${driver}`,
      manufacturer: `Maker ${driver % 40}`,
      driverClass: 'Net',
      releaseDateTime: driver,
      approvalStatus: 'needsReview',
      category: 'recommended',
      applicableDeviceCount: 1,
      deployDateTime: null,
    })),
  }));
}

/** How long merging takes for each 1,000 cells, in ms: 900, 9,000 and 90,000 cells, nine times each. */
export function mergeTimes(): readonly { readonly cells: number; readonly msPer1000: number }[] {
  return [15, 150, 1_500].map((drivers) => {
    const fleet = fleetOf(drivers);
    const times = Array.from({ length: 9 }, () => {
      const before = performance.now();
      createMerger().merge(fleet);
      return performance.now() - before;
    });
    const cells = profiles * drivers;
    return { cells, msPer1000: round((median(times) / cells) * 1_000, 3) };
  });
}
