import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { hasFailed, isDone, isRunning } from './states.ts';

/** True when a person has set a task to completed whose action failed, or was done in part: over, and no success. */
export function isClosedByHand(task: Pick<IncidentTask, 'actionStatus' | 'status'>): boolean {
  return task.status === 'completed' && hasFailed(task);
}

/** True of a task that is done, and not in spite of its action. */
export function wentWell(task: Pick<IncidentTask, 'actionStatus' | 'status'>): boolean {
  return isDone(task) && !hasFailed(task) && !isRunning(task);
}
