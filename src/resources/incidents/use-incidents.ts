import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Read } from '../../ui/query-state.tsx';
import { incidentIdsOf, type TasksOfIncident, tasksByIncident } from '../incident-tasks/by-incident.ts';
import { incidentsOfTasksQuery } from './queries.ts';

/** What is known of the incidents behind the tasks of the list. */
export interface Incidents {
  readonly byId: ReadonlyMap<string, Incident>;
  /** The most urgent first. */
  readonly groups: readonly TasksOfIncident[];
  readonly groupOf: ReadonlyMap<string, TasksOfIncident>;
}

const none: ReadonlyMap<string, Incident> = new Map();
const noIds: readonly string[] = [];

/**
 * Reads the incidents once all tasks are here. The Overview shares this read. What is known is the same until it changes.
 *
 * @param refreshEvery in ms; never by itself when absent
 */
export function useIncidents(
  graph: Graph,
  { rows, isComplete }: { readonly rows: readonly IncidentTask[]; readonly isComplete: boolean },
  refreshEvery: number | false = false,
): { readonly query: Read; readonly known: Incidents } {
  const ids = useMemo(() => (isComplete ? incidentIdsOf(rows) : noIds), [rows, isComplete]);
  const query = useQuery({
    ...incidentsOfTasksQuery(graph, ids),
    // A failure waits for a person.
    refetchInterval: ({ state }) => state.status === 'success' && refreshEvery,
  });
  const byId = query.data?.byId ?? none;
  const known = useMemo(() => {
    const groups = tasksByIncident(rows, byId);
    return { byId, groups, groupOf: new Map(groups.map((group) => [group.incidentId, group])) };
  }, [rows, byId]);
  return { query, known };
}
