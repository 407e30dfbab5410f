import type { DriverProfile } from '../../graph/driver-profiles.ts';

/** The profiles that were ticked for a driver update as it was shown. */
export interface ShownTicks {
  readonly updateId: string;
  readonly ticked: ReadonlySet<string>;
}

/**
 * The rings in which an update waits: the profiles beside them only where it waits in no ring.
 *
 * @param waiting the ids of the profiles in which it waits, and whose drivers are all here
 */
export function usualTicks(
  waiting: readonly string[],
  ordered: readonly Pick<DriverProfile, 'id'>[],
): ReadonlySet<string> {
  const inRings = ordered.filter(({ id }) => waiting.includes(id));
  return new Set(inRings.length > 0 ? inRings.map(({ id }) => id) : waiting);
}

/**
 * The ticks of an update that nobody has touched. Once a key may decide, they stand still: a profile that comes later
 * comes unticked.
 *
 * @param shown what stands still so far
 * @param usual as `usualTicks`, by what is here now
 * @param mayDecide some of it can be decided now
 * @returns undefined while the ticks may still move
 */
export function standingTicks(
  shown: ShownTicks | undefined,
  { updateId, usual, mayDecide }: { updateId: string; usual: ReadonlySet<string>; mayDecide: boolean },
): ShownTicks | undefined {
  if (shown?.updateId === updateId) return shown;
  return mayDecide ? { updateId, ticked: usual } : undefined;
}
