import { type ConflictContext, conflictText } from '../../resources/driver-updates/conflict-words.ts';
import type { Conflict } from '../../resources/driver-updates/conflicts.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';

/** What is said of a conflict in the cell of a profile; undefined where the profile has no part in one. */
export function conflictIn(
  profileId: string,
  conflicts: readonly Conflict[],
  update: DriverUpdate,
  context: ConflictContext,
): string | undefined {
  const own = conflicts.find(
    ({ offering, holding }) => offering.includes(profileId) || holding.includes(profileId),
  );
  return own && conflictText(own, update, context);
}
