import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { showName } from '../../lib/visible-text.ts';
import {
  actionStatusWord,
  actionText,
  sourceText,
  targetKind,
  taskStatusText,
} from '../../resources/incident-tasks/words.ts';
import type { Reviewed } from '../../runs/model/run.ts';
import { changedFacts } from '../changed-facts.ts';

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

const labels = {
  status: 'Status',
  actionType: 'Action',
  target: 'Target',
  deviceId: 'Device ID',
  isolationType: 'Isolation type',
  actionStatus: 'Action status',
  source: 'Source',
};

/** Which facts of a task are no longer what was reviewed, in words; undefined when all are the same. */
export function changesOfTask(reviewed: Reviewed, task: IncidentTask): string | undefined {
  return changedFacts(reviewed, reviewedTask(task), labels, wordOf);
}

function wordOf(fact: string, value: string): string {
  switch (fact) {
    case 'status':
      return taskStatusText({ status: value }).toLowerCase();
    case 'actionStatus':
      return actionStatusWord(value);
    case 'actionType':
      return actionText({ actionType: value });
    case 'source':
      return sourceText({ source: value });
    default:
      return showName(value);
  }
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
