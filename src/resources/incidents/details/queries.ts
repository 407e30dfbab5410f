import { queryOptions } from '@tanstack/react-query';
import type { Graph } from '../../../graph/client.ts';

/** Apart from the other reads of incidents, since every start of the app knows this one: at its own address it begins at once. */
export const detailsPrefix = ['incidents', 'details'] as const;

/**
 * One incident with its alerts and their evidence. Where these are refused, `incidentWithoutAlertsQuery` gives the rest.
 * What evidence looks like takes much code, and a start of the app without incidents none of it.
 */
export function incidentDetailsQuery(graph: Graph, incidentId: string) {
  return queryOptions({
    queryKey: [...detailsPrefix, incidentId],
    queryFn: async ({ signal }) =>
      (await import('../../../graph/incident-details.ts')).getIncidentDetails(graph, incidentId, { signal }),
  });
}
