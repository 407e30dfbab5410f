import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Incident } from '../../graph/incidents.ts';
import type { Instant } from '../../lib/instant.ts';
import type { Read } from '../../ui/query-state.tsx';
import { incidentIdsOf, type TasksOfIncident, tasksByIncident } from '../incident-tasks/by-incident.ts';
import { noIncidents, unreadAmong } from './of-tasks.ts';
import { incidentsOfTasksQuery } from './queries.ts';

/** What is known of the incidents behind the tasks of the list. */
export interface Incidents {
  readonly byId: ReadonlyMap<string, Incident>;
  /** The most urgent first. */
  readonly groups: readonly TasksOfIncident[];
  readonly groupOf: ReadonlyMap<string, TasksOfIncident>;
  /** How many incidents with something left to do are not read, or not yet: counts by owner and status lack these. */
  readonly unread: number;
  /** The ids of those that are deleted, or merged into others. */
  readonly gone: ReadonlySet<string>;
  /** When these incidents were read: epoch ms; 0 before. */
  readonly readAt: Instant;
}

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
  const { byId, gone, readAt } = query.data ?? noIncidents;
  const known = useMemo(() => {
    const groups = tasksByIncident(rows, byId);
    const groupOf = new Map(groups.map((group) => [group.incidentId, group]));
    return { byId, groups, groupOf, unread: unreadAmong(groups, gone), gone, readAt };
  }, [rows, byId, gone, readAt]);
  return { query, known };
}
