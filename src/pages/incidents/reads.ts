import type { Session } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';

interface Context {
  readonly graph: Graph;
  readonly session: Pick<Session, 'hasDefender'>;
}

/** Where a cloud has no incident tasks, the page reads nothing. */
export const incidentsReads = pageReads('/incidents', ({ graph, session }: Context) => ({
  ...(session.hasDefender && { tasks: tasksQuery(graph) }),
}));

/** One incident beside the list: its details are read by the page, whose code a start without incidents does not load. */
export const incidentReads = pageReads('/incidents/$incidentId', ({ graph, session }: Context) => ({
  ...(session.hasDefender && { tasks: tasksQuery(graph) }),
}));
