import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';

/** What the columns need; the drivers of all profiles follow. */
export const updatesReads = pageReads('/driver-updates', ({ graph }: { graph: Graph }) => ({
  profiles: profilesQuery(graph),
}));
