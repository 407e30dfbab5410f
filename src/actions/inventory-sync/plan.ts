import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import type { Plan, PlannedItem } from '../../runs/model/run.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import type { Action } from '../action.ts';

export const syncKind = 'inventory-sync';

/** What commands say of the action before there is a run. The rest of it comes with the engine, after the first rows. */
export const syncNeeds: Pick<Action, 'kind' | 'role'> = { kind: syncKind, role: 'Intune Administrator' };

/** The sync state of a profile in one word and one stamp, to be compared with later reads by equality. */
export function syncStamp({ inventorySyncStatus: sync }: DriverProfile): string {
  return sync ? `${sync.driverInventorySyncState} ${sync.lastSuccessfulSyncDateTime ?? 'never'}` : 'never';
}

/**
 * The plan to sync the inventories of profiles: one request for each.
 *
 * @param skipped selected profiles that a sync is in progress for; the title says how many
 */
export function planSync(profiles: readonly DriverProfile[], skipped: readonly DriverProfile[] = []): Plan {
  return {
    title: `${syncTitle(profiles.map(profileName))}${skipped.length > 0 ? `. ${skippedText(skipped)}` : ''}`,
    note: '',
    targets: profiles.map((profile) => ({
      id: profile.id,
      name: profileName(profile),
      intent: { kind: syncKind },
      items: [planProfile(profile)],
    })),
  };
}

/** A profile whose inventory is to be synced. */
export function planProfile(profile: DriverProfile): PlannedItem {
  const { id } = profile;
  return { id, name: profileName(profile), detail: '', before: syncStamp(profile), reviewed: {} };
}

/** The decision in words: "Sync the inventory of Pilot ring", "Sync the inventory of 3 profiles". */
export function syncTitle(profiles: readonly string[]): string {
  const [only, ...others] = profiles;
  const what = only !== undefined && others.length === 0 ? only : countOf(profiles.length, 'profile');
  return `Sync the inventory of ${what}`;
}

/** More names than these are not listed. */
const mostNamed = 2;

/** "Skipped: Pilot ring and 3 more, already syncing" */
export function skippedText(skipped: readonly DriverProfile[]): string {
  const named = skipped.slice(0, mostNamed).map(profileName).join(', ');
  const more = skipped.length - mostNamed;
  return `Skipped: ${named}${more > 0 ? ` and ${formatCount(more)} more` : ''}, already syncing`;
}
