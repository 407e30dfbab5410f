import type { IncidentTask } from '../graph/incident-tasks.ts';
import type { Plan } from '../runs/model.ts';
import { countOf } from '../ui/format.ts';
import { taskKeys } from './queries.ts';
import { whyNot } from './rules.ts';
import { actionOnTarget, actionText, targetText } from './words.ts';

/** A selected task that a plan leaves out, and why. */
export interface LeftOut {
  readonly task: IncidentTask;
  readonly reason: string;
}

/** Splits the selected tasks into those whose action can be run and those that are left out. */
export function sortOut(tasks: readonly IncidentTask[]): { sent: IncidentTask[]; leftOut: LeftOut[] } {
  const sent: IncidentTask[] = [];
  const leftOut: LeftOut[] = [];
  for (const task of tasks) {
    const reason = whyNot(task);
    if (reason === undefined) sent.push(task);
    else leftOut.push({ task, reason });
  }
  return { sent, leftOut };
}

/** Why none of the tasks can be run; undefined when at least one can. */
export function whyNone(tasks: readonly IncidentTask[]): string | undefined {
  const { sent, leftOut } = sortOut(tasks);
  if (sent.length > 0) return undefined;
  const [reason = 'Select the tasks first', ...others] = new Set(leftOut.map((entry) => entry.reason));
  return others.length === 0 ? reason : 'None of the selected tasks can be run, for different reasons';
}

/** The decision in words: "Isolate device FIN-LT-0231", "Run 3 response actions". */
export function planTitle(sent: readonly IncidentTask[]): string {
  const [only, ...others] = sent;
  return only && others.length === 0
    ? actionOnTarget(only)
    : `Run ${countOf(sent.length, 'response action')}`;
}

/** The verb of a button: "Isolate device", "Run 3 actions". */
export function planVerb(sent: readonly IncidentTask[]): string {
  const [only, ...others] = sent;
  return only && others.length === 0 ? actionText(only) : `Run ${countOf(sent.length, 'action')}`;
}

/** The plan for tasks that `sortOut` lets through: one request for each. */
export function planTasks(sent: readonly IncidentTask[], note: string): Plan {
  return {
    title: planTitle(sent),
    intent: { kind: 'tasks' },
    note: note.trim(),
    touches: [taskKeys.all],
    targets: sent.map((task) => {
      const { id, displayName: name, actionStatus: before } = task;
      return { id, name, items: [{ id, name, detail: detailOf(task), before }] };
    }),
  };
}

/** What tells a task from others of its title: its target, and its action where the title does not say it. */
function detailOf(task: IncidentTask): string {
  const target = targetText(task);
  if (task.displayName.toLowerCase().includes(actionText(task).toLowerCase())) return target;
  return target === '' ? actionText(task) : `${actionText(task)}: ${target}`;
}
