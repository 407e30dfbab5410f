import { Button } from '@fluentui/react-components';
import { useSession } from '../auth/session.ts';
import type { Problem } from '../lib/problem.ts';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import styles from './sign-in-page.module.css';

/** The page without an account. Going to the sign-in page takes a click, so it can never loop. */
export function SignInPage({ problem }: { problem: Problem | undefined }) {
  const session = useSession();
  return (
    <main className={styles.page}>
      <title>Sign in - Actiondesk</title>
      <h1 className={styles.title}>Actiondesk</h1>
      <p>
        Approve Windows drivers across Intune profiles, run Defender response actions, and see the result of
        each one.
      </p>
      {session.returned === 'adminConsent' && (
        <p role="status">
          <strong>Microsoft’s page reports that the permissions were granted.</strong> The person who asked
          can try again now.
        </p>
      )}
      {session.returned === 'adminConsentRefused' && (
        <p role="status">Microsoft’s page reports that the permissions weren’t granted.</p>
      )}
      {problem && <ProblemBanner problem={problem} />}
      <div className={styles.buttons}>
        <Button appearance="primary" size="large" onClick={() => void session.signIn()}>
          Sign in
        </Button>
        <Button size="large" onClick={() => void session.switchAccount()}>
          Use another account
        </Button>
      </div>
      <p className={styles.note}>
        {session.simulated
          ? 'Simulated tenant: the people are made up, there are no passwords, and nothing here is real.'
          : `You work with your own permissions in your own tenant (cloud: ${session.cloud}). Actiondesk asks for access when it needs it.`}
      </p>
    </main>
  );
}
