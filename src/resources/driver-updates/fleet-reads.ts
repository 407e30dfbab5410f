import type { QueryClient } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import { fleetQuery } from '../driver-profiles/fleet.ts';
import { profilesQuery } from '../driver-profiles/queries.ts';
import { keptFleetQuery } from './queries.ts';
import type { SnapshotOwner } from './snapshot-database.ts';

/** What a page with the drivers of all profiles reads, before its code is there: see `useDriverUpdates`. */
export function fleetReads({
  graph,
  queryClient,
  account,
}: {
  readonly graph: Graph;
  readonly queryClient: QueryClient;
  readonly account: SnapshotOwner;
}) {
  return {
    kept: keptFleetQuery(account),
    profiles: profilesQuery(graph),
    drivers: fleetQuery(graph, queryClient),
  };
}
