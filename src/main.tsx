import { hashKey, type Query, QueryClient } from '@tanstack/react-query';
import { actionOf } from './actions/all.ts';
import { beginReads } from './app/reads.ts';
import { isSendingHere } from './app/under-way.ts';
import { startAuth } from './auth/entra.ts';
import { createToldTime } from './auth/told-time.ts';
import { loadConfig } from './config.ts';
import { createGraph } from './graph/client.ts';
import { toProblem } from './lib/problem.ts';
import { intentsOf } from './runs/action.ts';
import { createIndexedJournal } from './runs/journal/indexed-journal.ts';
import { createRunner } from './runs/runner.ts';
import { createWebLocks } from './runs/tabs/locks.ts';

/** In ms. */
const justLoaded = 1_000;

// React and the pages load while the sign-in and the first read are under way, which need neither.
// vite.config.ts has index.html ask for them at once.
const page = import('./app/render.tsx');

/** The only place where everything is wired. Order matters: nothing is drawn before the sign-in is complete. */
async function start(): Promise<void> {
  const config = await loadConfig();
  const { session, getToken, toldTime } = await startAuth(config);
  const graph = createGraph({ baseUrl: config.graphBaseUrl, getToken });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // Only the policy in graph/ repeats requests; a second layer would multiply them.
        retry: false,
        // A route's loader has just read; its page shows that result.
        retryOnMount: false,
        // Offline is a problem to be shown, not a read to be parked.
        networkMode: 'always',
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      // A mutation that waits for the network would be sent unasked when it returns.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  // Old runs are deleted before anyone signs in, too: then the host tells the time.
  const servedTime = createToldTime(Date.now, () => performance.now());
  servedTime.hear(config.servedAt && config.servedAt / 1_000);
  const journal = createIndexedJournal({ earliest: () => toldTime.earliest() ?? servedTime.earliest() });
  const startReads = beginReads({ graph, journal, queryClient, session }, location.pathname);
  /** Lists that runs share while they follow: hashes of their keys. */
  const shared = new Set<string>();
  const runner = createRunner({
    // Its reads have their own place in the queue: a long list must not keep results from being checked.
    workFor: (intent) =>
      actionOf(intent).carryOut(intent, {
        graph: graph.settling,
        now: toldTime.likely,
        share(queryKey, rows) {
          shared.add(hashKey(queryKey));
          queryClient.setQueryData(queryKey, (shown) => shown && rows);
        },
      }),
    actionOf,
    prepare: (scopes) => graph.prepare(scopes),
    account: session.account.get,
    journal,
    locks: createWebLocks(),
    onChanged(run) {
      // The page already shows what the run has just loaded, and shared.
      const isOld = ({ state, queryKey }: Query) =>
        !shared.has(hashKey(queryKey)) || Date.now() - state.dataUpdatedAt > justLoaded;
      const touched = intentsOf(run.steps).flatMap((intent) => actionOf(intent).touches);
      for (const queryKey of touched) void queryClient.invalidateQueries({ queryKey, predicate: isOld });
    },
  });
  addEventListener('beforeunload', (event) => {
    // Signing out has asked already; staying after that would leave a page without an account.
    if (session.account.get() && isSendingHere(runner)) event.preventDefault();
  });
  const { renderApp } = await page;
  void runner.takeUp();
  const { graphBaseUrl } = config;
  renderApp({ graph, graphBaseUrl, journal, queryClient, runner, session, startReads });
}

start().catch(async (error: unknown) => {
  const { renderFailure } = await page;
  renderFailure(toProblem(error));
});
