import type { Graph } from '../../graph/client.ts';
import { getIncidentTask, type IncidentTask, listIncidentTasks } from '../../graph/incident-tasks.ts';
import { noRows, type Rows } from '../../graph/rows.ts';
import { scopes } from '../../graph/scopes.ts';
import { updateTaskStatus } from '../../graph/task-actions.ts';
import { observeEach, rereadAny, seeIn, type Work } from '../../runs/work.ts';
import { statusesAfresh } from './afresh.ts';
import type { StatusIntent } from './intent.ts';
import { judgeStatusAfter, judgeStatusBefore } from './verdicts.ts';

/**
 * Sets the status of tasks, and reads afterward whether they have it. One read of the list serves all tasks of a run,
 * and the page that shows the list: `onTasks`.
 */
export function statusWork(
  graph: Graph,
  intent: StatusIntent,
  onTasks: (tasks: Rows<IncidentTask>) => void,
): Work {
  return {
    scopes: scopes.changeIncidents,
    lanes: 1,
    readAt: [2, 5, 15, 30, 60, 120].map((seconds) => seconds * 1_000),
    async inspect(step, signal, onWait) {
      const task = await getIncidentTask(graph.checking, step.targetId, { signal, onWait });
      const wasSent = step.attempts.length > 0;
      const planned = step.items.filter(({ phase }) => phase === 'planned');
      return planned.map((item) => judgeStatusBefore(intent, item, task, wasSent));
    },
    readAfresh: (targets) => statusesAfresh(graph, intent, targets),
    // Microsoft Graph says of no status that it is in progress.
    following: ({ id }) => ({ id, phase: 'answered', outcome: 'unknown' }),
    isFinal: ({ kind }) => kind === 'notFound',
    send: (step, _ids, hooks) => updateTaskStatus(graph, step.targetId, intent.status, rereadAny(hooks)),
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'successful' })),
    async observe(steps, elapsed) {
      let read: Rows<IncidentTask> = noRows;
      for await (const rows of listIncidentTasks(graph)) read = rows;
      onTasks(read);
      const see = seeIn<IncidentTask>(read);
      return observeEach(steps, async () => (item) => judgeStatusAfter(intent, item, see(item.id), elapsed));
    },
  };
}
