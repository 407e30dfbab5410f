import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { actionOnTarget, fullTarget, taskName } from '../../resources/incident-tasks/target.ts';
import { actionText, taskTitle } from '../../resources/incident-tasks/words.ts';
import type { Plan, PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import { reviewedTask } from './reviewed.ts';
import { undoOf } from './undo.ts';

export const responseKind = 'response-action';

/** The decision in words, for a dialog that lists the targets: "Isolate device FIN-LT-0231", "Run 3 response actions". */
export function decision(sent: readonly IncidentTask[], all: readonly IncidentTask[] = sent): string {
  const [only, ...others] = sent;
  return only && others.length === 0
    ? actionOnTarget(only, all)
    : `Run ${countOf(sent.length, 'response action')}`;
}

/** The same for a list of runs: "Run 3 response actions: Isolate device, Disable user". */
export function planTitle(sent: readonly IncidentTask[], all: readonly IncidentTask[] = sent): string {
  if (sent.length < 2) return decision(sent, all);
  const kinds = [...new Set(sent.map(actionText))];
  const named = kinds.length > mostNamed ? [...kinds.slice(0, mostNamed), '…'] : kinds;
  return `${decision(sent)}: ${named.join(', ')}`;
}

/** The same of some of the tasks that a read showed. */
export function titleOfTasks(sent: readonly TargetItems[], all: readonly IncidentTask[]): string {
  const ids = new Set(sent.map(({ id }) => id));
  return planTitle(
    all.filter(({ id }) => ids.has(id)),
    all,
  );
}

/** More kinds of actions than these are not named in a title. */
const mostNamed = 3;

/** The verb of a button: "Isolate device", "Run 3 actions". */
export function planVerb(sent: readonly IncidentTask[]): string {
  const [only, ...others] = sent;
  return only && others.length === 0 ? actionText(only) : `Run ${countOf(sent.length, 'action')}`;
}

/** Containment first: isolations, then the rest, each in the order given, which is the one on screen. */
export function inSendingOrder(tasks: readonly IncidentTask[]): readonly IncidentTask[] {
  const isIsolation = ({ actionType }: IncidentTask) => actionType === 'isolateDevice';
  return [...tasks.filter(isIsolation), ...tasks.filter((task) => !isIsolation(task))];
}

/**
 * The plan for tasks that `whyNot` says nothing against: one request for each.
 *
 * @param all every task there is: among them may be one that takes an action back
 */
export function planTasks(sent: readonly IncidentTask[], note: string, all: readonly IncidentTask[]): Plan {
  return {
    title: planTitle(sent, all),
    note: note.trim(),
    targets: inSendingOrder(sent).map((task) => ({
      id: task.id,
      name: taskTitle(task),
      intent: { kind: responseKind },
      items: [planTask(task, all)],
    })),
  };
}

/**
 * A task as it is reviewed.
 *
 * @param all every task there is: among them may be one that takes the action back
 */
export function planTask(task: IncidentTask, all: readonly IncidentTask[]): PlannedItem {
  const undo = undoOf(task, all);
  return {
    id: task.id,
    name: taskTitle(task),
    detail: detailOf(task, all),
    before: task.actionStatus,
    reviewed: reviewedTask(task),
    undo: undo ? taskName(undo, all) : '',
    incident: task.incident?.id ?? '',
  };
}

/** What tells a task from others of its title: its target, and its action where the title does not say it. */
function detailOf(task: IncidentTask, all: readonly IncidentTask[]): string {
  const target = fullTarget(task, all).text;
  if (task.displayName.toLowerCase().includes(actionText(task).toLowerCase())) return target;
  return target === '' ? actionText(task) : `${actionText(task)}: ${target}`;
}
