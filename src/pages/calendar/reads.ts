import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';

/** The profiles; the drivers of all of them follow. */
export const calendarReads = pageReads('/calendar', ({ graph }: { graph: Graph }) => ({
  profiles: profilesQuery(graph),
}));
