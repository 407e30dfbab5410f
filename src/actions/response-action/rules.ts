import {
  type ActionType,
  actionStatuses,
  actionTypes,
  type IncidentTask,
} from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import type { Problem } from '../../lib/problem.ts';
import { hasFailed } from '../../resources/incident-tasks/states.ts';
import { targetText, withLastChange } from '../../resources/incident-tasks/words.ts';
import type { TaskFacts } from './reviewed.ts';

/**
 * Left to the portal. Microsoft's pages disagree about `submitIocRule`: one excludes it, another lists it as executable.
 * https://learn.microsoft.com/graph/api/security-incidenttask-executeresponseaction?view=graph-rest-beta
 */
const neverExecuted: readonly ActionType[] = ['text', 'submitIocRule'];

/** Missing from what a later edition of that page lists as executable. The service decides. */
const doubtful: readonly ActionType[] = [
  'forceUserPasswordReset',
  'disableUser',
  'markUserAsCompromised',
  'requireSignIn',
  'hardDeleteEmail',
  'softDeleteEmail',
  'enableUser',
];

export function isNeverExecuted(actionType: ActionType): boolean {
  return neverExecuted.includes(actionType);
}

/** True for actions that Graph may reject whatever state their task is in. */
export function isDoubtful(actionType: ActionType): boolean {
  return doubtful.includes(actionType);
}

/** Why the action of a task cannot be run, or undefined when it can. */
export function whyNot(task: IncidentTask): string | undefined {
  const { actionType, actionStatus, status } = task;
  if (!isKnown(actionTypes, actionType)) return `Actiondesk doesn’t recognize the action “${actionType}”`;
  if (actionType === 'text') return 'Manual step. Follow the task’s description.';
  if (isNeverExecuted(actionType)) {
    return 'Can’t be run from Actiondesk. Run it in the Defender portal.';
  }
  if (!isKnown(actionStatuses, actionStatus)) {
    return `Actiondesk doesn’t recognize the action status “${actionStatus}”`;
  }
  // A colleague may have been faster: Graph tells who changed the task last.
  if (actionStatus === 'inProgress') return withLastChange('The action is already in progress', task);
  if (actionStatus === 'completed') return withLastChange('The action is already completed', task);
  return status === 'notRelevant' ? 'The task is marked not relevant' : undefined;
}

/**
 * True of a refusal that would come again however often the action is sent: the request has no body, so a 400 is about
 * the task itself. That an action is in progress can change; a read tells.
 */
export function isFinalRefusal({ kind, status }: Problem): boolean {
  return kind === 'unsupportedAction' || kind === 'notFound' || (kind === 'rejected' && status === 400);
}

/**
 * What speaks against running an action that can be run; empty when nothing does.
 *
 * @param username who would run it: nobody should isolate themselves by accident
 */
export function warningsFor(task: TaskFacts, username: string): readonly string[] {
  const { actionType, status, source } = task;
  const warnings: string[] = [];
  if (isKnown(actionTypes, actionType) && isDoubtful(actionType)) {
    warnings.push('May be rejected: Microsoft doesn’t list this action as supported');
  }
  if (hasFailed(task)) {
    warnings.push('Ran before: Defender may refuse to run it again');
  }
  if (status === 'completed') warnings.push('The task is marked completed');
  if (source === 'defenderExpertsManagedResponse') {
    warnings.push('Defender Experts run managed responses themselves');
  }
  if (targetText(task).toLowerCase() === username.toLowerCase()) warnings.push('This is your own account');
  return warnings;
}
