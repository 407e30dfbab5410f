import { checkedActionsPerMinute, limits } from '../../graph/budget.ts';
import { type TaskStatus, taskStatuses } from '../../graph/incident-tasks.ts';
import { taskStatusRequest } from '../../graph/task-actions.ts';
import { isKnown } from '../../lib/members.ts';
import { taskKeys } from '../../resources/incident-tasks/queries.ts';
import { taskStatusText } from '../../resources/incident-tasks/words.ts';
import { incidentKeys } from '../../resources/incidents/queries.ts';
import type { Intent } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import type { Action } from '../action.ts';
import { isStatusIntent, type StatusIntent, statusKind } from './intent.ts';
import { statusConsequence } from './words.ts';
import { statusWork } from './work.ts';

/** Set the status of incident tasks: completed, not relevant, in progress, open. */
export const taskStatus: Action = {
  kind: statusKind,
  isIntent: isStatusIntent,
  touches: () => [taskKeys.all, incidentKeys.all],
  mostInRequest: 1,
  accepted: 'successful',
  mayTurnFailure: () => true,
  // While a change isn’t confirmed, its undo could not be told from a colleague’s.
  undo: (intent, { before, outcome }) =>
    outcome === 'confirmed' && isStatusIntent(intent) && isKnown(taskStatuses, before) && before !== 'failed'
      ? { intent: intentOf(before), before: intent.status }
      : undefined,
  canBeStaged: () => true,
  undoLabel: 'Undo',
  noun: 'task',
  decided: 'task',
  perRequest: 'One request per task.',
  heads: { name: 'Task', detail: 'Target', incident: 'Incident' },
  role: 'Security Operator',
  mostPerMinute: checkedActionsPerMinute(limits.defender),
  carryOut: (intent, { graph, share }) =>
    statusWork(graph, sound(intent), (tasks) => share(taskKeys.list, tasks)),
  requestOf: (intent, taskId) => taskStatusRequest(taskId, sound(intent).status),
  review: (_intent, targets) => ({
    // The title has said how many.
    numbers: [],
    summary: '',
    consequences: [statusConsequence],
    warnings: [],
    whyType: whyTypeTasks(targets),
  }),
  whyType: whyTypeTasks,
  decision: (intent, _before, counted) => `Set ${counted} to ${taskStatusText(sound(intent))}`,
  nameFor: (intent) => `Set status to ${taskStatusText(sound(intent))}`,
  graphNameFor: (intent) => `status=${sound(intent).status}`,
  stateName: (status) => (status === '' ? '' : taskStatusText({ status })),
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Refresh the list' }),
};

/** More tasks than these take more than a click. */
const mostTasks = 100;

function whyTypeTasks({ length }: readonly unknown[]): readonly string[] {
  return length > mostTasks ? [`Changes ${countOf(length, 'task')}`] : [];
}

function intentOf(status: TaskStatus): StatusIntent {
  return { kind: statusKind, status };
}

/** @throws for any other: `isIntent` has let it pass */
function sound(intent: Intent): StatusIntent {
  if (isStatusIntent(intent)) return intent;
  throw new Error('This is no intent for the status of tasks');
}
