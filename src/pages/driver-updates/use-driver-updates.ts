import { useMemo, useState } from 'react';
import type { Graph } from '../../graph/client.ts';
import { driverName } from '../../resources/driver-profiles/names.ts';
import { useFleet } from '../../resources/driver-profiles/use-fleet.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { createMerger } from '../../resources/driver-updates/merge.ts';

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The drivers of all profiles as driver updates, as they come: the versions of one driver stand together, the latest
 * release first.
 */
export function useDriverUpdates(graph: Graph) {
  const { profiles, fleet, missing, isFetching, refresh } = useFleet(graph, true);
  const [merger] = useState(createMerger);
  const { updates, columns } = useMemo(() => merger.merge(fleet), [merger, fleet]);
  const rows = useMemo(() => updates.toSorted(byNameThenRelease), [updates]);
  const isComplete = profiles.data?.isComplete === true && !isFetching;
  // What is missing for good is told beside the numbers; what is still coming, by the progress.
  const failed = useMemo(() => fleet.filter(({ problem }) => problem !== undefined), [fleet]);
  return {
    query: { ...profiles, isFetching: profiles.isFetching || isFetching, refetch: refresh },
    setAside: profiles.data?.setAside,
    fleet,
    columns,
    rows,
    failed,
    isComplete,
    /** How many profiles have been read, and how many there are. */
    progress: { read: fleet.length - missing + failed.length, all: fleet.length },
  };
}

function byNameThenRelease(one: DriverUpdate, other: DriverUpdate): number {
  return (
    order.compare(updateName(one), updateName(other)) ||
    (other.releaseDateTime ?? 0) - (one.releaseDateTime ?? 0)
  );
}

/** What a person calls a driver update. */
export function updateName({ id, name }: Pick<DriverUpdate, 'id' | 'name'>): string {
  return driverName({ id, name });
}

export const updateId = ({ id }: DriverUpdate) => id;
