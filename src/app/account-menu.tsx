import { PersonSwapRegular } from '@fluentui/react-icons/headless/svg/person-swap';
import { SignOutRegular } from '@fluentui/react-icons/headless/svg/sign-out';
import { type Account, useSession } from '../auth/session.ts';
import { Button } from '../ui/button.tsx';
import { Popover } from '../ui/popover.tsx';
import styles from './header.module.css';

/** Who is signed in, and the ways out. */
export function AccountMenu({ account, onSignOut }: { account: Account; onSignOut: () => void }) {
  const session = useSession();
  return (
    <Popover
      trigger={(props) => (
        <Button
          {...props}
          appearance="subtle"
          className={styles.account ?? ''}
          aria-label={`Account: ${account.displayName}`}
        >
          <span className={styles.avatar} data-initials={initialsOf(account.displayName)} />
          <bdi className={styles.name}>{account.displayName}</bdi>
        </Button>
      )}
    >
      <div className={styles.menu}>
        <p className={styles.who}>
          <strong>
            <bdi>{account.displayName}</bdi>
          </strong>
          <bdi>{account.username}</bdi>
          <span>
            Tenant <code>{account.tenantId}</code>
          </span>
          <span>
            {session.simulated ? 'Simulated tenant: nothing here is real' : `Cloud: ${session.cloud}`}
          </span>
        </p>
        <Button
          appearance="subtle"
          icon={<PersonSwapRegular />}
          onClick={() => void session.switchAccount()}
          className={styles.item ?? ''}
        >
          Switch account
        </Button>
        <Button
          appearance="subtle"
          icon={<SignOutRegular />}
          onClick={onSignOut}
          className={styles.item ?? ''}
        >
          Sign out
        </Button>
      </div>
    </Popover>
  );
}

/** "DD" for Dana Driver. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const first = words[0]?.match(/^\p{L}/u)?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.match(/^\p{L}/u)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}
