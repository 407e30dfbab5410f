import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { incidentPage } from '../../resources/incident-tasks/portal-link.ts';
import { taskKeys } from '../../resources/incident-tasks/queries.ts';
import {
  actionOnTarget,
  actionText,
  targetText,
  taskName,
  taskTitle,
} from '../../resources/incident-tasks/words.ts';
import type { Plan, PlannedItem, PlanTarget } from '../../runs/model.ts';
import { countOf } from '../../ui/format.ts';
import { actionOf, reviewedTask } from './reviewed.ts';
import { undoOf } from './undo.ts';

/** What a task does, and to which target. */
type Action = Pick<IncidentTask, 'actionType' | 'responseAction'>;

/** The decision in words, for whoever has the targets before them: "Isolate device FIN-LT-0231", "Run 3 response actions". */
export function decision(sent: readonly Action[]): string {
  const [only, ...others] = sent;
  return only && others.length === 0
    ? actionOnTarget(only)
    : `Run ${countOf(sent.length, 'response action')}`;
}

/** The same for a list of runs: "Run 3 response actions: Isolate device, Disable user". */
export function planTitle(sent: readonly Action[]): string {
  if (sent.length < 2) return decision(sent);
  const kinds = [...new Set(sent.map(actionText))];
  const named = kinds.length > mostNamed ? [...kinds.slice(0, mostNamed), '…'] : kinds;
  return `${decision(sent)}: ${named.join(', ')}`;
}

/** The same of tasks as they were reviewed. */
export function titleOfTasks(targets: readonly PlanTarget[]): string {
  return planTitle(targets.flatMap(({ items }) => items.map(({ reviewed }) => actionOf(reviewed))));
}

/** More kinds of actions than these are not named in a title. */
const mostNamed = 3;

/** The verb of a button: "Isolate device", "Run 3 actions". */
export function planVerb(sent: readonly IncidentTask[]): string {
  const [only, ...others] = sent;
  return only && others.length === 0 ? actionText(only) : `Run ${countOf(sent.length, 'action')}`;
}

/**
 * The plan for tasks that `whyNot` says nothing against: one request for each.
 *
 * @param all every task there is: among them may be one that takes an action back
 */
export function planTasks(sent: readonly IncidentTask[], note: string, all: readonly IncidentTask[]): Plan {
  return {
    title: planTitle(sent),
    intent: { kind: 'tasks' },
    note: note.trim(),
    touches: [taskKeys.all],
    targets: sent.map((task) => ({ id: task.id, name: taskTitle(task), items: [planTask(task, all)] })),
  };
}

/**
 * A task as it is reviewed.
 *
 * @param all every task there is: among them may be one that takes the action back
 */
export function planTask(task: IncidentTask, all: readonly IncidentTask[]): PlannedItem {
  const { id, actionStatus: before } = task;
  const undo = undoOf(task, all);
  return {
    id,
    name: taskTitle(task),
    detail: detailOf(task),
    before,
    reviewed: reviewedTask(task),
    portal: incidentPage(task),
    undo: undo ? taskName(undo) : '',
  };
}

/** What tells a task from others of its title: its target, and its action where the title does not say it. */
function detailOf(task: IncidentTask): string {
  const target = targetText(task);
  if (task.displayName.toLowerCase().includes(actionText(task).toLowerCase())) return target;
  return target === '' ? actionText(task) : `${actionText(task)}: ${target}`;
}
