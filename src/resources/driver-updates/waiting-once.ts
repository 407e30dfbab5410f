import type { Driver } from '../../graph/driver-inventories.ts';
import { isFirmware } from '../driver-profiles/firmware.ts';
import { driverKey } from './driver-key.ts';
import { factsOf } from './driver-update.ts';
import type { ProfileDrivers } from './merge.ts';

const waits = ({ approvalStatus }: Driver) => approvalStatus === 'needsReview';

/**
 * How many driver updates wait for review in any profile, each counted once, and the firmware among them: as many as
 * `createMerger` makes of the same profiles, without the code and the memory of its rows.
 */
export function waitingOnce(fleet: readonly Pick<ProfileDrivers, 'profile' | 'drivers'>[]): {
  readonly count: number;
  readonly firmware: number;
} {
  const updates = new Set<string>();
  const firmware = new Set<string>();
  for (const { profile, drivers } of fleet) {
    if (!drivers?.some(waits)) continue;
    const listed = new Set<string>();
    for (const driver of drivers) {
      const key = driverKey(driver.id);
      let update = `${key}/${factsOf(driver)}`;
      // Of drivers that are alike in one profile, the first stands for it.
      if (key === undefined || listed.has(update)) update = `${profile.id}/${driver.id}`;
      listed.add(update);
      if (!waits(driver)) continue;
      updates.add(update);
      if (isFirmware(driver)) firmware.add(update);
    }
  }
  return { count: updates.size, firmware: firmware.size };
}
