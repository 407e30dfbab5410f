import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../auth/session.ts';
import type { Graph } from '../graph/client.ts';
import { driversReads, profilesReads } from '../pages/driver-profiles/reads.ts';
import { historyReads, runReads } from '../pages/history/reads.ts';
import { tasksReads } from '../pages/incident-tasks/reads.ts';
import { overviewReads } from '../pages/overview/reads.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Desk, ReadContext, Reads } from './desk.ts';

/** Every page that reads something; `routes.tsx` makes their routes. */
export const pages = {
  overview: overviewReads,
  profiles: profilesReads,
  drivers: driversReads,
  incidentTasks: tasksReads,
  history: historyReads,
  run: runReads,
};

interface Reader {
  readonly graph: Graph;
  readonly journal: Journal;
  readonly queryClient: Pick<QueryClient, 'prefetchQuery'>;
  readonly session: Session;
}

/**
 * Starts the reads of the page at an address, and returns the function with which routes start theirs. The first route
 * finds its reads begun: a read that was rejected by then isn't sent again.
 */
export function beginReads(reader: Reader, pathname: string): Desk['startReads'] {
  function start(readsFor: (context: ReadContext) => Reads | undefined): boolean {
    const account = reader.session.account.get();
    const reads = account ? readsFor({ ...reader, account }) : undefined;
    for (const read of Object.values(reads ?? {})) void reader.queryClient.prefetchQuery(read);
    return reads !== undefined;
  }

  let begun: object | undefined = Object.values(pages).find((page) =>
    start((context) => page.at(context, pathname)),
  );
  return (page, params) => {
    if (page !== begun) start((context) => page.of(context, params));
    begun = undefined;
  };
}
