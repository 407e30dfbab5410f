import { QueryClient } from '@tanstack/react-query';
import type { LateFrame } from './app/desk.ts';
import { createLateEngine } from './app/late-engine.ts';
import { beginReads, pageAt } from './app/reads.ts';
import { staleTimeOf } from './app/stale-time.ts';
import { isSendingHere } from './app/under-way.ts';
import { startAuth } from './auth/entra.ts';
import { createToldTime } from './auth/told-time.ts';
import { loadConfig } from './config.ts';
import { createGraph } from './graph/client.ts';
import { giveWay } from './lib/give-way.ts';
import { toProblem } from './lib/problem.ts';
import { createStore } from './lib/store.ts';

// React and the pages load while the sign-in and the first read are under way, which need neither.
// vite.config.ts has index.html ask for them at once.
const page = import('./app/render.tsx');
// The route asks for the code again, and tells of a failure.
pageAt(location.pathname)
  ?.load()
  .catch(() => undefined);

/** The only place where everything is wired. Order matters: nothing is drawn before the sign-in is complete. */
async function start(): Promise<void> {
  const config = await loadConfig();
  const { session, getToken, toldTime } = await startAuth(config);
  await giveWay();
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
        staleTime: staleTimeOf,
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
  const lateFrame = createStore<LateFrame | null>(null);
  const { journal, runner } = createLateEngine(async () => {
    const { lateParts } = await import('./app/late-parts.ts');
    const engine = lateParts.createEngine({
      graph,
      queryClient,
      session,
      now: toldTime.likely,
      earliest: () => toldTime.earliest() ?? servedTime.earliest(),
    });
    lateFrame.set(lateParts.lateFrame);
    void engine.runner.takeUp();
    return engine;
  });
  const { startReads } = beginReads({ graph, journal, queryClient, session }, location.pathname);
  addEventListener('beforeunload', (event) => {
    // Signing out has asked already; staying after that would leave a page without an account.
    if (session.account.get() && isSendingHere(runner)) event.preventDefault();
  });
  const { renderApp } = await page;
  await giveWay();
  const { graphBaseUrl } = config;
  await renderApp({ graph, graphBaseUrl, journal, lateFrame, queryClient, runner, session, startReads });
  // A failure is told as the trouble of the engine.
  runner.takeUp().catch(() => undefined);
}

start().catch(async (error: unknown) => {
  const { renderFailure } = await page;
  renderFailure(toProblem(error));
});
