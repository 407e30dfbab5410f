import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import type { PageReads, ParamsOf } from '../lib/page-reads.ts';
import { readCalendarSearch } from '../pages/calendar/search.ts';
import { readDriversSearch, readProfilesSearch } from '../pages/driver-profiles/search.ts';
import { readUpdatesSearch } from '../pages/driver-updates/search.ts';
import { readHandOverSearch } from '../pages/hand-over/search.ts';
import { readHistorySearch } from '../pages/history/search.ts';
import { readTasksSearch } from '../pages/incident-tasks/search.ts';
import { readIncidentsSearch } from '../pages/incidents/search.ts';
import { readReviewSearch } from '../pages/review/search.ts';
import type { PageContext, ReadContext, Reads } from './desk.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PageError } from './page-error.tsx';
import { pages } from './reads.ts';
import { Shell } from './shell.tsx';

const root = createRootRouteWithContext<PageContext>()({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: PageError,
});

/** The place of a page among the routes, and its reads. */
function placeOf<Pattern extends string>(page: PageReads<ReadContext, Pattern, Reads>) {
  return {
    getParentRoute: () => root,
    path: page.path,
    loader: ({ context, params }: { context: PageContext; params: ParamsOf<Pattern> }) =>
      context.startReads(page, params),
  };
}

const overview = createRoute({
  ...placeOf(pages.overview),
  component: lazyRouteComponent(pages.overview.load, 'OverviewPage'),
});

const profiles = createRoute({
  ...placeOf(pages.profiles),
  validateSearch: readProfilesSearch,
  component: lazyRouteComponent(pages.profiles.load, 'ProfilesPage'),
});

const drivers = createRoute({
  ...placeOf(pages.drivers),
  validateSearch: readDriversSearch,
  component: lazyRouteComponent(pages.drivers.load, 'DriversPage'),
});

const driverUpdates = createRoute({
  ...placeOf(pages.driverUpdates),
  validateSearch: readUpdatesSearch,
  component: lazyRouteComponent(pages.driverUpdates.load, 'DriverUpdatesPage'),
});

const plan = createRoute({
  ...placeOf(pages.plan),
  component: lazyRouteComponent(pages.plan.load, 'PlanPage'),
});

const review = createRoute({
  ...placeOf(pages.review),
  validateSearch: readReviewSearch,
  component: lazyRouteComponent(pages.review.load, 'ReviewPage'),
});

const calendar = createRoute({
  ...placeOf(pages.calendar),
  validateSearch: readCalendarSearch,
  component: lazyRouteComponent(pages.calendar.load, 'CalendarPage'),
});

const incidents = createRoute({
  ...placeOf(pages.incidents),
  validateSearch: readIncidentsSearch,
  component: lazyRouteComponent(pages.incidents.load, 'IncidentsPage'),
});

/** The page stays, and opens another incident: this route has only its reads. */
const incident = createRoute({
  ...placeOf(pages.incident),
  getParentRoute: () => incidents,
  path: '$incidentId',
});

const incidentTasks = createRoute({
  ...placeOf(pages.incidentTasks),
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(pages.incidentTasks.load, 'TasksPage'),
});

const handOver = createRoute({
  ...placeOf(pages.handOver),
  validateSearch: readHandOverSearch,
  component: lazyRouteComponent(pages.handOver.load, 'HandOverPage'),
});

const history = createRoute({
  ...placeOf(pages.history),
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(pages.history.load, 'HistoryPage'),
});

const run = createRoute({
  ...placeOf(pages.run),
  component: lazyRouteComponent(pages.run.load, 'RunPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

const routeTree = root.addChildren([
  overview,
  profiles,
  drivers,
  driverUpdates,
  plan,
  review,
  calendar,
  incidents.addChildren([incident]),
  incidentTasks,
  handOver,
  history,
  run,
  settings,
]);

export function createAppRouter(context: PageContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    // Data has its own staleness, in the query cache.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageError,
    scrollRestoration: false,
    // What is read from the address and the context keeps its identity: a change of the address draws only what follows it.
    defaultStructuralSharing: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
