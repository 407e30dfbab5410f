import type { Columns, DriverUpdate } from './driver-update.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The ids of the driver updates that no profile listed when a snapshot was taken. One that stands only in profiles whose
 * drivers the snapshot doesn't hold may have been there: that one isn't new.
 */
export function newSince(
  updates: readonly DriverUpdate[],
  columns: Columns,
  { keys, profiles }: Pick<Snapshot, 'keys' | 'profiles'>,
): ReadonlySet<string> {
  const unknown = new Set(
    profiles.flatMap(({ profile, loadedAt }) => (loadedAt === null ? (columns.get(profile.id) ?? []) : [])),
  );
  const isNew = ({ key, cells }: DriverUpdate) =>
    cells.some((driver, column) => driver && !unknown.has(column) && !keys.has(key ?? driver.id));
  return new Set(updates.filter(isNew).map(({ id }) => id));
}
