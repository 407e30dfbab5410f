import type { Returned } from '../auth/returned.ts';
import { useSession } from '../auth/session.ts';
import type { Problem } from '../lib/problem.ts';
import { Button } from '../ui/button.tsx';
import { ProblemBanner } from '../ui/problem-banner.tsx';
import styles from './sign-in-page.module.css';

const returnedTexts: Record<NonNullable<Returned>, string> = {
  adminConsent: 'Microsoft reports that the permissions were granted. You can try again now.',
  adminConsentRefused: 'Microsoft reports that the permissions weren’t granted.',
  // The admin may have opened the link in another browser, or the address may be forged.
  adminConsentUnproven:
    'Actiondesk can’t tell here whether permissions were granted. The person who sent you the link can try again and see.',
};

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
      {session.returned && <p role="status">{returnedTexts[session.returned]}</p>}
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
