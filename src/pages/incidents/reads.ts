import type { Session } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';

interface Context {
  readonly graph: Graph;
  readonly session: Pick<Session, 'hasDefender'>;
}

/** Where a cloud has no incident tasks, the page reads nothing. */
const readsOf = ({ graph, session }: Context) => ({
  ...(session.hasDefender && { tasks: tasksQuery(graph) }),
});

export const incidentsReads = pageReads('/incidents', readsOf);

/** One incident beside the list. The page asks for its alerts as soon as its code is here: the code of that read is long. */
export const incidentReads = pageReads('/incidents/$incidentId', readsOf);
