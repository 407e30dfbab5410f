import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useAccount } from '../auth/session.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Run } from '../runs/model.ts';
import type { Runner } from '../runs/runner.ts';
import { createFollower, historyQuery } from './queries.ts';
import { countNeeding, type KeptHistory, mergeRuns, type Surroundings } from './rules.ts';

const noRuns: readonly Run[] = [];

/** The history of the signed-in person, as it is now. */
export interface LiveHistory {
  /** The journal's part of it; its data may be older than `runs`. */
  readonly query: UseQueryResult<KeptHistory>;
  /** Newest first. */
  readonly runs: readonly Run[];
  readonly around: Surroundings;
}

/** Reads the history, and follows what this tab and the others do to it. */
export function useHistory({ journal, runner }: { journal: Journal; runner: Runner }): LiveHistory {
  const { key, tenantId } = useAccount();
  const queryClient = useQueryClient();
  const query = useQuery(historyQuery(journal, { key, tenantId }));
  const shown = useSyncExternalStore(runner.runs.subscribe, runner.runs.get);
  const elsewhere = useSyncExternalStore(runner.elsewhere.subscribe, runner.elsewhere.get);
  const busy = useSyncExternalStore(runner.busy.subscribe, runner.busy.get);

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

  const kept = query.data?.runs ?? noRuns;
  const runs = useMemo(() => mergeRuns(kept, shown), [kept, shown]);
  // In text, so that not everything is reckoned and drawn anew for each event of a run.
  const told = useMemo(() => JSON.stringify([...countNeeding(runs)]), [runs]);
  const needing = useMemo(() => new Map<string, number>(JSON.parse(told)), [told]);
  const around = useMemo(() => ({ elsewhere, busy, needing }), [elsewhere, busy, needing]);
  return { query, runs, around };
}

function idsOf(runs: readonly Run[]): ReadonlySet<string> {
  return new Set(runs.map(({ id }) => id));
}
