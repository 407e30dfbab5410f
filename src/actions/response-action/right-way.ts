import { type ActionType, actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import type { AccountAction } from '../../graph/users.ts';
import { isKnown } from '../../lib/members.ts';
import { type ByHand, byHandOf } from '../../resources/incident-tasks/by-hand.ts';
import type { Join } from '../../resources/incident-tasks/join.ts';
import { isClosed, isDone } from '../../resources/incident-tasks/states.ts';
import { isInvited } from './next-step.ts';
import { whyNot } from './rules.ts';

const accountActions: Partial<Record<ActionType, AccountAction>> = {
  disableUser: 'disable',
  enableUser: 'enable',
  forceUserPasswordReset: 'forcePasswordReset',
  requireSignIn: 'requireUserToSignInAgain',
  markUserAsCompromised: 'markUserAsCompromised',
};

/** The user action that does what a task asks for; undefined where there is none. */
export function accountActionFor({
  actionType,
}: Pick<IncidentTask, 'actionType'>): AccountAction | undefined {
  return isKnown(actionTypes, actionType) ? accountActions[actionType] : undefined;
}

/** How a task gets done. */
export type RightWay =
  | { readonly kind: 'run' }
  /** Sent as a user action, where the person's permissions allow it; the steps are for when they don't. */
  | { readonly kind: 'userAction'; readonly action: AccountAction; readonly byHand: ByHand }
  | { readonly kind: 'byHand'; readonly byHand: ByHand }
  /** Nothing is left to do, or Defender works on it. */
  | { readonly kind: 'none' };

/**
 * The one right way for a task: to run it; or else, for what Microsoft Graph will not run, a user action or steps in the
 * portal. A task whose action failed is not run again: Defender refuses that.
 *
 * @param isRefused Microsoft has refused the task as it is now, and would again
 */
export function rightWay(
  task: IncidentTask,
  join: Join | undefined,
  all: readonly IncidentTask[],
  isRefused = false,
): RightWay {
  const { actionStatus } = task;
  if (isClosed(task) || isDone(task) || actionStatus === 'inProgress') return { kind: 'none' };
  const canRun = actionStatus === 'notStarted' && !isRefused && isInvited(task) && whyNot(task) === undefined;
  if (canRun) return { kind: 'run' };
  const byHand = byHandOf(task, join, all);
  const action = accountActionFor(task);
  return action ? { kind: 'userAction', action, byHand } : { kind: 'byHand', byHand };
}
