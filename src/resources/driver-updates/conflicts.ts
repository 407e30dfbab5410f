import type { Instant } from '../../lib/instant.ts';
import { type Columns, cellIn, type DriverUpdate } from './driver-update.ts';
import { notOffered, offeredFrom } from './offered-from.ts';

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
export function createConflictFinder(within: ConflictsIn): (update: DriverUpdate) => readonly Conflict[] {
  const found = new WeakMap<DriverUpdate, readonly Conflict[]>();
  return (update) => {
    let conflicts = found.get(update);
    if (!conflicts) {
      conflicts = findConflicts(update, within);
      found.set(update, conflicts);
    }
    return conflicts;
  };
}

const none: readonly Conflict[] = [];

function findConflicts(
  update: DriverUpdate,
  { columns, ringIds, sharing, now }: ConflictsIn,
): readonly Conflict[] {
  const offers = (profileIds: readonly string[]): readonly Offer[] =>
    profileIds.flatMap((profileId) => {
      const driver = cellIn(update, columns, profileId);
      const from = driver && offeredFrom(driver, now);
      return from === undefined ? [] : { profileId, from };
    });
  const order = outOfOrder(offers(ringIds));
  const shared = sharing.flatMap(({ profileIds, groupIds }) => {
    const differing = atOdds(offers(profileIds));
    return differing ? { kind: 'sharedGroup' as const, ...differing, groupIds } : [];
  });
  if (!order && shared.length === 0) return none;
  return order ? [{ kind: 'order', ...order, groupIds: [] }, ...shared] : shared;
}

interface Offer {
  readonly profileId: string;
  readonly from: Instant;
}

type AtOdds = Pick<Conflict, 'offering' | 'holding'>;

/** Rings of which a later one offers before an earlier one; undefined while each begins no sooner than those before it. */
function outOfOrder(rings: readonly Offer[]): AtOdds | undefined {
  const offering: string[] = [];
  const holding: string[] = [];
  let latestBefore = Number.NEGATIVE_INFINITY;
  for (const { profileId, from } of rings) {
    if (from < latestBefore) offering.push(profileId);
    latestBefore = Math.max(latestBefore, from);
  }
  if (offering.length === 0) return undefined;
  let earliestAfter = notOffered;
  for (const { profileId, from } of rings.toReversed()) {
    if (from > earliestAfter) holding.unshift(profileId);
    earliestAfter = Math.min(earliestAfter, from);
  }
  return { offering, holding };
}

/** Profiles of which some offer before others do; undefined while all do so at once, or none does. */
function atOdds(profiles: readonly Offer[]): AtOdds | undefined {
  const first = Math.min(...profiles.map(({ from }) => from));
  const [offering, holding] = [
    profiles.filter(({ from }) => from === first),
    profiles.filter(({ from }) => from > first),
  ];
  if (holding.length === 0) return undefined;
  return {
    offering: offering.map(({ profileId }) => profileId),
    holding: holding.map(({ profileId }) => profileId),
  };
}
