import type { Driver } from '../../graph/driver-inventories.ts';
import type { Reviewed } from '../../runs/model.ts';

/** What a decision about a driver rests on: which driver, whether firmware, and its state in the profile. */
export function reviewedDriver(driver: Driver): Reviewed {
  const { name, version, driverClass, approvalStatus } = driver;
  return { name, version, driverClass, approvalStatus };
}
