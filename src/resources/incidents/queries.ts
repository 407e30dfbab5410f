import {
  type QueryClient,
  queryOptions,
  experimental_streamedQuery as streamedQuery,
} from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import { getIncident, type Incident } from '../../graph/incidents.ts';
import { type IncidentsOfTasks, noIncidents, readIncidents } from './of-tasks.ts';

/** Keys of the reads, general to specific. */
export const incidentKeys = {
  all: ['incidents'],
  allOfTasks: ['incidents', 'of-tasks'],
  ofTasks: (incidentIds: readonly string[]) => ['incidents', 'of-tasks', incidentIds],
  one: (incidentId: string) => ['incidents', 'one', incidentId],
  withoutAlerts: (incidentId: string) => ['incidents', 'details', incidentId, 'without-alerts'],
} as const;

/** One incident, for the tasks that belong to it. */
export function incidentQuery(graph: Graph, incidentId: string) {
  return queryOptions({
    queryKey: incidentKeys.one(incidentId),
    queryFn: ({ signal }) => getIncident(graph, incidentId, signal),
  });
}

/** All but the alerts of an incident, for a person who may not see them. */
export function incidentWithoutAlertsQuery(graph: Graph, incidentId: string) {
  return queryOptions({
    queryKey: incidentKeys.withoutAlerts(incidentId),
    queryFn: async ({ signal }) => {
      const { getIncidentDetails } = await import('../../graph/incident-details.ts');
      return getIncidentDetails(graph, incidentId, { signal, withAlerts: false });
    },
  });
}

/** The incidents that these tasks belong to. Tasks carry the id of theirs alone. @param ids without doubles, sorted */
export function incidentsOfTasksQuery(graph: Graph, ids: readonly string[]) {
  return queryOptions({
    queryKey: incidentKeys.ofTasks(ids),
    queryFn: streamedQuery<IncidentsOfTasks, IncidentsOfTasks>({
      streamFn: ({ signal }) => readIncidents(graph, ids, signal),
      reducer: (_before, read) => read,
      initialValue: noIncidents,
      refetchMode: 'replace',
    }),
    // A task more is no reason to forget the incidents of the others.
    placeholderData: (before) => before,
    enabled: ids.length > 0,
  });
}

/** The incidents of tasks that have been read so far, by their ids. It reads nothing. */
export function loadedIncidents(queryClient: QueryClient): ReadonlyMap<string, Incident> {
  const loaded = queryClient.getQueriesData<IncidentsOfTasks>({ queryKey: incidentKeys.allOfTasks });
  return new Map(loaded.flatMap(([, data]) => [...(data?.byId ?? [])]));
}
