import type { Driver } from '../graph/driver-inventories.ts';
import type { DriverProfile } from '../graph/driver-profiles.ts';
import type { Instant } from '../lib/instant.ts';
import type { Plan } from '../runs/model.ts';
import { syncStamp } from '../runs/sync-work.ts';
import { profileKeys } from './queries.ts';
import { type DriverRequest, whyNot } from './rules.ts';

/** A selected driver that a plan leaves out, and why. */
export interface LeftOut {
  readonly driver: Driver;
  readonly reason: string;
}

/** Splits the selected drivers into those that can be sent and those that are left out. */
export function sortOut(
  request: DriverRequest,
  drivers: readonly Driver[],
): { sent: Driver[]; leftOut: LeftOut[] } {
  const sent: Driver[] = [];
  const leftOut: LeftOut[] = [];
  for (const driver of drivers) {
    const reason = whyNot(request, driver);
    if (reason === undefined) sent.push(driver);
    else leftOut.push({ driver, reason });
  }
  return { sent, leftOut };
}

/** The verb of a request, as buttons and titles say it. */
export const verbs: Record<DriverRequest, string> = {
  approve: 'Approve',
  changeDate: 'Change date of',
  decline: 'Decline',
  suspend: 'Suspend',
};

/**
 * The plan for drivers of one profile.
 *
 * @param sent drivers that `sortOut` lets through
 * @param choice.deployAt for `approve` and `changeDate`; null: as soon as possible
 */
export function planDrivers(
  request: DriverRequest,
  profile: Pick<DriverProfile, 'id' | 'displayName'>,
  sent: readonly Driver[],
  choice: { readonly deployAt: Instant | null; readonly note: string },
): Plan {
  const action = request === 'changeDate' ? 'approve' : request;
  return {
    title: `${verbs[request]} ${sent.length} ${sent.length === 1 ? 'driver' : 'drivers'} in ${profile.displayName}`,
    intent: { kind: 'drivers', action, deployAt: action === 'approve' ? choice.deployAt : null },
    note: choice.note.trim(),
    touches: [profileKeys.all],
    targets: [
      {
        id: profile.id,
        name: profile.displayName,
        items: sent.map((driver) => ({
          id: driver.id,
          name: driver.name,
          detail: driver.version,
          before: driver.approvalStatus,
        })),
      },
    ],
  };
}

/** The plan to sync the inventory of a profile. */
export function planSync(profile: DriverProfile): Plan {
  return {
    title: `Sync the inventory of ${profile.displayName}`,
    intent: { kind: 'sync' },
    note: '',
    touches: [profileKeys.all],
    targets: [
      {
        id: profile.id,
        name: profile.displayName,
        items: [{ id: profile.id, name: profile.displayName, detail: '', before: syncStamp(profile) }],
      },
    ],
  };
}

/** Why a sync cannot be asked for now, or undefined when it can. */
export function whyNoSync(profile: DriverProfile | undefined): string | undefined {
  if (!profile) return 'The profile is still being read';
  return profile.inventorySyncStatus?.driverInventorySyncState === 'pending'
    ? 'A sync is running: it usually takes a few minutes'
    : undefined;
}
