import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { AccountAction } from '../../graph/users.ts';
import { type ByHand, undoByHandOf } from '../../resources/incident-tasks/by-hand.ts';
import type { Join } from '../../resources/incident-tasks/join.ts';
import { isWaiting } from '../../resources/incident-tasks/states.ts';
import { inverseOf, undoOf } from './undo.ts';

/** How what a task did is taken back. */
export type WayBack =
  /** Another task does it: Defender Experts made one, and it waits. */
  | { readonly kind: 'task'; readonly task: IncidentTask }
  | { readonly kind: 'userAction'; readonly action: AccountAction; readonly byHand: ByHand }
  | { readonly kind: 'byHand'; readonly byHand: ByHand };

/**
 * How to take back an isolation, a restriction or a disabled user: the user by a user action, the others by the task that
 * undoes them if one waits, or else in the portal. Undefined for actions that can't be taken back, and while nothing was
 * done.
 *
 * @param all every task that is loaded
 */
export function wayBack(
  task: IncidentTask,
  join: Join | undefined,
  all: readonly IncidentTask[],
): WayBack | undefined {
  const { actionType, actionStatus, status } = task;
  const inverse = inverseOf(actionType);
  if (inverse === undefined) return undefined;
  // A user action leaves the task's own action as it was: a person has marked the task done.
  const isMarked = actionType === 'disableUser' && status === 'completed';
  if (!isMarked && (actionStatus === 'notStarted' || actionStatus === 'failed')) return undefined;
  const byHand = undoByHandOf({ ...task, actionType: inverse }, join, all);
  if (actionType === 'disableUser') return { kind: 'userAction', action: 'enable', byHand };
  const waiting = undoOf(task, all.filter(isWaiting));
  return waiting ? { kind: 'task', task: waiting } : { kind: 'byHand', byHand };
}
