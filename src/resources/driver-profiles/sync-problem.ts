import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';

const day = 86_400_000;

/** Intune syncs an inventory about once a day by itself: after a week without one, something is wrong. */
const staleSync = 7 * day;

/** Whether the inventory of a profile is not up to date. @param now epoch ms */
export function hasSyncProblem(profile: DriverProfile, now: Instant): boolean {
  const sync = profile.inventorySyncStatus;
  if (sync?.driverInventorySyncState === 'failure') return true;
  if (sync?.driverInventorySyncState === 'pending') return false;
  const last = lastSync(profile);
  // A profile that was made today may not have been synced yet.
  const since = last ?? profile.createdDateTime;
  return since !== null && now - since > (last === null ? day : staleSync);
}

/** Whether Intune is syncing the inventory of a profile just now. */
export function isSyncing({ inventorySyncStatus }: DriverProfile): boolean {
  return inventorySyncStatus?.driverInventorySyncState === 'pending';
}

export function lastSync({ inventorySyncStatus }: DriverProfile): Instant | null {
  return inventorySyncStatus?.lastSuccessfulSyncDateTime ?? null;
}
