import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import type { Plan } from '../../runs/model.ts';
import { countOf } from '../../ui/format.ts';
import { syncStamp } from './work.ts';

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
      return { id, name, items: [{ id, name, detail: '', before: syncStamp(profile), reviewed: {} }] };
    }),
  };
}
