import { actionTypes, type IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { hasFailed, isClosed } from '../../resources/incident-tasks/states.ts';
import { isDoubtful, isNeverExecuted } from './rules.ts';

/** False for actions that Graph refuses, or probably refuses: a task's own page must not invite to run them. */
export function isInvited({ actionType }: Pick<IncidentTask, 'actionType'>): boolean {
  return isKnown(actionTypes, actionType) && !isNeverExecuted(actionType) && !isDoubtful(actionType);
}

/**
 * What a person can do about a task that running its action won't finish; undefined where there is nothing to do, or
 * running the action is the next step. Each step leads to the Defender portal.
 *
 * @param facts.isStuck the action has been in progress for too long
 * @param facts.isRefused Microsoft has refused the task as it is now, and would again
 */
export function nextStep(
  task: IncidentTask,
  { isStuck = false, isRefused = false }: { isStuck?: boolean; isRefused?: boolean },
): string | undefined {
  const { actionType, actionStatus } = task;
  if (isClosed(task) || actionStatus === 'completed') return undefined;
  if (isStuck) return 'Check its progress in Action center in the Defender portal.';
  if (actionStatus === 'inProgress') return undefined;
  if (!isKnown(actionTypes, actionType)) return 'Look at the task in the Defender portal.';
  if (actionType === 'text') return 'Follow the description, then set the status of the task to Completed.';
  if (isNeverExecuted(actionType)) return 'Run it in the Defender portal, then set the status of the task.';
  if (isRefused) return 'Run it, or see why it was refused, in the Defender portal.';
  if (isDoubtful(actionType))
    return 'Run it in the Defender portal. Microsoft doesn’t list this action as supported, so Microsoft Graph will probably reject it.';
  return hasFailed(task)
    ? 'See why in the Defender portal. Defender may refuse to run it again from here.'
    : undefined;
}
