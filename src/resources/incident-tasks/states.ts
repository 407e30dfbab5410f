import type { IncidentTask } from '../../graph/incident-tasks.ts';

/** True while a task waits to be run: the task is not closed, and its action was never started. */
export function isWaiting({ status, actionStatus }: IncidentTask): boolean {
  return (status === 'open' || status === 'inProgress') && actionStatus === 'notStarted';
}

/** True while Defender works on the action. */
export function isRunning({ actionStatus }: Pick<IncidentTask, 'actionStatus'>): boolean {
  return actionStatus === 'inProgress';
}

/** True when the action failed, or was done in part. */
export function hasFailed({ actionStatus }: Pick<IncidentTask, 'actionStatus'>): boolean {
  return actionStatus === 'failed' || actionStatus === 'partiallyCompleted';
}

/** True when a person has closed the task: its action needs no attention, whatever came of it. */
export function isClosed({ status }: Pick<IncidentTask, 'status'>): boolean {
  return status === 'completed' || status === 'notRelevant';
}

/** True once nothing is left to do: the action is completed, or a person has set the task to completed. */
export function isDone({ actionStatus, status }: Pick<IncidentTask, 'actionStatus' | 'status'>): boolean {
  return actionStatus === 'completed' || status === 'completed';
}
