import type { Driver } from '../../graph/driver-inventories.ts';
import { isFirmware } from '../driver-profiles/firmware.ts';
import { possibleKey } from './driver-key.ts';

/** How many driver updates wait for review in any profile, each counted once, and the firmware among them. */
export function waitingOnce(fleet: readonly { readonly drivers: readonly Driver[] | undefined }[]): {
  readonly count: number;
  readonly firmware: number;
} {
  const keys = new Set<string>();
  const firmware = new Set<string>();
  for (const { drivers = [] } of fleet) {
    for (const driver of drivers) {
      if (driver.approvalStatus !== 'needsReview') continue;
      const key = possibleKey(driver.id) ?? driver.id;
      keys.add(key);
      if (isFirmware(driver)) firmware.add(key);
    }
  }
  return { count: keys.size, firmware: firmware.size };
}
