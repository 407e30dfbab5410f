import type { Session } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';

/** Where a cloud has no incident tasks, the page reads nothing. */
export const handOverReads = pageReads(
  '/hand-over',
  ({ graph, session }: { graph: Graph; session: Pick<Session, 'hasDefender'> }) => ({
    ...(session.hasDefender && { tasks: tasksQuery(graph) }),
  }),
);
