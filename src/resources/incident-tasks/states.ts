import type { IncidentTask } from '../../graph/incident-tasks.ts';

/** True while a task waits for somebody: it is not closed, and its action was never started. */
export function isWaiting({ status, actionStatus }: IncidentTask): boolean {
  return (status === 'open' || status === 'inProgress') && actionStatus === 'notStarted';
}

/** True while Defender works on the action. */
export function isRunning({ actionStatus }: IncidentTask): boolean {
  return actionStatus === 'inProgress';
}
