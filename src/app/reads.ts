import type { QueryClient } from '@tanstack/react-query';
import type { Session } from '../auth/session.ts';
import type { Graph } from '../graph/client.ts';
import { matchPath } from '../lib/page-reads.ts';
import { calendarReads } from '../pages/calendar/reads.ts';
import { driversReads, profilesReads } from '../pages/driver-profiles/reads.ts';
import { updatesReads } from '../pages/driver-updates/reads.ts';
import { handOverReads } from '../pages/hand-over/reads.ts';
import { historyReads, runReads } from '../pages/history/reads.ts';
import { tasksReads } from '../pages/incident-tasks/reads.ts';
import { incidentReads, incidentsReads } from '../pages/incidents/reads.ts';
import { overviewReads } from '../pages/overview/reads.ts';
import { planReads } from '../pages/plan/reads.ts';
import { reviewReads } from '../pages/review/reads.ts';
import type { Journal } from '../runs/journal/journal.ts';
import type { Desk, ReadContext, Reads } from './desk.ts';

const loadIncidents = () => import('../pages/incidents/incidents-page.tsx');

/** Every page that reads something, with its code; `routes.tsx` makes their routes. */
export const pages = {
  overview: { ...overviewReads, load: () => import('../pages/overview/overview-page.tsx') },
  profiles: { ...profilesReads, load: () => import('../pages/driver-profiles/profiles-page.tsx') },
  drivers: { ...driversReads, load: () => import('../pages/driver-profiles/drivers-page.tsx') },
  driverUpdates: {
    ...updatesReads,
    load: () => import('../pages/driver-updates/driver-updates-page.tsx'),
  },
  plan: { ...planReads, load: () => import('../pages/plan/plan-page.tsx') },
  review: { ...reviewReads, load: () => import('../pages/review/review-page.tsx') },
  calendar: { ...calendarReads, load: () => import('../pages/calendar/calendar-page.tsx') },
  incidents: { ...incidentsReads, load: loadIncidents },
  incident: { ...incidentReads, load: loadIncidents },
  incidentTasks: { ...tasksReads, load: () => import('../pages/incident-tasks/tasks-page.tsx') },
  handOver: { ...handOverReads, load: () => import('../pages/hand-over/hand-over-page.tsx') },
  history: { ...historyReads, load: () => import('../pages/history/history-page.tsx') },
  run: { ...runReads, load: () => import('../pages/history/run-page.tsx') },
};

/** The page at an address, if it is one of those. */
export function pageAt(pathname: string): (typeof pages)[keyof typeof pages] | undefined {
  return Object.values(pages).find(({ path }) => matchPath(path, pathname));
}

interface Reader {
  readonly graph: Graph;
  readonly journal: Journal;
  readonly queryClient: QueryClient;
  readonly session: Session;
}

/**
 * Starts the reads of the page at an address. The first route finds its reads begun: a read that was rejected by then
 * isn't sent again.
 *
 * @returns the function with which routes start theirs
 */
export function beginReads(reader: Reader, pathname: string): Pick<Desk, 'startReads'> {
  function start(readsFor: (context: ReadContext) => Reads | undefined): boolean {
    const account = reader.session.account.get();
    const reads = account ? readsFor({ ...reader, account }) : undefined;
    for (const read of Object.values(reads ?? {})) void reader.queryClient.prefetchQuery(read);
    return reads !== undefined;
  }

  let begun: object | undefined = Object.values(pages).find((page) =>
    start((context) => page.at(context, pathname)),
  );
  return {
    startReads(page, params) {
      if (page !== begun) start((context) => page.of(context, params));
      begun = undefined;
    },
  };
}
