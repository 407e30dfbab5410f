import type { Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { standingOf } from '../driver-profiles/standing.ts';

/** Devices are offered the driver now. Before every date. */
export const alreadyOffered = Number.NEGATIVE_INFINITY;
/** Devices are not offered the driver as things stand: waiting, paused or declined. After every date. */
export const notOffered = Number.POSITIVE_INFINITY;

/**
 * From when on a profile offers a driver to its devices, as an instant or one of the two above. Undefined for a status that
 * this version doesn't know.
 *
 * @param now epoch ms
 */
export function offeredFrom(driver: Driver, now: Instant): Instant | undefined {
  switch (standingOf(driver, now)) {
    case 'approved':
      return alreadyOffered;
    case 'scheduled':
      return driver.deployDateTime as Instant; // what is scheduled has a date
    case 'other':
      return undefined;
    default:
      return notOffered;
  }
}
