import type { Instant } from '../../lib/instant.ts';
import type { Columns, DriverUpdate } from './driver-update.ts';
import { alreadyOffered, notOffered, offeredFrom } from './offered-from.ts';

/** Decisions about one driver update that contradict each other. Profiles are named by their ids. */
export interface Conflict {
  /**
   * `order`: a later ring offers the driver update, or will, before an earlier ring does. `sharedGroup`: profiles that
   * are assigned to the same group differ, and the earliest offer wins on a device in both.
   */
  readonly kind: 'order' | 'sharedGroup';
  /** Where the driver update is offered, or will be first. In the order of rings, or of the profiles that share. */
  readonly offering: readonly string[];
  /** Where it is offered later, or is waiting, paused or declined. */
  readonly holding: readonly string[];
  /** The groups that the profiles share; none for `order`. */
  readonly groupIds: readonly string[];
}

/** Profiles whose assignments include the same groups. Whether other groups of theirs have members in common isn't known. */
export interface Sharing {
  readonly profileIds: readonly string[];
  readonly groupIds: readonly string[];
}

/** What conflicts depend on beside the drivers. */
export interface ConflictsIn {
  readonly columns: Columns;
  /** The rings by the ids of their profiles, in their order. */
  readonly ringIds: readonly string[];
  readonly sharing: readonly Sharing[];
  /** Epoch ms. */
  readonly now: Instant;
}

/**
 * The profiles that share groups; profiles that share several are named once.
 *
 * @param groupsOf the ids of the groups that each profile is assigned to and doesn't exclude, by the profile's id
 */
export function sharingOf(groupsOf: ReadonlyMap<string, Iterable<string>>): readonly Sharing[] {
  const profilesOf = new Map<string, string[]>();
  for (const [profileId, groupIds] of groupsOf) {
    for (const groupId of new Set(groupIds)) {
      const profileIds = profilesOf.get(groupId);
      if (profileIds) profileIds.push(profileId);
      else profilesOf.set(groupId, [profileId]);
    }
  }
  const sharing = new Map<string, { profileIds: string[]; groupIds: string[] }>();
  for (const [groupId, profileIds] of profilesOf) {
    if (profileIds.length === 1) continue;
    const same = sharing.get(profileIds.join('\n'));
    if (same) same.groupIds.push(groupId);
    else sharing.set(profileIds.join('\n'), { profileIds, groupIds: [groupId] });
  }
  return [...sharing.values()];
}

/** @returns the conflicts of a driver update, found once for as long as it stays the same object */
export function createConflictFinder({
  columns,
  ringIds,
  sharing,
  now,
}: ConflictsIn): (update: DriverUpdate) => readonly Conflict[] {
  const placesOf = (profileIds: readonly string[]): readonly Place[] =>
    profileIds.flatMap((profileId) => {
      const column = columns.get(profileId);
      return column === undefined ? [] : { profileId, column };
    });
  const rings = placesOf(ringIds);
  const groups = sharing.map(({ profileIds, groupIds }) => ({ places: placesOf(profileIds), groupIds }));
  const found = new WeakMap<DriverUpdate, readonly Conflict[]>();

  function find({ cells }: DriverUpdate): readonly Conflict[] {
    const from = cells.map((driver) => (driver ? offeredFrom(driver, now) : Number.NaN));
    const order = outOfOrder(rings, from);
    const shared = groups.flatMap(({ places, groupIds }) => {
      const differing = atOdds(places, from);
      return differing ? { kind: 'sharedGroup' as const, ...differing, groupIds } : [];
    });
    return order ? [{ kind: 'order', ...order, groupIds: [] }, ...shared] : shared;
  }

  return (update) => {
    let conflicts = found.get(update);
    if (!conflicts) {
      conflicts = find(update);
      found.set(update, conflicts);
    }
    return conflicts;
  };
}

/** A profile and its column. */
interface Place {
  readonly profileId: string;
  readonly column: number;
}

type AtOdds = Pick<Conflict, 'offering' | 'holding'>;

/**
 * Rings of which a later one offers before an earlier one; undefined while each begins no sooner than those before it. Where
 * nothing is listed or known, the time is no number, and every comparison with it is false.
 */
function outOfOrder(rings: readonly Place[], from: readonly number[]): AtOdds | undefined {
  const offering: string[] = [];
  let latestBefore = alreadyOffered;
  for (const { profileId, column } of rings) {
    const time = timeAt(from, column);
    if (time < latestBefore) offering.push(profileId);
    else if (time > latestBefore) latestBefore = time;
  }
  if (offering.length === 0) return undefined;
  const holding: string[] = [];
  let earliestAfter = notOffered;
  for (const { profileId, column } of rings.toReversed()) {
    const time = timeAt(from, column);
    if (time > earliestAfter) holding.unshift(profileId);
    else if (time < earliestAfter) earliestAfter = time;
  }
  return { offering, holding };
}

/** Profiles of which some offer before others do; undefined while all do so at once, or none does. */
function atOdds(profiles: readonly Place[], from: readonly number[]): AtOdds | undefined {
  let first = notOffered;
  for (const { column } of profiles) {
    const time = timeAt(from, column);
    if (time < first) first = time;
  }
  const holding = profiles.filter(({ column }) => timeAt(from, column) > first);
  if (holding.length === 0) return undefined;
  const offering = profiles.filter(({ column }) => timeAt(from, column) === first);
  return { offering: offering.map(idOf), holding: holding.map(idOf) };
}

/** Driver updates that were found before a profile came have no place for it. */
function timeAt(from: readonly number[], column: number): number {
  return from[column] ?? Number.NaN;
}

const idOf = ({ profileId }: Place) => profileId;
