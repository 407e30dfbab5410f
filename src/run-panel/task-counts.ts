import type { IncidentTask } from '../graph/incident-tasks.ts';
import type { Progress } from '../resources/incident-tasks/progress.ts';
import { hasFailed, isClosed, isWaiting } from '../resources/incident-tasks/states.ts';
import type { Item } from '../runs/model/run.ts';
import { formatCount } from '../ui/format.ts';

/** How many tasks are in each state that a person should know of. No task counts twice. */
export interface TaskCounts {
  readonly notStarted: number;
  readonly failed: number;
  readonly partiallyCompleted: number;
  readonly stuck: number;
  /** Sent by a run, and without a reliable response yet. */
  readonly unknown: number;
  readonly inProgress: number;
}

/** What a run of this page knows of a task. */
export type InRun = Pick<Item, 'before' | 'phase' | 'outcome'>;

/**
 * Counts tasks as their rows show them: what a run has started is in progress, also while the list is older.
 *
 * @param inRuns what runs know of tasks, by their ids
 */
export function countTasks(
  tasks: readonly IncidentTask[],
  inRuns: ReadonlyMap<string, { readonly item: InRun }>,
  progressOf: (task: IncidentTask) => Progress | undefined,
): TaskCounts {
  const counts = { notStarted: 0, failed: 0, partiallyCompleted: 0, stuck: 0, unknown: 0, inProgress: 0 };
  for (const task of tasks) {
    const state = stateInRun(task, inRuns.get(task.id)?.item) ?? stateOf(task, progressOf);
    if (state) counts[state] += 1;
  }
  return counts;
}

/**
 * Undefined where the list is newer than what the run knows, and while nothing of the run has left; so is a failure that
 * is tried again: it counts until the list shows another state.
 */
function stateInRun(task: IncidentTask, inRun: InRun | undefined): keyof TaskCounts | undefined {
  const { actionStatus } = task;
  if (!inRun || inRun.before !== actionStatus || inRun.phase === 'planned') return undefined;
  if (hasFailed(task) && !isClosed(task)) return undefined;
  return inRun.outcome === 'unknown' ? 'unknown' : 'inProgress';
}

function stateOf(
  task: IncidentTask,
  progressOf: (task: IncidentTask) => Progress | undefined,
): keyof TaskCounts | undefined {
  switch (task.actionStatus) {
    case 'notStarted':
      return isWaiting(task) ? 'notStarted' : undefined;
    case 'inProgress':
      return progressOf(task)?.isStuck && !isClosed(task) ? 'stuck' : 'inProgress';
    case 'failed':
      return isClosed(task) ? undefined : 'failed';
    case 'partiallyCompleted':
      return isClosed(task) ? undefined : 'partiallyCompleted';
    default:
      return undefined;
  }
}

/** The counts that ask for attention, in words and each with the action status that its tasks have. */
export function needingAttention(counts: TaskCounts): readonly { text: string; actionStatus: string }[] {
  const { failed, partiallyCompleted, stuck } = counts;
  return [
    { count: failed, word: 'failed', actionStatus: 'failed' },
    { count: partiallyCompleted, word: 'partially completed', actionStatus: 'partiallyCompleted' },
    { count: stuck, word: 'stuck', actionStatus: 'inProgress' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, word, actionStatus }) => ({ text: `${formatCount(count)} ${word}`, actionStatus }));
}
