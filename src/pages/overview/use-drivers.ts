import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Graph } from '../../graph/client.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { type FleetProfile, fleetQuery } from '../../resources/driver-profiles/fleet.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';

const noProfiles: readonly DriverProfile[] = [];

/** The profiles, and their drivers as they come. */
export function useDrivers(graph: Graph, isWanted: boolean) {
  const queryClient = useQueryClient();
  const profiles = useQuery({ ...profilesQuery(graph), enabled: isWanted });
  const rows = profiles.data?.rows ?? noProfiles;
  // The profiles come first: their own counts are the first numbers.
  const hasProfiles = profiles.data?.isComplete === true;
  const fleet = useQuery({ ...fleetQuery(graph, queryClient), enabled: isWanted && hasProfiles });
  const read = useMemo((): readonly FleetProfile[] => {
    const known = new Map(fleet.data?.profiles.map((entry) => [entry.profile.id, entry]));
    const nothing = { drivers: undefined, problem: undefined };
    return rows.map((profile) => ({ ...(known.get(profile.id) ?? nothing), profile }));
  }, [rows, fleet.data]);
  const missing = read.filter(({ drivers }) => drivers === undefined).length;
  return { profiles, rows, fleet: read, missing, isFetching: fleet.isFetching };
}
