import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';

/** The names and the order of the rings; what is staged is read by the page itself. */
export const planReads = pageReads('/plan', ({ graph }: { graph: Graph }) => ({
  profiles: profilesQuery(graph),
}));
