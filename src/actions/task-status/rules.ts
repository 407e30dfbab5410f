import { type IncidentTask, type TaskStatus, taskStatuses } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { taskStatusText } from '../../resources/incident-tasks/words.ts';

/**
 * What a person may set. Failed is left to Defender, which sets it when an action fails.
 * https://learn.microsoft.com/graph/api/security-incidenttask-update
 */
export const settableStatuses = [
  'completed',
  'notRelevant',
  'inProgress',
  'open',
] as const satisfies TaskStatus[];
export type SettableStatus = (typeof settableStatuses)[number];

/** Why a task can't get a status, or undefined when it can. */
export function whyNotStatus(status: TaskStatus, task: Pick<IncidentTask, 'status'>): string | undefined {
  if (!isKnown(taskStatuses, task.status)) return `Actiondesk doesn’t recognize the status “${task.status}”`;
  return task.status === status ? `Already ${taskStatusText({ status }).toLowerCase()}` : undefined;
}

/** Why a task can't get any status that a person may set. */
export function whyNoStatus({ status }: Pick<IncidentTask, 'status'>): string | undefined {
  return isKnown(taskStatuses, status) ? undefined : `Actiondesk doesn’t recognize the status “${status}”`;
}
