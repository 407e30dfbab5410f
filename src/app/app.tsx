import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useState } from 'react';
import { type Session, SessionProvider } from '../auth/session.ts';
import { createStore, type Store } from '../lib/store.ts';
import { type CommandGroup, Commands } from '../ui/commands.ts';
import { type KeyGroup, Keys } from '../ui/keys/keys.ts';
import { SignInBanners } from '../ui/one-banner.ts';
import { type Preferences, PreferencesProvider } from '../ui/preferences.ts';
import { ProblemActions } from '../ui/problem-banner.tsx';
import { createRegistry } from '../ui/registry.ts';
import { TitleMark } from '../ui/title-mark.ts';
import type { createAppRouter } from './routes.tsx';
import { SignInActions } from './sign-in-actions.tsx';
import { Theme } from './theme.tsx';

/** The app around its routes. */
export function App({
  router,
  queryClient,
  session,
  preferences,
}: {
  router: ReturnType<typeof createAppRouter>;
  queryClient: QueryClient;
  session: Session;
  preferences: Store<Preferences>;
}) {
  const [signInBanners] = useState(() => createStore<readonly string[]>([]));
  const [keys] = useState(() => createRegistry<KeyGroup>());
  const [commands] = useState(() => createRegistry<CommandGroup>());
  const [titleMark] = useState(() => createStore(''));
  return (
    <StrictMode>
      <PreferencesProvider value={preferences}>
        <Theme>
          <QueryClientProvider client={queryClient}>
            <SessionProvider value={session}>
              <ProblemActions value={(problem) => <SignInActions problem={problem} />}>
                <SignInBanners value={signInBanners}>
                  <Keys value={keys}>
                    <Commands value={commands}>
                      <TitleMark value={titleMark}>
                        <RouterProvider router={router} />
                      </TitleMark>
                    </Commands>
                  </Keys>
                </SignInBanners>
              </ProblemActions>
            </SessionProvider>
          </QueryClientProvider>
        </Theme>
      </PreferencesProvider>
    </StrictMode>
  );
}
