import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task';
import { Link } from '@tanstack/react-router';
import { HistoryAttention } from './history-attention.tsx';
import styles from './navigation.module.css';

const places = [
  { to: '/profiles', label: 'Driver profiles', icon: AppsListRegular },
  { to: '/incident-tasks', label: 'Incident tasks', icon: ShieldTaskRegular },
  { to: '/history', label: 'History', icon: HistoryRegular },
  { to: '/settings', label: 'Settings', icon: SettingsRegular },
] as const;

export function Navigation() {
  return (
    <nav className={styles.navigation} aria-label="Areas">
      {places.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={styles.place}>
          <span className={styles.icon}>
            <Icon />
          </span>
          {label}
          {to === '/history' && <HistoryAttention />}
        </Link>
      ))}
    </nav>
  );
}
