import type { IncidentTask, TaskStatus } from '../../graph/incident-tasks.ts';
import { fullTarget } from '../../resources/incident-tasks/target.ts';
import { taskStatusText, taskTitle } from '../../resources/incident-tasks/words.ts';
import type { Plan, PlannedItem } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import { type StatusIntent, statusKind } from './intent.ts';
import { reviewedStatus } from './reviewed.ts';

/** The decision in words: "Set 3 tasks to Completed". */
export function statusTitle(status: TaskStatus, count: number): string {
  return `Set ${countOf(count, 'task')} to ${taskStatusText({ status })}`;
}

/**
 * The plan to set the status of tasks that `whyNotStatus` says nothing against: one request for each.
 *
 * @param all every task there is: another may know the name of a device
 */
export function planStatus(
  status: TaskStatus,
  sent: readonly IncidentTask[],
  note: string,
  all: readonly IncidentTask[],
): Plan {
  const intent: StatusIntent = { kind: statusKind, status };
  return {
    title: statusTitle(status, sent.length),
    note: note.trim(),
    targets: sent.map((task) => ({
      id: task.id,
      name: taskTitle(task),
      intent,
      items: [planStatusOf(task, all)],
    })),
  };
}

/** A task as it is reviewed. */
export function planStatusOf(task: IncidentTask, all: readonly IncidentTask[]): PlannedItem {
  return {
    id: task.id,
    name: taskTitle(task),
    detail: fullTarget(task, all).text,
    before: task.status,
    reviewed: reviewedStatus(task),
    incident: task.incident?.id ?? '',
  };
}
