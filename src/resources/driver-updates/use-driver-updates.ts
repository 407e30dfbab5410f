import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Graph } from '../../graph/client.ts';
import { fleetAssignmentsQuery } from '../driver-profiles/fleet-assignments.ts';
import { profileName } from '../driver-profiles/names.ts';
import { useFleet } from '../driver-profiles/use-fleet.ts';
import { createConflictFinder, sharingOf } from './conflicts.ts';
import type { DriverUpdate } from './driver-update.ts';
import { familiesOf } from './family.ts';
import { gapsOf } from './gaps.ts';
import { createMerger } from './merge.ts';
import { newSince } from './new-since.ts';
import { type KeptFleet, keptFleetQuery, withKept } from './queries.ts';
import { arrange } from './ring-order.ts';
import type { SnapshotOwner } from './snapshot-database.ts';
import { keepSnapshot } from './snapshot-store.ts';
import { useRingOrder } from './use-ring-order.ts';

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const noIds: ReadonlySet<string> = new Set();
const nothingKept: KeptFleet = { fleet: [], at: null, lastVisit: undefined, isDropped: false };

/** Until the assignments are read, which profiles share a group isn't known. */
const noSharing = [] as const;
const noProfiles = [] as const;

/**
 * The drivers of all profiles as driver updates, as they come, and the profiles in the order of rings: the versions of one
 * driver stand together, the latest release first.
 *
 * @param account whose snapshots show until everything has loaded; the same object while the same person is signed in
 */
export function useDriverUpdates(graph: Graph, account: SnapshotOwner) {
  const queryClient = useQueryClient();
  const { profiles, fleet: read, rows: allProfiles, isFetching, refresh } = useFleet(graph, true);
  const isComplete = profiles.data?.isComplete === true && !isFetching;
  // After the drivers: who is assigned changes no row, and adds conflicts.
  const assigned = useQuery({
    ...fleetAssignmentsQuery(graph, queryClient, isComplete ? allProfiles : noProfiles),
    placeholderData: keepPreviousData,
  }).data;
  const sharing = useMemo(() => (assigned ? sharingOf(assigned.groupsOf) : noSharing), [assigned]);
  const kept = useQuery(keptFleetQuery(account)).data ?? nothingKept;
  const { fleet, isKept } = useMemo(() => withKept(read, kept.fleet), [read, kept]);
  const [ringOrder, setRingOrder] = useRingOrder();
  const [merger] = useState(createMerger);
  const { updates, columns } = useMemo(() => merger.merge(fleet), [merger, fleet]);
  const rows = useMemo(() => byFamily(updates), [updates]);
  const arranged = useMemo(
    () =>
      arrange(
        fleet.map(({ profile }) => profile),
        ringOrder,
      ),
    [fleet, ringOrder],
  );
  const gaps = useMemo(() => gapsOf(fleet), [fleet]);
  const now = profiles.dataUpdatedAt || (kept.at ?? 0);
  const { lastVisit } = kept;
  const newIds = useMemo(
    () => (isComplete && lastVisit ? newSince(updates, columns, lastVisit) : noIds),
    [isComplete, updates, columns, lastVisit],
  );
  useEffect(() => {
    if (isComplete && read.length > 0) void keepSnapshot(account, read, Date.now());
  }, [isComplete, read, account]);
  const rings = useMemo(() => {
    const all = [...arranged.rings, ...arranged.beside];
    const names = new Map(all.map((profile) => [profile.id, profileName(profile)]));
    const ringIds = arranged.rings.map(({ id }) => id);
    return {
      ...arranged,
      all,
      failedIds: new Set(gaps.failed.map(({ id }) => id)),
      columns,
      nameOf: (profileId: string) => names.get(profileId) ?? profileId,
      conflictsOf: createConflictFinder({ columns, ringIds, sharing, now }),
      newIds,
      /** Some of it is from the last visit: nothing can be decided on the strength of that. */
      isKept,
      now,
    };
  }, [arranged, gaps, columns, sharing, newIds, isKept, now]);
  return {
    query: { ...profiles, isFetching: profiles.isFetching || isFetching, refetch: refresh },
    setAside: profiles.data?.setAside,
    /** The profiles with their drivers, as far as they have loaded, now or at the last visit. */
    fleet,
    rows,
    isComplete,
    kept,
    gaps,
    /** Profiles whose assignments couldn't be read: conflicts of shared groups lack them. */
    unassigned: assigned?.failed ?? noProfiles,
    rings,
    ringOrder,
    setRingOrder,
  };
}

/** The profiles of the matrix, and what is known of driver updates in them. The same object while nothing of it changes. */
export type Rings = ReturnType<typeof useDriverUpdates>['rings'];

function byFamily(updates: readonly DriverUpdate[]): readonly DriverUpdate[] {
  return familiesOf(updates)
    .toSorted((one, other) => order.compare(one.name, other.name))
    .flatMap(({ versions }) => versions);
}
