import {
  type ActionType,
  actionStatuses,
  actionTypes,
  type IncidentTask,
} from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { targetText } from '../../resources/incident-tasks/words.ts';
import type { TaskFacts } from './reviewed.ts';

/** Never executed from outside the portal: https://learn.microsoft.com/graph/api/security-incidenttask-executeresponseaction?view=graph-rest-beta */
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

/** Why the action of a task cannot be run, or undefined when it can. */
export function whyNot(task: IncidentTask): string | undefined {
  const { actionType, actionStatus, status } = task;
  if (!isKnown(actionTypes, actionType)) return `Its action, ${actionType}, is not known to this version`;
  if (actionType === 'text') return 'A person carries it out: there is no action to run';
  if (neverExecuted.includes(actionType)) {
    return 'Microsoft does not allow this action to be run from outside the Defender portal';
  }
  if (!isKnown(actionStatuses, actionStatus)) {
    return `Its action status, ${actionStatus}, is not known to this version`;
  }
  if (actionStatus === 'inProgress') return 'The action is already running';
  if (actionStatus === 'completed') return 'The action is already done';
  return status === 'notRelevant' ? 'The task was marked not relevant' : undefined;
}

/**
 * What speaks against running an action that can be run; empty when nothing does.
 *
 * @param username who would run it: nobody should isolate themselves by accident
 */
export function warningsFor(task: TaskFacts, username: string): readonly string[] {
  const { actionType, actionStatus, status, source } = task;
  const warnings: string[] = [];
  if (isKnown(actionTypes, actionType) && doubtful.includes(actionType)) {
    warnings.push('May be refused: Microsoft does not list this action as one that can be run from here');
  }
  if (actionStatus === 'partiallyCompleted' || actionStatus === 'failed') {
    warnings.push('Ran before: Defender may refuse to run it again');
  }
  if (status === 'completed') warnings.push('The task is marked completed');
  if (source === 'defenderExpertsManagedResponse') {
    warnings.push('Defender Experts carry out managed responses themselves');
  }
  if (targetText(task).toLowerCase() === username.toLowerCase()) warnings.push('This is your own account');
  return warnings;
}
