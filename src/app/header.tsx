import { Button } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { PersonRegular } from '@fluentui/react-icons/svg/person';
import { PersonSwapRegular } from '@fluentui/react-icons/svg/person-swap';
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out';
import { Link, useRouteContext } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { type Account, useSession } from '../auth/session.ts';
import { isUnderWay } from '../runs/model/run.ts';
import { Popover } from '../ui/popover.tsx';
import styles from './header.module.css';

/** Who is signed in, to which tenant and cloud: always in sight, since every click acts there. */
export function Header({ account }: { account: Account }) {
  const session = useSession();
  const { lateFrame, runner } = useRouteContext({ from: '__root__' });
  const late = useSyncExternalStore(lateFrame.subscribe, lateFrame.get);
  const [isAsking, setAsking] = useState(false);
  const domain = account.username.split('@')[1] ?? account.tenantId;
  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand}>
        Actiondesk
      </Link>
      <span className={styles.space} />
      <span
        className={session.simulated ? `${styles.tenant} ${styles.simulated}` : styles.tenant}
        title={`Tenant ${account.tenantId}, cloud: ${session.cloud}`}
      >
        {session.simulated && <BeakerRegular />}
        <bdi>{domain}</bdi>
        <span className={styles.cloud}>{session.simulated ? 'Simulated tenant' : session.cloud}</span>
      </span>
      <Popover
        trigger={(props) => (
          <Button
            {...props}
            appearance="subtle"
            icon={<PersonRegular />}
            className={styles.account ?? ''}
            aria-label={`Account: ${account.displayName}`}
          >
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
            onClick={() => (isUnderWay(runner.runs.get()) ? setAsking(true) : void session.signOut())}
            className={styles.item ?? ''}
          >
            Sign out
          </Button>
        </div>
      </Popover>
      {isAsking && late && <late.SignOutDialog runner={runner} onClose={() => setAsking(false)} />}
    </header>
  );
}
