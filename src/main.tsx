import { QueryClient } from '@tanstack/react-query';
import { beginReads } from './app/reads.ts';
import { startAuth } from './auth/entra.ts';
import { loadConfig } from './config.ts';
import { createGraph } from './graph/client.ts';
import { keepDraft, takeDraft } from './lib/drafts.ts';
import { toProblem } from './lib/problem.ts';
import { readKeptRuns } from './runs/kept.ts';
import { createRunner, isUnderWay } from './runs/runner.ts';
import { workFor } from './runs/work-for.ts';

// React and the pages come while the sign-in is settled and the first read is under way, which need neither.
// vite.config.ts has index.html ask for them at once.
const page = import('./app/render.tsx');

/** The only place where everything is wired. Order matters: nothing is drawn before the sign-in is settled. */
async function start(): Promise<void> {
  const config = await loadConfig();
  const { session, getToken } = await startAuth(config);
  const graph = createGraph({ baseUrl: config.graphBaseUrl, getToken });
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        // Repetition is Graph's policy alone; a second layer would multiply it.
        retry: false,
        // A route's loader has just read; its page shows what came of that.
        retryOnMount: false,
        // Offline is a problem to be shown, not a read to be parked.
        networkMode: 'always',
        staleTime: 60_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      // A mutation that waits for the network would act by itself when it comes back.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  const startReads = beginReads({ graph, queryClient, session }, location.pathname);
  const runner = createRunner({
    workFor: (intent) => workFor(graph, intent),
    prepare: (scopes) => graph.prepare(scopes),
    account: session.account.get,
    kept: readKeptRuns(takeDraft('runs'), session.account.get()?.key ?? ''),
    onChanged(run) {
      for (const queryKey of run.touches) void queryClient.invalidateQueries({ queryKey });
    },
  });
  // The sign-in page is a page of its own: what became of a run must outlive the trip there.
  addEventListener('pagehide', () => {
    if (session.account.get()) keepDraft('runs', runner.runs.get());
  });
  addEventListener('beforeunload', (event) => {
    if (isUnderWay(runner.runs.get())) event.preventDefault();
  });
  const { renderApp } = await page;
  renderApp({ graph, queryClient, runner, session, startReads });
}

start().catch(async (error: unknown) => {
  const { renderFailure } = await page;
  renderFailure(toProblem(error));
});
