import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { onceAtATime } from '../../lib/once-at-a-time.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Run } from '../../runs/model/run.ts';
import { type KeptHistory, withKept } from './rules.ts';

/** Keys of this room's reads. */
export const historyKeys = { all: ['history'] } as const;

/** Whose runs are asked for. */
export interface Owner {
  readonly key: string;
  readonly tenantId: string;
}

/** Every run of a person that this browser keeps, newest first. */
export function historyQuery(journal: Journal, owner: Owner) {
  return queryOptions({
    queryKey: historyKeys.all,
    async queryFn(): Promise<KeptHistory> {
      const { runs, unreadable } = await journal.readAll();
      // An empty journal has nobody's hash either, and looking at it must not write one.
      if (runs.length === 0) return { runs: [], unreadable };
      const isMine = await ownsIn(journal, owner);
      return { runs: runs.map(({ run }) => run).filter(isMine), unreadable };
    },
    // It is on this computer: what was read before is never worth more than another look.
    staleTime: 0,
  });
}

async function ownsIn(journal: Journal, { key, tenantId }: Owner): Promise<(run: Run) => boolean> {
  const accountKey = await journal.hashOf(key);
  return (run) => run.tenantId === tenantId && run.accountKey === accountKey;
}

/** Keeps what was read of the history in step with the journal, one run at a time. */
export interface HistoryFollower {
  /** Something was written of a run: reads it again. */
  look(runId: string): void;
}

export function createFollower(journal: Journal, owner: Owner, queryClient: QueryClient): HistoryFollower {
  const readAll = () => queryClient.invalidateQueries({ queryKey: historyKeys.all });

  // A run that changes faster than it can be read is read once for many changes.
  const readAgain = onceAtATime(async (runId) => {
    const kept = await journal.read(runId);
    const run = kept && (await ownsIn(journal, owner))(kept.run) ? kept.run : undefined;
    // A read of everything that has begun before may not know of it: it begins again.
    if (queryClient.isFetching({ queryKey: historyKeys.all }) > 0) return readAll();
    queryClient.setQueryData<KeptHistory>(
      historyKeys.all,
      (before) => before && withKept(before, runId, run),
    );
  });

  return {
    look(runId) {
      // What keeps one run from being read is told by the read of all.
      void readAgain(runId).catch(readAll);
    },
  };
}
