import { checkedActionsPerMinute, limits } from '../../graph/budget.ts';
import { responseActionRequest } from '../../graph/task-actions.ts';
import { incidentPage, portalLink } from '../../resources/incident-tasks/portal-link.ts';
import { taskKeys } from '../../resources/incident-tasks/queries.ts';
import { actionStatusText, actionText } from '../../resources/incident-tasks/words.ts';
import { incidentKeys } from '../../resources/incidents/queries.ts';
import type { Action } from '../action.ts';
import { responseKind } from './plan.ts';
import { reviewTasks } from './review.ts';
import { inverseOf, undoLabel } from './undo.ts';
import { taskWork } from './work.ts';

/** Run the response actions of incident tasks: isolate a device, disable a user, delete an email, … */
export const responseAction: Action = {
  kind: responseKind,
  isIntent: (intent) => intent.kind === responseKind && Object.keys(intent).length === 1,
  touches: () => [taskKeys.all, incidentKeys.all],
  mostInRequest: 1,
  accepted: 'started',
  stateOnceFailed: 'failed',
  // That a task failed is what Defender said of its end, unless it had failed before: then it may be the old word.
  mayTurnFailure: ({ pre }) => pre.startsWith('failed '),
  canBeStaged: () => true,
  undoLabel: '',
  noun: 'task',
  decided: 'action',
  perRequest: 'One request per task.',
  heads: { name: 'Task', detail: 'Target', incident: 'Incident' },
  role: 'Security Operator',
  mostPerMinute: checkedActionsPerMinute(limits.defender),
  carryOut: (_intent, { graph, share }) => taskWork(graph, (tasks) => share(taskKeys.list, tasks)),
  requestOf: (_intent, taskId) => responseActionRequest(taskId),
  review: (_intent, targets, _seen, person) =>
    reviewTasks(
      targets.flatMap(({ items }) => items),
      person,
    ),
  decision: (_intent, _before, counted) => `Run ${counted}`,
  nameFor: (_intent, { reviewed }) => actionText({ actionType: reviewed.actionType ?? '' }),
  graphNameFor: (_intent, { reviewed }) => reviewed.actionType ?? '',
  stateName: (actionStatus) => actionStatusText({ actionStatus }),
  dateText: () => '',
  lastMoment: () => null,
  // Defender refuses to start a failed task again.
  isLastWord: ({ outcome, after }) => outcome === 'failed' && after === 'failed',
  nextStep({ problem }, { incident }) {
    if (problem?.kind === 'notFound') return { text: 'Refresh the list' };
    // The history may have been changed by hand: the address is checked like any other foreign text.
    const href = portalLink({ incidentWebUrl: incidentPage({ incident: { id: incident } }) });
    const text = 'Open the task in the Defender portal';
    return href === undefined ? { text } : { text, href };
  },
  // What takes it back depends on the tasks and the evidence of the incident, which are shown there.
  wayBack({ id, incident, reviewed }) {
    const { actionType = '' } = reviewed;
    if (incident === '' || inverseOf(actionType) === undefined) return undefined;
    return {
      text: undoLabel(true, actionType === 'isolateDevice'),
      task: { incidentId: incident, taskId: id },
    };
  },
  // Defender seldom runs a failed task again: the task has the steps by hand.
  wayOn: ({ id, incident }) =>
    incident === '' ? undefined : { text: 'By hand…', task: { incidentId: incident, taskId: id } },
};
