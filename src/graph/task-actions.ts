import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph } from './client.ts';
import type { TaskStatus } from './incident-tasks.ts';
import { scopes } from './scopes.ts';
import type { SendHooks, Sent } from './sender.ts';

// Apart from the reads: no page needs a write before its first rows.

const root = ['security', 'incidentTasks'] as const;

/** What `executeResponseAction` sends: no body. @throws ProblemError `badInput` for an id that could not be one */
export function responseActionRequest(id: string): ActionRequest {
  return { method: 'POST', path: graphPath(...root, id, 'executeResponseAction') };
}

/**
 * Starts the response action of a task. Success (204) means started, not completed: `actionStatus` shows the progress.
 * https://learn.microsoft.com/graph/api/security-incidenttask-executeresponseaction
 */
export function executeResponseAction(graph: Graph, id: string, hooks: SendHooks): Promise<Sent> {
  return graph.act('startWork', responseActionRequest(id), scopes.changeIncidents, hooks);
}

/** What setting the status of a task sends. @throws ProblemError `badInput` for an id that could not be one */
export function taskStatusRequest(id: string, status: TaskStatus): ActionRequest {
  return { method: 'PATCH', path: graphPath(...root, id), body: { status } };
}

/**
 * Sets the status of a task; nothing else of it changes. Success (200) gives the whole task.
 * https://learn.microsoft.com/graph/api/security-incidenttask-update
 *
 * @param hooks.reread gives undefined where nothing is left to be sent
 */
export function updateTaskStatus(
  graph: Graph,
  id: string,
  status: TaskStatus,
  hooks: SendHooks,
): Promise<Sent> {
  const request = taskStatusRequest(id, status);
  const { reread } = hooks;
  return graph.act('setState', request, scopes.changeIncidents, {
    ...hooks,
    // Sent again, the request is the same.
    ...(reread && { reread: async () => (await reread()) && { body: request.body } }),
  });
}
