import { queryOptions, experimental_streamedQuery as streamedQuery } from '@tanstack/react-query';
import { accountHash } from '../../lib/account-hash.ts';
import type { Instant } from '../../lib/instant.ts';
import type { FleetProfile } from '../driver-profiles/fleet.ts';
import { reviewNotesName } from './review-notes-name.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotOwner } from './snapshot-database.ts';

/** Keys of the reads. */
export const updateKeys = {
  kept: ({ key, tenantId }: SnapshotOwner) => ['driver-updates', 'kept', tenantId, key],
  freezesName: ({ key, tenantId }: SnapshotOwner) => ['driver-updates', 'freezes-name', tenantId, key],
  notesName: ({ key, tenantId }: SnapshotOwner) => ['driver-updates', 'notes-name', tenantId, key],
} as const;

/** The fleet as this browser keeps it. */
export interface KeptFleet {
  /** As it was loaded last, as far as it has been unpacked; empty where nothing is kept. */
  readonly fleet: readonly FleetProfile[];
  /** When that was; null where nothing is kept. Epoch ms. */
  readonly at: Instant | null;
  /** As the visit before this one left it. */
  readonly lastVisit: Snapshot | undefined;
  /** Something was kept that can't be read, and is deleted now. */
  readonly isDropped: boolean;
}

export const nothingKept: KeptFleet = { fleet: [], at: null, lastVisit: undefined, isDropped: false };

/** What this browser keeps for an account: shown until the fleet has been read. Its first profiles come first. */
export function keptFleetQuery(owner: SnapshotOwner) {
  return queryOptions({
    queryKey: updateKeys.kept(owner),
    queryFn: streamedQuery<KeptFleet, KeptFleet>({
      streamFn: () => readKept(owner),
      reducer: (_before, read) => read,
      initialValue: nothingKept,
    }),
    // Read once: what this page has loaded since is newer.
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
}

async function* readKept(owner: SnapshotOwner): AsyncGenerator<KeptFleet> {
  // Begun before the page's code is there, which holds the rest.
  const [{ readSnapshots }, { restore }] = await Promise.all([
    import('./snapshot-store.ts'),
    import('./restore.ts'),
  ]);
  const { latest, lastVisit, isDropped } = await readSnapshots(owner, Date.now());
  const kept = { at: latest?.at ?? null, lastVisit, isDropped };
  if (latest) for await (const fleet of restore(latest)) yield { fleet, ...kept };
  else yield { fleet: [], ...kept };
}

/**
 * The fleet with the drivers that are kept in the place of those that are still to come.
 *
 * @param fleet as it has been read so far; empty while the profiles themselves are still to come
 */
export function withKept(
  fleet: readonly FleetProfile[],
  kept: readonly FleetProfile[],
): { readonly fleet: readonly FleetProfile[]; readonly isKept: boolean } {
  if (fleet.length === 0) return { fleet: kept, isKept: kept.length > 0 };
  const known = new Map(kept.map((entry) => [entry.profile.id, entry.drivers]));
  let isKept = false;
  const filled = fleet.map((entry) => {
    if (entry.drivers || entry.problem) return entry;
    const drivers = known.get(entry.profile.id);
    if (!drivers) return entry;
    isKept = true;
    return { ...entry, drivers };
  });
  return { fleet: filled, isKept };
}

/** See `reviewNotesName`. */
export function notesNameQuery(owner: SnapshotOwner) {
  return queryOptions({
    queryKey: updateKeys.notesName(owner),
    queryFn: () => reviewNotesName(owner),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
}

/** What stands for an account in the key of its freezes: it names no person, and other tenants show none of them. */
export function freezesNameQuery(owner: SnapshotOwner) {
  return queryOptions({
    queryKey: updateKeys.freezesName(owner),
    queryFn: () => accountHash('freezes', `${owner.tenantId} ${owner.key}`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  });
}
