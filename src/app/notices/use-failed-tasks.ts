import { useQuery } from '@tanstack/react-query';
import { useLocation, useRouteContext } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isSendingTasks } from '../../actions/sending-tasks.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { pollEvery, tasksQuery } from '../../resources/incident-tasks/queries.ts';
import { needsAttention } from '../../runs/model/attention.ts';
import { itemsOf, type Run } from '../../runs/model/run.ts';
import { noTasksWatched, watchTasks } from './failed-tasks.ts';

const noTasks: readonly IncidentTask[] = [];

/**
 * The tasks that failed while the person was on another page or in another tab, whoever started them. Once tasks have been
 * loaded, they are followed while an action is in progress, whatever page is open.
 */
export function useFailedTasks(): readonly [failed: readonly IncidentTask[], forget: () => void] {
  const { graph, runner } = useRouteContext({ from: '__root__' });
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isSending = useSyncExternalStore(runner.runs.subscribe, () => isSendingTasks(runner.runs.get()));
  const { data } = useQuery({
    ...tasksQuery(graph, isSending),
    // This follows a list that a page has loaded, and loads none.
    enabled: ({ state }) => state.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // The title of a tab in the background tells too.
    refetchInterval: ({ state }) =>
      state.status === 'success' && followEvery(state.data?.rows ?? noTasks, isSending),
    refetchIntervalInBackground: true,
  });
  const [watched, setWatched] = useState(noTasksWatched);
  const tasks = data?.isComplete ? data.rows : undefined;

  // The tab may be hidden: the browser tells of that outside React.
  useEffect(() => {
    const look = () => {
      if (!tasks) return;
      const told = toldByRuns(runner.runs.get());
      const isSeen = (task: IncidentTask) => !document.hidden && isShown(task, path);
      setWatched((before) => watchTasks(before, tasks, (id) => told.has(id), isSeen));
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [tasks, path, runner]);

  const forget = () => setWatched((before) => ({ ...before, failed: noTasks }));
  return [watched.failed, forget];
}

/** How often tasks are read again, in ms: in the background less often. */
function followEvery(tasks: readonly IncidentTask[], isSending: boolean): number | false {
  const every = pollEvery(tasks, isSending);
  return every !== false && document.hidden ? 60_000 : every;
}

/** The list of tasks shows each of them, and an incident its own. */
function isShown({ incident }: IncidentTask, path: string): boolean {
  return path === '/incident-tasks' || (incident !== null && path === `/incidents/${incident.id}`);
}

/** The items whose failure a run tells, or will tell once it ends. One that a run took for done may still fail later. */
function toldByRuns(runs: readonly Run[]): ReadonlySet<string> {
  return new Set(
    runs.flatMap((run) =>
      itemsOf(run)
        .filter((item) => run.state !== 'done' || needsAttention({ run, item }))
        .map(({ id }) => id),
    ),
  );
}
