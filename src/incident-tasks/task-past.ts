import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { startTimes, usualTime } from '../actions/response-action/usual-time.ts';
import { useAccount } from '../auth/session.ts';
import { actionTypes, type IncidentTask } from '../graph/incident-tasks.ts';
import { isRunning, type TaskTimes } from '../resources/incident-tasks/states.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Runner } from '../runs/runner.ts';

const noTimes: TaskTimes = { usual: {}, started: {} };

/**
 * What this browser's history knows of the actions that are in progress. Without a history that can be read, nothing:
 * then ages stand alone.
 */
export function useTaskTimes(
  { journal, runner }: { journal: Journal; runner: Runner },
  tasks: readonly IncidentTask[],
): TaskTimes {
  const { key, tenantId } = useAccount();
  // With each run that ends, the history knows more.
  const ended = useSyncExternalStore(
    runner.runs.subscribe,
    () => runner.runs.get().filter(({ state }) => state === 'done').length,
  );
  const query = useQuery({
    ...taskTimesQuery(journal, { key, tenantId }, ended),
    enabled: tasks.some(isRunning),
    placeholderData: keepPreviousData,
  });
  return query.data ?? noTimes;
}

function taskTimesQuery(journal: Journal, owner: { key: string; tenantId: string }, ended: number) {
  return queryOptions({
    queryKey: ['task-times', owner.key, owner.tenantId, ended],
    async queryFn(): Promise<TaskTimes> {
      const kept = (await journal.readAll()).runs.map(({ run }) => run);
      // An empty journal has no hash for an account, and looking must not write one.
      if (kept.length === 0) return noTimes;
      const accountKey = await journal.hashOf(owner.key);
      const runs = kept.filter((run) => run.tenantId === owner.tenantId && run.accountKey === accountKey);
      const usual = actionTypes.flatMap((type) => {
        const time = usualTime(runs, type);
        return time === undefined ? [] : [[type, time] as const];
      });
      return { usual: Object.fromEntries(usual), started: Object.fromEntries(startTimes(runs)) };
    },
  });
}
