import type { DriverProfile } from '../../graph/driver-profiles.ts';

/** Why a sync of the inventory cannot be asked for now, or undefined when it can. */
export function whyNoSync({ inventorySyncStatus }: DriverProfile): string | undefined {
  return inventorySyncStatus?.driverInventorySyncState === 'pending'
    ? 'A sync is in progress. It usually takes a few minutes.'
    : undefined;
}
