import { queryOptions, experimental_streamedQuery as streamedQuery } from '@tanstack/react-query';
import type { Graph } from '../../graph/client.ts';
import { type IncidentTask, listIncidentTasks } from '../../graph/incident-tasks.ts';
import { noRows, type Rows } from '../../graph/rows.ts';
import { isRunning } from './states.ts';

/** Keys of the reads, general to specific. */
export const taskKeys = {
  all: ['incident-tasks'],
  list: ['incident-tasks', 'list'],
  /** What this browser's history knows of tasks; with each run that ends, it knows more. */
  past: (accountKey: string, tenantId: string, ended: number) => ['task-past', accountKey, tenantId, ended],
} as const;

/** How often the list refreshes while an action is in progress, in ms. */
const pollInterval = 15_000;

/**
 * When the list is refreshed next by itself, in ms; false for never.
 *
 * @param isSending a run sends response actions: Defender takes few calls a minute, and a run that has something to follow
 *   brings the list up to date with its own reads
 */
export function pollEvery(tasks: readonly IncidentTask[], isSending: boolean): number | false {
  return !isSending && tasks.some(isRunning) ? pollInterval : false;
}

/**
 * All tasks; rows show as their pages come, and a refresh keeps the old ones until it is complete. While an action is in
 * progress the list refreshes by itself, but never in a hidden tab, and not after a read failed: that waits for a person.
 */
export function tasksQuery(graph: Graph, isSending = false) {
  return queryOptions({
    queryKey: taskKeys.list,
    queryFn: streamedQuery<Rows<IncidentTask>, Rows<IncidentTask>>({
      streamFn: ({ signal }) => listIncidentTasks(graph, signal),
      reducer: (_before, read) => read,
      initialValue: noRows,
      refetchMode: 'replace',
    }),
    refetchInterval: ({ state }) =>
      state.status === 'success' && pollEvery(state.data?.rows ?? [], isSending),
    refetchIntervalInBackground: false,
  });
}
