import type { Session } from '../../auth/session.ts';
import type { Graph } from '../../graph/client.ts';
import { pageReads } from '../../lib/page-reads.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { incidentDetailsQuery } from '../../resources/incidents/details/queries.ts';
import { idOfAddress } from './search.ts';

interface Context {
  readonly graph: Graph;
  readonly session: Pick<Session, 'hasDefender'>;
}

/** Where a cloud has no incident tasks, the page reads nothing. */
const readsOf = ({ graph, session }: Context) => ({
  ...(session.hasDefender && { tasks: tasksQuery(graph) }),
});

export const incidentsReads = pageReads('/incidents', readsOf);

/**
 * One incident beside the list. Where the app begins there, its alerts are asked for beside the tasks; later, the page asks
 * for them itself once a person stays with an incident: keys pass many.
 */
export const incidentReads = pageReads('/incidents/$incidentId', readsOf, (context: Context, params) => {
  const incidentId = idOfAddress(params.incidentId);
  const { graph, session } = context;
  return {
    ...readsOf(context),
    ...(session.hasDefender && incidentId && { details: incidentDetailsQuery(graph, incidentId) }),
  };
});
