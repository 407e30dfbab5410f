import type { ActionType, IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { type ByHand, byHandOf } from '../../resources/incident-tasks/by-hand.ts';
import type { Join } from '../../resources/incident-tasks/join.ts';
import { isWaiting } from '../../resources/incident-tasks/states.ts';
import type { UserAction } from './right-way.ts';
import { undoOf } from './undo.ts';

/** How what a task did is taken back. */
export type WayBack =
  /** Another task does it: Defender Experts made one, and it waits. */
  | { readonly kind: 'task'; readonly task: IncidentTask }
  | { readonly kind: 'userAction'; readonly action: UserAction; readonly byHand: ByHand }
  | { readonly kind: 'byHand'; readonly byHand: ByHand };

const inverses = {
  isolateDevice: 'unIsolateDevice',
  restrictAppExecution: 'unRestrictAppExecution',
  disableUser: 'enableUser',
} as const satisfies Partial<Record<ActionType, ActionType>>;

const invertible = ['isolateDevice', 'restrictAppExecution', 'disableUser'] as const;

/**
 * How to take back an isolation, a restriction or a disabled user: by the task that undoes it if one waits, or else by a user
 * action, or else in the portal. Undefined for actions that can't be taken back, and while nothing was done.
 *
 * @param all every task that is loaded
 */
export function wayBack(
  task: IncidentTask,
  join: Join | undefined,
  all: readonly IncidentTask[],
): WayBack | undefined {
  const { actionType, actionStatus } = task;
  if (!isKnown(invertible, actionType)) return undefined;
  if (actionStatus === 'notStarted' || actionStatus === 'failed') return undefined;
  const inverse = undoOf(task, all.filter(isWaiting));
  const byHand = byHandOf({ ...task, actionType: inverses[actionType] }, join, all);
  if (actionType === 'disableUser') return { kind: 'userAction', action: 'enable', byHand };
  return inverse ? { kind: 'task', task: inverse } : { kind: 'byHand', byHand };
}
