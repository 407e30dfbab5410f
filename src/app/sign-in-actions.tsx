import { useRefusal, useSession } from '../auth/session.ts';
import type { Problem } from '../lib/problem.ts';
import { Button } from '../ui/button.tsx';
import styles from './sign-in-actions.module.css';

/** The ways to the sign-in page that a problem calls for, offered inside its banner. */
export function SignInActions({ problem }: { problem: Problem }) {
  const session = useSession();
  const scopes = problem.scopes ?? [];
  const refusal = useRefusal(scopes);
  const refused = refusal && (
    <p className={styles.refusal}>
      {refusal.title} ({refusal.code}). {refusal.advice}
    </p>
  );
  switch (problem.kind) {
    case 'consentNeeded':
      return (
        <>
          {refused}
          <Button appearance="primary" onClick={() => void session.ask(scopes)}>
            {refusal ? 'Ask again' : 'Grant permission'}
          </Button>
          <AdminLink scopes={scopes} />
        </>
      );
    case 'stepUpNeeded':
      return (
        <>
          {refused}
          <Button appearance="primary" onClick={() => void session.ask(scopes, problem.claims)}>
            Continue to sign-in
          </Button>
        </>
      );
    case 'signInNeeded':
      return (
        <>
          {refused}
          <Button appearance="primary" onClick={() => void session.ask(scopes)}>
            Sign in again
          </Button>
        </>
      );
    case 'forbidden':
      return scopes.length > 0 ? <AdminLink scopes={scopes} /> : null;
    default:
      return null;
  }
}

function AdminLink({ scopes }: { scopes: readonly string[] }) {
  const { adminConsentUrl } = useSession();
  return (
    <a className={styles.link} href={adminConsentUrl(scopes)} target="_blank" rel="noopener noreferrer">
      Admin consent link
    </a>
  );
}
