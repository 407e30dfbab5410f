import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useAccount } from '../../auth/session.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Run } from '../../runs/model/run.ts';
import type { Runner } from '../../runs/runner.ts';
import { createFollower } from './follower.ts';
import { historyQuery } from './queries.ts';
import { type KeptHistory, mergeRuns, resultsIn, type Surroundings } from './rules.ts';

const noRuns: readonly Run[] = [];

/** The history of the signed-in person, as it is now. */
export interface LiveHistory {
  /** The journal's part of it; its data may be older than `runs`. */
  readonly query: UseQueryResult<KeptHistory>;
  /** Newest first. */
  readonly runs: readonly Run[];
  readonly around: Surroundings;
}

/** The history of the signed-in person, with the runs of this page as they are now. */
export function useHistory({ journal, runner }: { journal: Journal; runner: Runner }): LiveHistory {
  const { key, tenantId } = useAccount();
  const query = useQuery(historyQuery(journal, { key, tenantId }));
  // A run has an event for each response, and every event means counting the whole history: input comes first.
  const shown = useDeferredValue(useSyncExternalStore(runner.runs.subscribe, runner.runs.get));
  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const busy = useSyncExternalStore(runner.busy.subscribe, runner.busy.get);

  const kept = query.data?.runs ?? noRuns;
  const runs = useMemo(() => mergeRuns(kept, shown), [kept, shown]);
  const results = useMemo(() => resultsIn(runs), [runs]);
  const around = useMemo(() => ({ elsewhere, busy, results }), [elsewhere, busy, results]);
  return { query, runs, around };
}

/** Keeps the history in step with what this tab and others write to it. Used once, by the frame of every page. */
export function useFollowedHistory({ journal, runner }: { journal: Journal; runner: Runner }): void {
  const { key, tenantId } = useAccount();
  const queryClient = useQueryClient();

  // The journal and the runner live outside React.
  useEffect(() => {
    const follower = createFollower(journal, { key, tenantId }, queryClient);
    let known = idsOf(runner.runs.get());
    const endRunner = runner.runs.subscribe(() => {
      const ids = idsOf(runner.runs.get());
      for (const id of ids) if (!known.has(id)) follower.look(id);
      known = ids;
    });
    const endJournal = journal.onChange((runId) => follower.look(runId));
    return () => {
      endRunner();
      endJournal();
    };
  }, [journal, runner, queryClient, key, tenantId]);
}

function idsOf(runs: readonly Run[]): ReadonlySet<string> {
  return new Set(runs.map(({ id }) => id));
}
