import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import type { Plan } from '../../runs/model.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { syncStamp } from './work.ts';

/**
 * The plan to sync the inventories of profiles: one request for each.
 *
 * @param skipped selected profiles that a sync is in progress for; the title says how many
 */
export function planSync(profiles: readonly DriverProfile[], skipped: readonly DriverProfile[] = []): Plan {
  const [only, ...others] = profiles;
  const what = only && others.length === 0 ? profileName(only) : countOf(profiles.length, 'profile');
  return {
    title: `Sync the inventory of ${what}${skipped.length > 0 ? `. ${skippedText(skipped)}` : ''}`,
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

/** More names than these are not listed. */
const mostNamed = 2;

/** "Skipped: Pilot ring and 3 more, already syncing" */
export function skippedText(skipped: readonly DriverProfile[]): string {
  const named = skipped.slice(0, mostNamed).map(profileName).join(', ');
  const more = skipped.length - mostNamed;
  return `Skipped: ${named}${more > 0 ? ` and ${formatCount(more)} more` : ''}, already syncing`;
}
