import type { Problem } from '../lib/problem.ts';
import type { Store } from '../lib/store.ts';
import { type Preferences, PreferencesProvider } from '../ui/preferences.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import styles from './start-failure.module.css';
import { Theme } from './theme.tsx';

/** What is shown instead of the app when it cannot start: config.json, a page that is not secure, no sign-in. */
export function StartFailure({
  problem,
  preferences,
}: {
  problem: Problem;
  preferences: Store<Preferences>;
}) {
  return (
    <PreferencesProvider value={preferences}>
      <Theme>
        <main className={styles.page}>
          <title>Actiondesk can’t start</title>
          <h1 className={styles.title}>Actiondesk can’t start</h1>
          <ProblemBanner problem={problem} />
        </main>
      </Theme>
    </PreferencesProvider>
  );
}
