import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { driversQuery, profileQuery, profilesQuery } from '../../resources/driver-profiles/queries.ts';

export const profilesReads = pageReads('/profiles', ({ graph }: { graph: Graph }) => ({
  profiles: profilesQuery(graph),
}));

export const driversReads = pageReads(
  '/profiles/$profileId',
  ({ graph }: { graph: Graph }, { profileId }) => ({
    profile: profileQuery(graph, profileId),
    drivers: driversQuery(graph, profileId),
  }),
);
