import type { Session } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { incidentDetailsQuery } from '../../resources/incidents/queries.ts';
import { idOfAddress } from './search.ts';

interface Context {
  readonly graph: Graph;
  readonly session: Pick<Session, 'hasDefender'>;
}

/** Where a cloud has no incident tasks, the page reads nothing. */
export const incidentsReads = pageReads('/incidents', ({ graph, session }: Context) => ({
  ...(session.hasDefender && { tasks: tasksQuery(graph) }),
}));

/** One incident beside the list. Its alerts don't wait for the tasks. */
export const incidentReads = pageReads(
  '/incidents/$incidentId',
  ({ graph, session }: Context, { incidentId }) => {
    if (!session.hasDefender) return {};
    const id = idOfAddress(incidentId);
    return { tasks: tasksQuery(graph), ...(id && { details: incidentDetailsQuery(graph, id) }) };
  },
);
