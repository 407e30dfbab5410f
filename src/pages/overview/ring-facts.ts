import type { Instant } from '../../lib/instant.ts';
import { standingOf } from '../../resources/driver-profiles/standing.ts';
import {
  type Conflict,
  type ConflictsIn,
  createConflictFinder,
} from '../../resources/driver-updates/conflicts.ts';
import { type Columns, cellIn, type DriverUpdate } from '../../resources/driver-updates/driver-update.ts';

/** A driver update that several rings approve, and that becomes available in one of them at least. */
export interface Rollout {
  readonly update: DriverUpdate;
  /** The ring that is next, and when. */
  readonly next: { readonly profileId: string; readonly at: Instant };
  /** In how many rings the update is available, of those that approve it. */
  readonly available: number;
  readonly approved: number;
}

/** A driver update, and the first of its conflicts. */
export interface Conflicting {
  readonly update: DriverUpdate;
  readonly conflict: Conflict;
}

/** Decisions that are in conflict, and rollouts on their way through the rings, the next one first. */
export function ringFacts(
  updates: readonly DriverUpdate[],
  { columns, ringIds, sharing, now }: ConflictsIn,
): { readonly conflicts: readonly Conflicting[]; readonly rollouts: readonly Rollout[] } {
  const conflictsOf = createConflictFinder({ columns, ringIds, sharing, now });
  const conflicts = updates.flatMap((update) => {
    const [conflict] = conflictsOf(update);
    return conflict ? [{ update, conflict }] : [];
  });
  // What contradicts the order needs a person first.
  const others = updates.filter((update) => conflictsOf(update).length === 0);
  const rollouts = others.flatMap((update) => rolloutOf(update, columns, ringIds, now) ?? []);
  return {
    conflicts,
    rollouts: rollouts.toSorted((one, other) => one.next.at - other.next.at),
  };
}

function rolloutOf(
  update: DriverUpdate,
  columns: Columns,
  ringIds: readonly string[],
  now: Instant,
): Rollout | undefined {
  let available = 0;
  let scheduled = 0;
  let next: Rollout['next'] | undefined;
  for (const profileId of ringIds) {
    const driver = cellIn(update, columns, profileId);
    const standing = driver && standingOf(driver, now);
    if (standing === 'approved') available += 1;
    if (standing !== 'scheduled') continue;
    scheduled += 1;
    const at = driver?.deployDateTime ?? now;
    if (!next || at < next.at) next = { profileId, at };
  }
  // What a single ring awaits goes through no rings.
  const approved = available + scheduled;
  return next && approved > 1 ? { update, next, available, approved } : undefined;
}
