import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createAppRouter } from './app/routes.tsx';
import { StartFailure } from './app/start-failure.tsx';
import { startAuth } from './auth/entra.ts';
import { loadConfig } from './config.ts';
import { createGraph } from './graph/client.ts';
import { toProblem } from './lib/problem.ts';
import { createRunner, isUnderWay } from './runs/runner.ts';
import { workFor } from './runs/work-for.ts';
import { createPreferences } from './ui/preferences.ts';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);
const preferences = createPreferences();

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
  const runner = createRunner({
    workFor: (intent) => workFor(graph, intent),
    prepare: (scopes) => graph.prepare(scopes),
    account: session.account.get,
    onChanged(run) {
      for (const queryKey of run.touches) void queryClient.invalidateQueries({ queryKey });
    },
  });
  addEventListener('beforeunload', (event) => {
    if (isUnderWay(runner.runs.get())) event.preventDefault();
  });
  const router = createAppRouter({ graph, queryClient, runner, session });
  root.render(<App router={router} queryClient={queryClient} session={session} preferences={preferences} />);
}

start().catch((error: unknown) => {
  root.render(<StartFailure problem={toProblem(error)} preferences={preferences} />);
});
