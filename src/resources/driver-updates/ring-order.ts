import * as v from 'valibot';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Store } from '../../lib/store.ts';
import { createKeptStore } from '../../ui/kept-store.ts';
import { profileName } from '../driver-profiles/names.ts';

const key = 'actiondesk.ringOrder';
/** So many are kept, those of other tenants among them. */
const mostRings = 500;
const longestId = 512;

const isId = (id: unknown): id is string => typeof id === 'string' && id !== '' && id.length <= longestId;

const schema = v.object({
  ringIds: v.fallback(
    v.pipe(
      v.array(v.unknown()),
      v.transform((ids): readonly string[] => [...new Set(ids.filter(isId))].slice(0, mostRings)),
    ),
    [],
  ),
});

/** The profiles that a person rolls out to one after the other, by their ids, in that order. */
export interface RingOrder {
  readonly ringIds: readonly string[];
}

/** The order, kept in this browser. Profiles that aren't listed, such as another tenant's, keep their place in it. */
export function createRingOrder(): Store<RingOrder> {
  return createKeptStore(key, schema);
}

/** Profiles as people see them side by side. */
export interface Arranged<Profile> {
  /** In their order. */
  readonly rings: readonly Profile[];
  /** Those that are no rings, by name. */
  readonly beside: readonly Profile[];
}

const byName = new Intl.Collator('en', { numeric: true });

export function arrange<Profile extends Pick<DriverProfile, 'id' | 'displayName'>>(
  profiles: readonly Profile[],
  { ringIds }: RingOrder,
): Arranged<Profile> {
  const byId = new Map(profiles.map((profile) => [profile.id, profile]));
  const inOrder = new Set(ringIds);
  return {
    rings: ringIds.flatMap((id) => byId.get(id) ?? []),
    beside: profiles
      .filter(({ id }) => !inOrder.has(id))
      .toSorted((a, b) => byName.compare(profileName(a), profileName(b))),
  };
}

/**
 * The order with a profile in another place, or in it for the first time.
 *
 * @param before the ring that it is to stand before; undefined: the profile is the last one
 */
export function placeRing({ ringIds }: RingOrder, profileId: string, before?: string): RingOrder {
  if (profileId === before) return { ringIds };
  const others = ringIds.filter((id) => id !== profileId);
  const at = before === undefined ? -1 : others.indexOf(before);
  return { ringIds: others.toSpliced(at < 0 ? others.length : at, 0, profileId) };
}

/** The order without a profile, which then stands beside it. */
export function removeRing({ ringIds }: RingOrder, profileId: string): RingOrder {
  return { ringIds: ringIds.filter((id) => id !== profileId) };
}

/**
 * The order with a ring one step up or down among those on screen; the same where there is no such step.
 *
 * @param shown the rings on screen, in their order
 */
export function moveRing(
  order: RingOrder,
  profileId: string,
  step: 'up' | 'down',
  shown: readonly string[],
): RingOrder {
  const at = shown.indexOf(profileId);
  const [earlier, later] = [shown[at - 1], shown[at + 1]];
  if (at < 0) return order;
  if (step === 'up') return earlier === undefined ? order : placeRing(order, profileId, earlier);
  // The next ring goes before this one: whatever stands between them stays there.
  return later === undefined ? order : placeRing(order, later, profileId);
}
