import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Reviewed } from '../../runs/model.ts';

/** What a decision about a task rests on: which action, on which target, and whether the task is still to be done. */
export function reviewedTask({ actionType, actionStatus, status, responseAction }: IncidentTask): Reviewed {
  return {
    actionType,
    actionStatus,
    status,
    target: responseAction?.identifierValue ?? '',
    deviceId: responseAction?.deviceId ?? '',
    isolationType: responseAction?.isolationType ?? '',
  };
}
