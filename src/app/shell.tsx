import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useSession } from '../auth/session.ts';
import { Frame } from './frame.tsx';
import { loadSignInPage } from './load-sign-in-page.ts';

const SignInPage = lazy(async () => ({ default: (await loadSignInPage()).SignInPage }));

/** The frame of every page. Without an account, every address shows the sign-in page, and signing in comes back to it. */
export function Shell() {
  const { account, refusal } = useSession();
  const current = useSyncExternalStore(account.subscribe, account.get);
  const refused = useSyncExternalStore(refusal.subscribe, refusal.get);
  if (current) return <Frame account={current} />;
  return (
    <Suspense>
      <SignInPage problem={refused?.problem} />
    </Suspense>
  );
}
