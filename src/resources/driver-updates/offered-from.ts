import { approvalStatuses, type Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { isKnown } from '../../lib/members.ts';

/** Devices are offered the driver now. Before every date. */
export const alreadyOffered = Number.NEGATIVE_INFINITY;
/** Devices are not offered the driver as things stand: waiting, paused or declined. After every date. */
export const notOffered = Number.POSITIVE_INFINITY;

/**
 * From when on a profile offers a driver to its devices, as an instant or one of the two above. No number (`NaN`) for a
 * status that this version doesn't know.
 *
 * @param now epoch ms
 */
export function offeredFrom(driver: Driver, now: Instant): number {
  const { approvalStatus, deployDateTime: date } = driver;
  if (approvalStatus === 'approved') return date !== null && date > now ? date : alreadyOffered;
  return isKnown(approvalStatuses, approvalStatus) ? notOffered : Number.NaN;
}
