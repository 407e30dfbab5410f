import type { Driver } from '../graph/driver-inventories.ts';
import type { DriverProfile } from '../graph/driver-profiles.ts';
import type { Instant } from '../lib/instant.ts';
import type { Plan } from '../runs/model.ts';
import { syncStamp } from '../runs/sync-work.ts';
import { countOf } from '../ui/format.ts';
import { driverName, profileName } from './names.ts';
import { profileKeys } from './queries.ts';
import { type DriverRequest, mustType } from './rules.ts';

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
 * @param sent drivers that `whyNot` says nothing against
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
    title: `${verbs[request]} ${countOf(sent.length, 'driver')} in ${profileName(profile)}`,
    intent: { kind: 'drivers', action, deployAt: action === 'approve' ? choice.deployAt : null },
    note: choice.note.trim(),
    mustType: mustType(request, sent),
    touches: [profileKeys.all],
    targets: [
      {
        id: profile.id,
        name: profileName(profile),
        items: sent.map((driver) => ({
          id: driver.id,
          name: driverName(driver),
          detail: driver.version,
          before: driver.approvalStatus,
        })),
      },
    ],
  };
}

/** The plan to sync the inventories of profiles: one request for each. */
export function planSync(profiles: readonly DriverProfile[]): Plan {
  const [only, ...others] = profiles;
  const what = only && others.length === 0 ? profileName(only) : countOf(profiles.length, 'profile');
  return {
    title: `Sync the inventory of ${what}`,
    intent: { kind: 'sync' },
    note: '',
    touches: [profileKeys.all],
    targets: profiles.map((profile) => {
      const { id } = profile;
      const name = profileName(profile);
      return { id, name, items: [{ id, name, detail: '', before: syncStamp(profile) }] };
    }),
  };
}
