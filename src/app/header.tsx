import { BeakerRegular } from '@fluentui/react-icons/headless/svg/beaker';
import { KeyboardRegular } from '@fluentui/react-icons/headless/svg/keyboard';
import { NavigationRegular } from '@fluentui/react-icons/headless/svg/navigation';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Account, useSession } from '../auth/session.ts';
import { Button } from '../ui/button.tsx';
import { AccountMenu } from './account-menu.tsx';
import styles from './header.module.css';
import type { NavigationLook } from './use-navigation-look.ts';

/**
 * One line above every page. Who is signed in, to which tenant and cloud, is always in sight: every click acts there.
 *
 * @param props.search finds pages, things and commands
 * @param props.children what is under way
 */
export function Header({
  account,
  look,
  isMenuOpen,
  search,
  children,
  onNavigation,
  onHelp,
  onSignOut,
}: {
  account: Account;
  look: NavigationLook;
  isMenuOpen: boolean;
  search: ReactNode;
  children?: ReactNode;
  onNavigation: () => void;
  onHelp: () => void;
  onSignOut: () => void;
}) {
  return (
    <header className={styles.header}>
      <Button
        appearance="subtle"
        icon={<NavigationRegular />}
        aria-label="Navigation"
        aria-expanded={look === 'menu' ? isMenuOpen : look === 'full'}
        title={navigationTips[look]}
        onClick={onNavigation}
        className={styles.icon ?? ''}
      />
      <Link to="/" className={styles.brand} aria-label="Actiondesk">
        <Mark />
        <span className={styles.product}>Actiondesk</span>
      </Link>
      {search}
      <span className={styles.space} />
      {children}
      <TenantPill account={account} />
      <Button
        appearance="subtle"
        icon={<KeyboardRegular />}
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={onHelp}
        className={`${styles.icon} ${styles.keyboard}`}
      />
      <AccountMenu account={account} onSignOut={onSignOut} />
    </header>
  );
}

const navigationTips: Readonly<Record<NavigationLook, string>> = {
  full: 'Show icons only',
  rail: 'Show names',
  menu: 'Open the menu',
};

function TenantPill({ account }: { account: Account }) {
  const session = useSession();
  const domain = account.username.split('@')[1] ?? account.tenantId;
  return (
    <span
      className={session.simulated ? `${styles.tenant} ${styles.simulated}` : styles.tenant}
      title={`Tenant ${account.tenantId}, cloud: ${session.cloud}`}
    >
      {session.simulated && <BeakerRegular />}
      <bdi className={styles.domain}>{domain}</bdi>
      <span className={styles.cloud}>{session.simulated ? 'Simulated tenant' : session.cloud}</span>
    </span>
  );
}

/** As in public/icon.svg. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true" fill="none" strokeLinecap="round">
      <rect width="32" height="32" rx="7" fill="#0f6cbd" />
      <path d="M8 10h10M8 16h7M8 22h5" stroke="#fff" strokeWidth="2.6" />
      <path d="m17 20 3.4 3.4L26 17" stroke="#fff" strokeWidth="2.8" strokeLinejoin="round" />
    </svg>
  );
}
