import { Outlet, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useSession } from '../auth/session.ts';
import { Header } from './header.tsx';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { SignInPage } from './sign-in-page.tsx';
import { WaitNotice } from './wait-notice.tsx';

// The start of the app does not wait for what only a run needs.
const RunPanel = lazy(async () => ({ default: (await import('../run-panel/run-panel.tsx')).RunPanel }));

/** The frame of every page; somebody signed out sees the sign-in page at any address, and comes back to it. */
export function Shell() {
  const { account, refusal } = useSession();
  const current = useSyncExternalStore(account.subscribe, account.get);
  const refused = useSyncExternalStore(refusal.subscribe, refusal.get);
  const { runner, graph } = useRouteContext({ from: '__root__' });
  const hasRuns = useSyncExternalStore(runner.runs.subscribe, () => runner.runs.get().length > 0);
  if (!current) return <SignInPage problem={refused?.problem} />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <Header account={current} />
      <Navigation />
      <main id="main" className={styles.main} tabIndex={-1}>
        <WaitNotice waitingUntil={graph.waitingUntil} />
        <div className={styles.page}>
          <Outlet />
        </div>
      </main>
      {hasRuns && (
        <Suspense fallback={null}>
          <RunPanel runner={runner} />
        </Suspense>
      )}
    </div>
  );
}
