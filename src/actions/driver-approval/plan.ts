import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { driverName, profileName } from '../../resources/driver-profiles/names.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import type { Plan } from '../../runs/model.ts';
import { countOf } from '../../ui/format.ts';
import { reviewedDriver } from './reviewed.ts';
import type { DriverRequest } from './rules.ts';
import { verbs } from './words.ts';

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
          reviewed: reviewedDriver(driver),
        })),
      },
    ],
  };
}
