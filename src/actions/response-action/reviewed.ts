import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { targetKind } from '../../resources/incident-tasks/words.ts';
import type { Reviewed } from '../../runs/model.ts';

/** What a decision about a task rests on: which action, on which target, and whether the task is still to be done. */
export function reviewedTask(task: IncidentTask): Reviewed {
  const { actionType, actionStatus, status, source, responseAction } = task;
  return {
    actionType,
    actionStatus,
    status,
    source,
    target: responseAction?.identifierValue ?? '',
    deviceId: responseAction?.deviceId ?? '',
    isolationType: responseAction?.isolationType ?? '',
  };
}

/** What of a task was reviewed. */
export type TaskFacts = Pick<
  IncidentTask,
  'actionType' | 'actionStatus' | 'status' | 'source' | 'responseAction'
>;

/** Reads the facts back. A fact that the record lacks is '', which matches nothing that was reviewed. */
export function readTask(reviewed: Reviewed): TaskFacts {
  const { actionType = '', actionStatus = '', status = '', source = '' } = reviewed;
  const { target: identifierValue = '', deviceId = '', isolationType = '' } = reviewed;
  const hasTarget = identifierValue + deviceId + isolationType !== '';
  const responseAction = hasTarget ? { identifierValue, deviceId, isolationType } : null;
  return { actionType, actionStatus, status, source, responseAction };
}

/** Tells one target from all others; undefined where Graph names none. A file on two devices is two targets. */
export function targetKey(task: Pick<TaskFacts, 'actionType' | 'responseAction'>): string | undefined {
  const { identifierValue = '', deviceId = '' } = task.responseAction ?? {};
  if (identifierValue === '' && deviceId === '') return undefined;
  const kind = targetKind(task) ?? task.actionType;
  return [kind, identifierValue || deviceId, kind === 'File' ? deviceId : ''].join('\n').toLowerCase();
}
