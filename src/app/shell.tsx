import { Outlet, useLocation, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useSession } from '../auth/session.ts';
import { PartBoundary } from '../ui/part-boundary.tsx';
import { Header } from './header.tsx';
import { JournalNotice } from './journal-notice.tsx';
import { loadSignInPage } from './load-sign-in-page.ts';
import { Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { UnforeseenNotice } from './unforeseen-notice.tsx';
import { WaitNotice } from './wait-notice.tsx';

const SignInPage = lazy(async () => ({ default: (await loadSignInPage()).SignInPage }));

/** The frame of every page. Without an account, every address shows the sign-in page, and signing in comes back to it. */
export function Shell() {
  const { account, refusal } = useSession();
  const current = useSyncExternalStore(account.subscribe, account.get);
  const refused = useSyncExternalStore(refusal.subscribe, refusal.get);
  const { runner, graph, lateFrame, queryClient, unforeseen } = useRouteContext({ from: '__root__' });
  const hasRuns = useSyncExternalStore(runner.runs.subscribe, () => runner.runs.get().length > 0);
  const late = useSyncExternalStore(lateFrame.subscribe, lateFrame.get);
  const isQuiet = useLocation({ select: ({ pathname }) => /^\/(history|settings)\b/.test(pathname) });
  if (!current) {
    return (
      <Suspense>
        <SignInPage problem={refused?.problem} />
      </Suspense>
    );
  }
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to main content
      </a>
      <Header account={current} />
      <Navigation />
      <main id="main" className={styles.main} tabIndex={-1}>
        <UnforeseenNotice unforeseen={unforeseen} />
        <WaitNotice waiting={graph.waiting} />
        <JournalNotice trouble={runner.trouble} />
        <div className={styles.page}>
          <Outlet />
        </div>
      </main>
      {hasRuns && late && (
        <div className={styles.runs}>
          <PartBoundary name="Results">
            <late.DockedRuns isQuiet={isQuiet} />
          </PartBoundary>
        </div>
      )}
      {late && <late.IdleNotice onBack={() => void queryClient.invalidateQueries()} />}
    </div>
  );
}
