import { historyQuery } from '../pages/history/queries.ts';
import { driversQuery, profileQuery, profilesQuery } from '../resources/driver-profiles/queries.ts';
import { tasksQuery } from '../resources/incident-tasks/queries.ts';
import type { Desk } from './desk.ts';

type Reader = Pick<Desk, 'graph' | 'journal' | 'queryClient' | 'session'>;

/**
 * Starts the reads of the page at an address, and returns the function with which routes start theirs. The first route
 * finds its reads begun: a read that was rejected by then isn't sent again.
 */
export function beginReads(reader: Reader, pathname: string): Desk['startReads'] {
  startReads(reader, pathname);
  let begun: string | undefined = pathname;
  return (next) => {
    if (next !== begun) startReads(reader, next);
    begun = undefined;
  };
}

function startReads({ graph, journal, queryClient, session }: Reader, pathname: string): void {
  const account = session.account.get();
  if (!account) return;
  const [, area, id] = pathname.split('/');
  if (area === 'profiles' && id) {
    const profileId = decodeSegment(id);
    // The router has no page for it.
    if (profileId === undefined) return;
    void queryClient.prefetchQuery(profileQuery(graph, profileId));
    void queryClient.prefetchQuery(driversQuery(graph, profileId));
  } else if (area === 'profiles') {
    void queryClient.prefetchQuery(profilesQuery(graph));
  } else if (area === 'incident-tasks' && session.hasDefender) {
    void queryClient.prefetchQuery(tasksQuery(graph));
  } else if (area === 'history') {
    void queryClient.prefetchQuery(historyQuery(journal, account));
  }
}

/** Undefined for what is no text when it is decoded, such as half of an encoded letter. */
function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
