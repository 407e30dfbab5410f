import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { PageReads, ParamsOf } from '../lib/page-reads.ts';
import { ProfilesPage } from '../pages/driver-profiles/profiles-page.tsx';
import { readDriversSearch, readProfilesSearch } from '../pages/driver-profiles/search.ts';
import { readHistorySearch } from '../pages/history/search.ts';
import { readTasksSearch } from '../pages/incident-tasks/search.ts';
import type { PageContext, ReadContext, Reads } from './desk.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { PageError } from './page-error.tsx';
import { pages } from './reads.ts';
import { Shell } from './shell.tsx';
import { keepLastArea, readLastArea, startPage } from './start-page.ts';

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

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad({ context: { session } }) {
    const account = session.account.get();
    // Without an account, every address shows the sign-in page.
    if (account)
      throw redirect({ to: startPage(account.roles, readLastArea(), session.hasDefender), replace: true });
  },
});

const profiles = createRoute({
  ...placeOf(pages.profiles),
  validateSearch: readProfilesSearch,
  // Not in the loader, which runs for a link that is only pointed at.
  onEnter: () => keepLastArea('/profiles'),
  // Most people start here, and the other rooms need nearly all of its parts too: it comes with the app.
  component: ProfilesPage,
});

const drivers = createRoute({
  ...placeOf(pages.drivers),
  validateSearch: readDriversSearch,
  component: lazyRouteComponent(() => import('../pages/driver-profiles/drivers-page.tsx'), 'DriversPage'),
});

const incidentTasks = createRoute({
  ...placeOf(pages.incidentTasks),
  validateSearch: readTasksSearch,
  onEnter: () => keepLastArea('/incident-tasks'),
  component: lazyRouteComponent(() => import('../pages/incident-tasks/tasks-page.tsx'), 'TasksPage'),
});

const history = createRoute({
  ...placeOf(pages.history),
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import('../pages/history/history-page.tsx'), 'HistoryPage'),
});

const run = createRoute({
  ...placeOf(pages.run),
  component: lazyRouteComponent(() => import('../pages/history/run-page.tsx'), 'RunPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

const routeTree = root.addChildren([start, profiles, drivers, incidentTasks, history, run, settings]);

export function createAppRouter(context: PageContext) {
  return createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    // Data has its own staleness, in the query cache.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageError,
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
