import { createRoot } from 'react-dom/client';
import type { Problem } from '../lib/problem.ts';
import { createPreferences } from '../ui/preferences.ts';
import { App } from './app.tsx';
import type { Desk } from './desk.ts';
import { firstRows } from './first-rows.ts';
import { keepStorage } from './kept-storage.ts';
import { endOldServiceWorkers } from './old-service-workers.ts';
import { createAppRouter } from './routes.tsx';
import { StartFailure } from './start-failure.tsx';
import { watchUnforeseen } from './unforeseen.ts';

const element = document.getElementById('root');
if (!element) throw new Error('index.html has no #root');
const root = createRoot(element);
const preferences = createPreferences();
const unforeseen = watchUnforeseen();
// A worker that can't be ended now is ended at the next start.
endOldServiceWorkers().catch(() => undefined);

/** Puts the app in the place of the skeleton. Resolves when the first rows are drawn. */
export function renderApp(desk: Desk): Promise<void> {
  keepStorage(desk.runner.runs);
  const router = createAppRouter({ ...desk, unforeseen });
  root.render(
    <App router={router} queryClient={desk.queryClient} session={desk.session} preferences={preferences} />,
  );
  return firstRows(router, desk.queryClient);
}

/** Says why there is no app. */
export function renderFailure(problem: Problem): void {
  root.render(<StartFailure problem={problem} preferences={preferences} />);
}
