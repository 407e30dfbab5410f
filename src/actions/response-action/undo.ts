import { type ActionType, actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';

const inverses: Partial<Record<ActionType, ActionType>> = {
  isolateDevice: 'unIsolateDevice',
  restrictAppExecution: 'unRestrictAppExecution',
  disableUser: 'enableUser',
};

/** The action that undoes another; undefined for one that can't be undone. */
export function inverseOf(actionType: string): ActionType | undefined {
  return isKnown(actionTypes, actionType) ? inverses[actionType] : undefined;
}

/**
 * The task that undoes another: the inverse action on the same device or user, if possible in the same incident.
 * Undefined where there is no such task, or Graph gives no target.
 */
export function undoOf(task: IncidentTask, tasks: readonly IncidentTask[]): IncidentTask | undefined {
  const target = targetOf(task);
  const inverse = inverseOf(task.actionType);
  if (target === '' || inverse === undefined) return undefined;
  const candidates = tasks.filter((other) => other.actionType === inverse && targetOf(other) === target);
  return candidates.find((other) => other.incident?.id === task.incident?.id) ?? candidates[0];
}

function targetOf({ responseAction }: IncidentTask): string {
  return (responseAction?.deviceId || responseAction?.identifierValue || '').toLowerCase();
}

/** By what it does: steps to read promise no more than that. */
export function undoLabel(isByHand: boolean, isRelease: boolean): string {
  if (isByHand) return isRelease ? 'How to release' : 'How to undo';
  return isRelease ? 'Release…' : 'Undo…';
}
