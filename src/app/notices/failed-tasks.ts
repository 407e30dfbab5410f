import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { hasFailed, isClosed } from '../../resources/incident-tasks/states.ts';

/** How tasks stood when they were last looked at, and which have failed since without anyone looking. */
export interface WatchedTasks {
  /** By id; a task that fails before it was ever seen is not news. */
  readonly hadFailed: ReadonlyMap<string, boolean>;
  readonly failed: readonly IncidentTask[];
}

export const noTasksWatched: WatchedTasks = { hadFailed: new Map(), failed: [] };

/**
 * Follows the tasks, whoever started them: one that turns to failed or partially completed is told until it no longer is so,
 * or a person has closed it.
 *
 * @param isTold the notice of a run tells of this task
 * @param isSeen the person looks at this task
 */
export function watchTasks(
  before: WatchedTasks,
  tasks: readonly IncidentTask[],
  isTold: (id: string) => boolean,
  isSeen: (task: IncidentTask) => boolean,
): WatchedTasks {
  const isBroken = (task: IncidentTask) => hasFailed(task) && !isClosed(task);
  const known = new Set(before.failed.map(({ id }) => id));
  const isNews = ({ id }: IncidentTask) => before.hadFailed.get(id) === false && !isTold(id);
  const failed = tasks.filter(
    (task) => isBroken(task) && !isSeen(task) && (known.has(task.id) || isNews(task)),
  );
  return { hadFailed: new Map(tasks.map((task) => [task.id, isBroken(task)])), failed };
}
