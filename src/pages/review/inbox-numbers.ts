import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { needsReview } from '../../resources/driver-updates/inbox.ts';
import type { InboxNumbers } from './words.ts';

/** What tells how each driver update stands with the person who reviews. */
export interface InboxOf {
  readonly rows: readonly DriverUpdate[];
  /** The ids of the profiles in which an update waits. */
  readonly waitingIn: (update: DriverUpdate) => readonly string[];
  /** A decision about it is staged in some profile. */
  readonly isStaged: (update: DriverUpdate) => boolean;
  /** The ids of the updates that are put off. */
  readonly parkedIds: ReadonlySet<string>;
  /** The ids of the updates that were decided today. */
  readonly reviewedIds: ReadonlySet<string>;
}

/** The driver updates that wait for a decision, and how many are out of the way, and why. */
export function inboxOf({ rows, waitingIn, isStaged, parkedIds, reviewedIds }: InboxOf): {
  readonly waiting: readonly DriverUpdate[];
  readonly numbers: InboxNumbers;
} {
  const waiting = rows.filter((update) => waitingIn(update).length > 0 && !parkedIds.has(update.id));
  // Staged in every ring, or in a run: the profiles still list them as waiting.
  const settled = rows.filter(
    (update) => needsReview(update) && waitingIn(update).length === 0 && !parkedIds.has(update.id),
  );
  const reviewed = new Set([...reviewedIds, ...settled.map(({ id }) => id)]);
  for (const id of [...waiting.map((update) => update.id), ...parkedIds]) reviewed.delete(id);
  return {
    waiting,
    numbers: {
      waiting: waiting.length,
      staged: settled.filter(isStaged).length,
      parked: parkedIds.size,
      reviewed: reviewed.size,
    },
  };
}
