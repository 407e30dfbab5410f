import { queryOptions } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import { getIncident } from '../../graph/incidents.ts';

/** Keys of the reads, general to specific. */
export const incidentKeys = {
  all: ['incidents'],
  one: (incidentId: string) => ['incidents', 'one', incidentId],
} as const;

/** One incident, for the tasks that belong to it. */
export function incidentQuery(graph: Graph, incidentId: string) {
  return queryOptions({
    queryKey: incidentKeys.one(incidentId),
    queryFn: ({ signal }) => getIncident(graph, incidentId, signal),
  });
}
