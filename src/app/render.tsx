import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { Problem } from '../lib/problem.ts';
import { createPreferences } from '../ui/preferences.ts';
import { App } from './app.tsx';
import type { Desk } from './desk.ts';
import { firstRows } from './first-rows.ts';
import { forgetAtSignOut } from './forget-at-sign-out.ts';
import { keepStorage } from './kept-storage.ts';
import { loadSignInPage } from './load-sign-in-page.ts';
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
export async function renderApp(desk: Desk): Promise<void> {
  const { queryClient, runner, session } = desk;
  keepStorage(runner.runs);
  forgetAtSignOut(session);
  const router = createAppRouter({ ...desk, unforeseen });
  await Promise.all([router.load(), session.account.get() === null && loadSignInPage()]);
  // With its page loaded, the app is one tree, which React draws in slices: no key waits for all of it.
  startTransition(() =>
    root.render(
      <App router={router} queryClient={queryClient} session={session} preferences={preferences} />,
    ),
  );
  await firstRows(router, queryClient);
}

/** Says why there is no app. */
export function renderFailure(problem: Problem): void {
  root.render(<StartFailure problem={problem} preferences={preferences} />);
}
