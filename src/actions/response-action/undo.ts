import type { ActionType, IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';

/** The action that undoes another. Actions that aren't listed can't be undone. */
const inverses: Partial<Record<ActionType, ActionType>> = {
  isolateDevice: 'unIsolateDevice',
  restrictAppExecution: 'unRestrictAppExecution',
  disableUser: 'enableUser',
};
const invertible = ['isolateDevice', 'restrictAppExecution', 'disableUser'] as const;

/**
 * The task that undoes another: the inverse action on the same device or user, if possible in the same incident.
 * Undefined where there is no such task, or Graph gives no target.
 */
export function undoOf(task: IncidentTask, tasks: readonly IncidentTask[]): IncidentTask | undefined {
  const target = targetOf(task);
  if (target === '' || !isKnown(invertible, task.actionType)) return undefined;
  const inverse = inverses[task.actionType];
  const candidates = tasks.filter((other) => other.actionType === inverse && targetOf(other) === target);
  return candidates.find((other) => other.incident?.id === task.incident?.id) ?? candidates[0];
}

function targetOf({ responseAction }: IncidentTask): string {
  return (responseAction?.deviceId || responseAction?.identifierValue || '').toLowerCase();
}
