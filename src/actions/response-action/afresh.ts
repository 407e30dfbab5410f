import type { Graph } from '../../graph/client.ts';
import { type IncidentTask, listIncidentTasks } from '../../graph/incident-tasks.ts';
import { noRows, type Rows } from '../../graph/rows.ts';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import type { PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { toItem } from '../../runs/model/start.ts';
import { type FreshRead, type FreshTarget, seeIn } from '../../runs/work.ts';
import { planTask, titleOfTasks } from './plan.ts';
import { judgeTaskBeforeSending, type SeenTask } from './verdicts.ts';

/** Reads the tasks of a plan afresh: one read of the list serves them all. */
export async function tasksAfresh(graph: Graph, targets: readonly TargetItems[]): Promise<FreshRead> {
  let read: Rows<IncidentTask> = noRows;
  for await (const rows of listIncidentTasks(graph)) read = rows;
  const see = seeIn<IncidentTask>(read);
  return {
    targets: targets.map((target) => freshTarget(target, see, read.rows)),
    seenOf: () => undefined,
    titleOf: (sent) => titleOfTasks(sent, read.rows),
  };
}

function freshTarget(
  { id, name, items }: TargetItems,
  see: (id: string) => SeenTask,
  all: readonly IncidentTask[],
): FreshTarget {
  const task = see(id);
  const sorted = items.map((item) => sortTask(item, task, all));
  return {
    id,
    name: typeof task === 'string' ? name : taskTitle(task),
    items: sorted.flatMap(({ planned }) => planned ?? []),
    leftOut: sorted.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ item, reason }])),
  };
}

/** A task as it is now: to be run, or left out with the reason. */
function sortTask(item: PlannedItem, task: SeenTask, all: readonly IncidentTask[]) {
  if (task === 'gone') return { item, reason: 'No longer in the list' };
  if (task === 'unreadable') return { item, reason: 'Its row could not be read' };
  const fresh = planTask(task, all);
  const { phase, reason = '' } = judgeTaskBeforeSending(asExpected(item, task), task, false);
  return phase === 'planned' ? { item: fresh, planned: fresh } : { item: fresh, reason };
}

/** A failed action fails its task too, sooner or later: nobody else has changed that status. */
function asExpected(item: PlannedItem, { status }: IncidentTask) {
  const reviewed = item.before === 'failed' ? { ...item.reviewed, status } : item.reviewed;
  return toItem({ ...item, reviewed });
}
