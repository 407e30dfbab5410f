import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';

/** What the rings need; the drivers of all profiles follow. */
export const reviewReads = pageReads('/review', ({ graph }: { graph: Graph }) => ({
  profiles: profilesQuery(graph),
}));
