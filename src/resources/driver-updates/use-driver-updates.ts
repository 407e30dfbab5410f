import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Graph } from '../../graph/client.ts';
import { fleetAssignmentsQuery } from '../driver-profiles/fleet-assignments.ts';
import { profileName } from '../driver-profiles/names.ts';
import { useFleet } from '../driver-profiles/use-fleet.ts';
import { createConflictFinder, sharingOf } from './conflicts.ts';
import { type DriverUpdate, driversIn } from './driver-update.ts';
import { familiesOf } from './family.ts';
import { gapsOf } from './gaps.ts';
import { createMerger } from './merge.ts';
import { newSince } from './new-since.ts';
import { keptFleetQuery, nothingKept, withKept } from './queries.ts';
import { arrange } from './ring-order.ts';
import type { SnapshotOwner } from './snapshot-database.ts';
import { keepSnapshot } from './snapshot-store.ts';
import { useRingOrder } from './use-ring-order.ts';
import { useSameList } from './use-same-list.ts';

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const noIds: ReadonlySet<string> = new Set();

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
  const isBusy = profiles.isFetching || isFetching;
  const isRead = profiles.data?.isComplete === true && !isFetching;
  const kept = useQuery(keptFleetQuery(account)).data ?? nothingKept;
  const latest = useMemo(
    () => ({ ...withKept(read, kept.fleet), isComplete: isRead, isBusy }),
    [read, kept, isRead, isBusy],
  );
  // What has come is merged and drawn in small steps, between which keys and clicks are heard.
  const shown = useDeferredValue(latest);
  const { fleet, isKept, isComplete } = shown;
  // After the drivers: who is assigned changes no row, and adds conflicts.
  const assigned = useQuery({
    ...fleetAssignmentsQuery(graph, queryClient, isComplete ? allProfiles : noProfiles),
    placeholderData: keepPreviousData,
  }).data;
  const known = useMemo(() => (assigned ? sharingOf(assigned.groupsOf) : noSharing), [assigned]);
  const sharing = useDeferredValue(known);
  const [ringOrder, setRingOrder] = useRingOrder();
  const [merger] = useState(createMerger);
  const { updates, columns } = useMemo(() => merger.merge(fleet), [merger, fleet]);
  const rows = useMemo(() => byFamily(updates), [updates]);
  const listed = useSameList(useMemo(() => fleet.map(({ profile }) => profile), [fleet]));
  const arranged = useMemo(() => arrange(listed, ringOrder), [listed, ringOrder]);
  const found = useMemo(() => gapsOf(fleet), [fleet]);
  const loading = useSameList(found.loading);
  const failed = useSameList(found.failed);
  const gaps = useMemo(() => ({ loading, failed }), [loading, failed]);
  const now = profiles.dataUpdatedAt || (kept.at ?? 0);
  const { lastVisit } = kept;
  const newIds = useMemo(
    () => (isComplete && lastVisit ? newSince(updates, columns, lastVisit) : noIds),
    [isComplete, updates, columns, lastVisit],
  );
  useEffect(() => {
    if (isRead && read.length > 0) void keepSnapshot(account, read, Date.now());
  }, [isRead, read, account]);
  const rings = useMemo(() => {
    const all = [...arranged.rings, ...arranged.beside];
    const names = new Map(all.map((profile) => [profile.id, profileName(profile)]));
    const ringIds = arranged.rings.map(({ id }) => id);
    const loadingIds = new Set(gaps.loading.map(({ id }) => id));
    // What a profile has decided is known once all of it is here.
    const judged = new Map([...columns].filter(([id]) => !loadingIds.has(id)));
    const whole = all.filter(({ id }) => !loadingIds.has(id));
    const wholeIds = whole.map(({ id }) => id);
    return {
      ...arranged,
      all,
      /** Those whose drivers are all here: a decision is about no other. In the order of rings. */
      whole,
      /** The drivers of an update that a decision can be about. */
      decidable: (update: DriverUpdate) => [...driversIn(update, { columns, profileIds: wholeIds })],
      loadingIds,
      failedIds: new Set(gaps.failed.map(({ id }) => id)),
      columns,
      nameOf: (profileId: string) => names.get(profileId) ?? profileId,
      conflictsOf: createConflictFinder({ columns: judged, ringIds, sharing, now }),
      newIds,
      /** Some of it is from the last visit: nothing can be decided on the strength of that. */
      isKept,
      now,
    };
  }, [arranged, gaps, columns, sharing, newIds, isKept, now]);
  return {
    query: { ...profiles, isFetching: isBusy || shown.isBusy, refetch: refresh },
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
