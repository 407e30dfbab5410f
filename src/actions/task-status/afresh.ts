import type { Graph } from '../../graph/client.ts';
import { type IncidentTask, listIncidentTasks } from '../../graph/incident-tasks.ts';
import { noRows, type Rows } from '../../graph/rows.ts';
import { taskTitle } from '../../resources/incident-tasks/words.ts';
import type { PlannedItem, TargetItems } from '../../runs/model/run.ts';
import { toItem } from '../../runs/model/start.ts';
import { type FreshRead, type FreshTarget, seeIn } from '../../runs/work.ts';
import type { StatusIntent } from './intent.ts';
import { planStatusOf, statusTitle } from './plan.ts';
import { judgeStatusBefore, type SeenTask } from './verdicts.ts';

/** Reads the tasks of a plan afresh: one read of the list serves them all. */
export async function statusesAfresh(
  graph: Graph,
  intent: StatusIntent,
  targets: readonly TargetItems[],
): Promise<FreshRead> {
  let read: Rows<IncidentTask> = noRows;
  for await (const rows of listIncidentTasks(graph)) read = rows;
  const see = seeIn<IncidentTask>(read);
  return {
    targets: targets.map((target) => freshTarget(intent, target, see(target.id), read.rows)),
    seenOf: () => undefined,
    titleOf: (sent) => statusTitle(intent.status, sent.length),
  };
}

function freshTarget(
  intent: StatusIntent,
  { id, name, items }: TargetItems,
  task: SeenTask,
  all: readonly IncidentTask[],
): FreshTarget {
  const sorted = items.map((item) => sortTask(intent, item, task, all));
  return {
    id,
    name: typeof task === 'string' ? name : taskTitle(task),
    items: sorted.flatMap(({ planned }) => planned ?? []),
    leftOut: sorted.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ item, reason }])),
  };
}

/** A task as it is now: to be changed, or left out with the reason. */
function sortTask(
  intent: StatusIntent,
  item: PlannedItem,
  task: SeenTask,
  all: readonly IncidentTask[],
): { readonly item: PlannedItem; readonly planned?: PlannedItem; readonly reason?: string } {
  if (task === 'gone') return { item, reason: 'No longer in the list' };
  if (task === 'unreadable') return { item, reason: 'Its row could not be read' };
  const fresh = planStatusOf(task, all);
  const { phase, reason = '' } = judgeStatusBefore(intent, toItem(item), task, false);
  return phase === 'planned' ? { item: fresh, planned: fresh } : { item: fresh, reason };
}
