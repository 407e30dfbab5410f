import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Reviewed } from '../../runs/model.ts';
import { changedFacts } from '../changed-facts.ts';

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

const labels = {
  status: 'Status',
  actionType: 'Action',
  target: 'Target',
  deviceId: 'Device ID',
  isolationType: 'Isolation type',
  actionStatus: 'Action status',
};

/** Which facts of a task are no longer what was reviewed, in words; undefined when all are the same. */
export function changesOfTask(reviewed: Reviewed, task: IncidentTask): string | undefined {
  return changedFacts(reviewed, reviewedTask(task), labels);
}

/** The action and the target that were reviewed. */
export function actionOf(reviewed: Reviewed): Pick<IncidentTask, 'actionType' | 'responseAction'> {
  const { actionType = '', target = '', deviceId = '', isolationType = '' } = reviewed;
  return { actionType, responseAction: { identifierValue: target, deviceId, isolationType } };
}
