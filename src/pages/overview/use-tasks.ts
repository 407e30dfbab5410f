import { useQuery } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { tasksQuery } from '../../resources/incident-tasks/queries.ts';

const noTasks: readonly IncidentTask[] = [];

/** The incident tasks. */
export function useTasks(graph: Graph, isWanted: boolean) {
  const query = useQuery({ ...tasksQuery(graph), enabled: isWanted });
  return { query, rows: query.data?.rows ?? noTasks };
}
