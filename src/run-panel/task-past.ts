import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { type Refusal, type Refusals, refusalsIn } from '../actions/response-action/refusals.ts';
import { startTimes, usualTime } from '../actions/response-action/usual-time.ts';
import { useAccount } from '../auth/session.ts';
import { actionTypes, type IncidentTask } from '../graph/incident-tasks.ts';
import type { TaskTimes } from '../resources/incident-tasks/progress.ts';
import { taskKeys } from '../resources/incident-tasks/queries.ts';
import { isRunning } from '../resources/incident-tasks/states.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Runner } from '../runs/runner.ts';

/** What this browser's history knows of tasks. */
interface TaskPast {
  readonly times: TaskTimes;
  readonly refusals: readonly (readonly [taskId: string, refusal: Refusal | null])[];
}

const noPast: TaskPast = { times: { usual: {}, started: {} }, refusals: [] };

interface Sources {
  readonly journal: Journal;
  readonly runner: Runner;
}

/** How long actions take, and when they were started. Without a history that can be read, ages stand alone. */
export function useTaskTimes(sources: Sources, tasks: readonly IncidentTask[]): TaskTimes {
  return useTaskPast(sources, tasks.some(isRunning)).times;
}

/** Which tasks Microsoft has refused for good, as far as this browser's history and the runs of this page know. */
export function useTaskRefusals(sources: Sources, tasks: readonly IncidentTask[]): Refusals {
  const { runs } = sources.runner;
  const { refusals } = useTaskPast(sources, tasks.length > 0);
  // As text: the page is drawn again only for another refusal, not for each event of a run.
  const ofThisPage = useSyncExternalStore(runs.subscribe, () => JSON.stringify([...refusalsIn(runs.get())]));
  return useMemo(() => new Map([...refusals, ...JSON.parse(ofThisPage)]), [refusals, ofThisPage]);
}

function useTaskPast({ journal, runner }: Sources, isWanted: boolean): TaskPast {
  const { key, tenantId } = useAccount();
  // With each run that ends, the history knows more.
  const ended = useSyncExternalStore(
    runner.runs.subscribe,
    () => runner.runs.get().filter(({ state }) => state === 'done').length,
  );
  const query = useQuery({
    ...taskPastQuery(journal, { key, tenantId }, ended),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  });
  return query.data ?? noPast;
}

function taskPastQuery(journal: Journal, owner: { key: string; tenantId: string }, ended: number) {
  return queryOptions({
    queryKey: taskKeys.past(owner.key, owner.tenantId, ended),
    async queryFn(): Promise<TaskPast> {
      const kept = (await journal.readAll()).runs.map(({ run }) => run);
      // An empty journal has no hash for an account, and looking must not write one.
      if (kept.length === 0) return noPast;
      const accountKey = await journal.hashOf(owner.key);
      const runs = kept.filter((run) => run.tenantId === owner.tenantId && run.accountKey === accountKey);
      const usual = actionTypes.flatMap((type) => {
        const time = usualTime(runs, type);
        return time === undefined ? [] : [[type, time] as const];
      });
      const times = { usual: Object.fromEntries(usual), started: Object.fromEntries(startTimes(runs)) };
      return { times, refusals: [...refusalsIn(runs)] };
    },
  });
}
