import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Graph } from '../../graph/client.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { readAgain } from '../read-again.ts';
import { type FleetProfile, fleetQuery } from './fleet.ts';
import { profileKeys, profilesQuery } from './queries.ts';

const noProfiles: readonly DriverProfile[] = [];
const nothing = { drivers: undefined, soFar: undefined, problem: undefined };

/** The profiles, and their drivers as they come. An entry stays the same object while nothing about it changes. */
export function useFleet(graph: Graph, isWanted: boolean) {
  const queryClient = useQueryClient();
  const profiles = useQuery({ ...profilesQuery(graph), enabled: isWanted });
  const rows = profiles.data?.rows ?? noProfiles;
  // The profiles come first: their own counts are the first numbers.
  const hasProfiles = profiles.data?.isComplete === true;
  const drivers = useQuery({ ...fleetQuery(graph, queryClient), enabled: isWanted && hasProfiles });
  const fleet = useMemo(() => {
    const known = new Map(drivers.data?.profiles.map((entry) => [entry.profile.id, entry]));
    return rows.map((profile) => entryOf(profile, known.get(profile.id) ?? nothing));
  }, [rows, drivers.data]);
  return {
    profiles,
    rows,
    fleet,
    isFetching: drivers.isFetching,
    /** Reads all of it again, also what was read lately. */
    refresh: () => readAgain(queryClient, { queryKey: profileKeys.all }),
  };
}

const entries = new WeakMap<DriverProfile, FleetProfile>();

function entryOf(
  profile: DriverProfile,
  { drivers, soFar, problem }: Omit<FleetProfile, 'profile'>,
): FleetProfile {
  const before = entries.get(profile);
  if (before && before.drivers === drivers && before.soFar === soFar && before.problem === problem)
    return before;
  const entry = { profile, drivers, soFar, problem };
  entries.set(profile, entry);
  return entry;
}
