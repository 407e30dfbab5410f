import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouteContext } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { tasksQuery } from '../resources/incident-tasks/queries.ts';
import { HistoryAttention } from './history-attention.tsx';
import styles from './navigation.module.css';

// Comes with the page of the tasks: without their list there is nothing to count. Where its code can't be loaded, the
// navigation works without it.
const TasksBadge = lazy(() =>
  import('../incident-tasks/tasks-badge.tsx').then(
    (module) => ({ default: module.TasksBadge }),
    (): { default: typeof import('../incident-tasks/tasks-badge.tsx').TasksBadge } => ({
      default: () => null,
    }),
  ),
);

const places = [
  { to: '/profiles', label: 'Driver profiles', icon: AppsListRegular },
  { to: '/incident-tasks', label: 'Incident tasks', icon: ShieldTaskRegular },
  { to: '/history', label: 'History', icon: HistoryRegular },
  { to: '/settings', label: 'Settings', icon: SettingsRegular },
] as const;

export function Navigation() {
  const { graph, journal, runner } = useRouteContext({ from: '__root__' });
  const hasTasks = useQuery({ ...tasksQuery(graph), enabled: false }).data !== undefined;
  return (
    <nav className={styles.navigation} aria-label="Areas">
      {places.map(({ to, label, icon: Icon }) => (
        <Link key={to} to={to} className={styles.place}>
          <span className={styles.icon}>
            <Icon />
          </span>
          {label}
          {to === '/history' && <HistoryAttention />}
          {to === '/incident-tasks' && hasTasks && (
            <Suspense fallback={null}>
              <TasksBadge graph={graph} journal={journal} runner={runner} />
            </Suspense>
          )}
        </Link>
      ))}
    </nav>
  );
}
