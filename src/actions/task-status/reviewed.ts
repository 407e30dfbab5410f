import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { actionStatusWord, taskStatusText } from '../../resources/incident-tasks/words.ts';
import type { Reviewed } from '../../runs/model/run.ts';
import { changedFacts } from '../changed-facts.ts';

/** What a decision about a task's status rests on: the status, and how far the action of the task is. */
export function reviewedStatus({ status, actionStatus }: IncidentTask): Reviewed {
  return { status, actionStatus };
}

const labels = { status: 'Status', actionStatus: 'Action status' };

/** Which facts of a task are no longer what was reviewed, in words; undefined when all are the same. */
export function changesOfStatus(reviewed: Reviewed, task: IncidentTask): string | undefined {
  return changedFacts(reviewed, reviewedStatus(task), labels, (fact, value) =>
    fact === 'status' ? taskStatusText({ status: value }).toLowerCase() : actionStatusWord(value),
  );
}
