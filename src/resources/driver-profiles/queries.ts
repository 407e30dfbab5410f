import {
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
} from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import { type Driver, listDrivers } from '../../graph/driver-inventories.ts';
import { type DriverProfile, getDriverProfile, listDriverProfiles } from '../../graph/driver-profiles.ts';
import { noRows, type Rows } from '../../graph/rows.ts';

/** Keys of the reads, general to specific. */
export const profileKeys = {
  all: ['driver-profiles'],
  list: ['driver-profiles', 'list'],
  fleet: ['driver-profiles', 'fleet'],
  one: (profileId: string) => ['driver-profiles', 'one', profileId],
  allDrivers: ['driver-profiles', 'drivers'],
  drivers: (profileId: string) => ['driver-profiles', 'drivers', profileId],
  assignments: (profileId: string) => ['driver-profiles', 'assignments', profileId],
  allFleetAssignments: ['driver-profiles', 'fleet-assignments'],
  fleetAssignments: (profileIds: readonly string[]) => [
    'driver-profiles',
    'fleet-assignments',
    ...profileIds,
  ],
  /** What shows a profile or its drivers: after a change there. The drivers of other profiles stay as they were read. */
  changedIn: (profileId: string): readonly (readonly string[])[] => [
    profileKeys.list,
    profileKeys.one(profileId),
    profileKeys.drivers(profileId),
    profileKeys.fleet,
  ],
  /** What shows whom a profile is assigned to: after a change of that. */
  assignedIn: (profileId: string): readonly (readonly string[])[] => [
    profileKeys.assignments(profileId),
    profileKeys.allFleetAssignments,
  ],
} as const;

/** All profiles; rows show as their pages come, and a refresh keeps the old ones until it is complete. */
export function profilesQuery(graph: Graph) {
  return queryOptions({
    queryKey: profileKeys.list,
    queryFn: streamedQuery<Rows<DriverProfile>, Rows<DriverProfile>>({
      streamFn: ({ signal }) => listDriverProfiles(graph, signal),
      reducer: (_before, read) => read,
      initialValue: noRows,
      refetchMode: 'replace',
    }),
  });
}

export function profileQuery(graph: Graph, profileId: string) {
  return queryOptions({
    queryKey: profileKeys.one(profileId),
    queryFn: ({ signal }) => getDriverProfile(graph, profileId, signal),
  });
}

/**
 * The drivers of a profile; rows show as their pages come.
 *
 * @param paced the pages again, each of which may wait for others
 */
export function driversQuery(
  graph: Graph,
  profileId: string,
  paced = (pages: AsyncGenerator<Rows<Driver>>) => pages,
) {
  return queryOptions({
    queryKey: profileKeys.drivers(profileId),
    queryFn: streamedQuery<Rows<Driver>, Rows<Driver>>({
      streamFn: ({ signal }) => paced(listDrivers(graph, profileId, signal)),
      reducer: (_before, read) => read,
      initialValue: noRows,
      refetchMode: 'replace',
    }),
  });
}

/** The drivers that have been read so far, by the id of their profile. It reads nothing. */
export function loadedDrivers(queryClient: QueryClient): ReadonlyMap<string, readonly Driver[]> {
  const loaded = queryClient.getQueriesData<Rows<Driver>>({ queryKey: profileKeys.allDrivers });
  return new Map(loaded.flatMap(([key, data]) => (data ? [[String(key.at(-1)), data.rows] as const] : [])));
}
