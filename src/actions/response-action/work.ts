import type { Graph } from '../../graph/client.ts';
import { getIncidentTask, type IncidentTask, listIncidentTasks } from '../../graph/incident-tasks.ts';
import { noRows, type Rows } from '../../graph/rows.ts';
import { scopes } from '../../graph/scopes.ts';
import { executeResponseAction } from '../../graph/task-actions.ts';
import type { Step } from '../../runs/model/run.ts';
import { observeEach, rereadAny, seeIn, type Work } from '../../runs/work.ts';
import { tasksAfresh } from './afresh.ts';
import { isFinalRefusal } from './rules.ts';
import { judgeFollowing, judgeTaskAfterSending, judgeTaskBeforeSending } from './verdicts.ts';

export type OnTasks = (tasks: Rows<IncidentTask>) => void;

/**
 * Starts the response action of a task and follows it. One read of the list serves all tasks of a run, and the page that
 * shows the list: `onTasks`.
 */
export function taskWork(graph: Graph, onTasks: OnTasks = () => undefined): Work {
  return {
    scopes: scopes.changeIncidents,
    // No limit is published for starting actions: one at a time.
    lanes: 1,
    // An action takes seconds to many minutes; after half an hour a person asks again.
    readAt: [2, 5, 10, 20, 40, 60, 80, 160, 300, 600, 900, 1_200, 1_500, 1_800].map(
      (seconds) => seconds * 1_000,
    ),
    async inspect(step, signal, onWait) {
      const task = await getIncidentTask(graph.checking, step.targetId, { signal, onWait });
      const wasSent = step.attempts.length > 0;
      return step.items
        .filter((item) => item.phase === 'planned')
        .map((item) => judgeTaskBeforeSending(item, task, wasSent));
    },
    readAfresh: (targets) => tasksAfresh(graph, targets),
    following: judgeFollowing,
    isFinal: isFinalRefusal,
    send: (step, _ids, hooks) => executeResponseAction(graph, step.targetId, rereadAny(hooks)),
    // 204 is documented; 200 and 202 would say the same. None of them says that the action is done.
    account: (ids) => ids.map((id) => ({ id, phase: 'answered', outcome: 'started' })),
    async observe(steps, elapsed) {
      let read: Rows<IncidentTask> = noRows;
      for await (const rows of listIncidentTasks(graph)) read = rows;
      onTasks(read);
      const see = seeIn<IncidentTask>(read);
      return observeEach(steps, async (step) => {
        const isSaidRunning = saidRunning(step);
        return (item) => judgeTaskAfterSending(item, see(item.id), elapsed, isSaidRunning);
      });
    },
  };
}

/** True when Defender has refused the last request of a step, because its action is in progress. */
function saidRunning({ attempts }: Step): boolean {
  return attempts.at(-1)?.code?.toLowerCase() === 'actionalreadyinprogress';
}
