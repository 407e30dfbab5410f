import { queryOptions } from '@tanstack/react-query';
import type { Journal } from '../../runs/journal/journal.ts';
import type { Run } from '../../runs/model/run.ts';
import type { KeptHistory } from './rules.ts';

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

/** Tells which runs are a person's own. */
export async function ownsIn(journal: Journal, { key, tenantId }: Owner): Promise<(run: Run) => boolean> {
  const accountKey = await journal.hashOf(key);
  return (run) => run.tenantId === tenantId && run.accountKey === accountKey;
}
