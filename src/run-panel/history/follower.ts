import type { QueryClient } from '@tanstack/react-query';
import { onceAtATime } from '../../lib/once-at-a-time.ts';
import type { Journal } from '../../runs/journal/journal.ts';
import { historyKeys, type Owner, ownsIn } from './queries.ts';
import { type KeptHistory, withKept } from './rules.ts';

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
