import type { FluentIcon } from '@fluentui/react-icons/svg';
import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouteContext } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState, useSyncExternalStore } from 'react';
import { tasksQuery } from '../resources/incident-tasks/queries.ts';
import { countOf, formatCount } from '../ui/format.ts';
import type { HistoryNeeds } from './desk.ts';
import styles from './navigation.module.css';

// Comes with the page of the tasks: without their list there is nothing to count. Where its code can't be loaded, the
// navigation works without it.
const TasksBadge = lazy(() =>
  import('../pages/incident-tasks/tasks-badge.tsx').then(
    (module) => ({ default: module.TasksBadge }),
    (): { default: typeof import('../pages/incident-tasks/tasks-badge.tsx').TasksBadge } => ({
      default: () => null,
    }),
  ),
);

const places = [
  { to: '/', label: 'Overview', icon: HomeRegular, Link: PlaceLink },
  { to: '/profiles', label: 'Driver profiles', icon: AppsListRegular, Link: PlaceLink },
  { to: '/incident-tasks', label: 'Incident tasks', icon: ShieldTaskRegular, Link: TasksLink },
  { to: '/history', label: 'History', icon: HistoryRegular, Link: HistoryLink },
  { to: '/settings', label: 'Settings', icon: SettingsRegular, Link: PlaceLink },
] as const;

interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: FluentIcon;
}

export function Navigation() {
  return (
    <nav className={styles.navigation} aria-label="Areas">
      {places.map(({ Link: Place, ...place }) => (
        <Place key={place.to} {...place} />
      ))}
    </nav>
  );
}

/** @param props.name the accessible name, where it says more than the label */
function PlaceLink({
  to,
  label,
  icon: Icon,
  name,
  children,
}: Place & { name?: string; children?: ReactNode }) {
  return (
    // Every address lies below the overview's.
    <Link to={to} activeOptions={{ exact: to === '/' }} className={styles.place} aria-label={name}>
      <span className={styles.icon}>
        <Icon />
      </span>
      {label}
      {children}
    </Link>
  );
}

function TasksLink(place: Place) {
  const { graph, journal, runner } = useRouteContext({ from: '__root__' });
  const hasTasks = useQuery({ ...tasksQuery(graph), enabled: false }).data !== undefined;
  return (
    <PlaceLink {...place}>
      {hasTasks && (
        <Suspense fallback={null}>
          <TasksBadge graph={graph} journal={journal} runner={runner} />
        </Suspense>
      )}
    </PlaceLink>
  );
}

/** Counts the results in the history that need attention, in red where something failed or is stuck. */
function HistoryLink(place: Place) {
  const { lateFrame } = useRouteContext({ from: '__root__' });
  // The page's own data comes first: the journal may keep a thousand runs.
  const late = useSyncExternalStore(lateFrame.subscribe, lateFrame.get);
  const [{ attention, isFailure }, setNeeds] = useState<HistoryNeeds>({ attention: 0, isFailure: false });
  const name = `${place.label}, ${countOf(attention, 'needs attention', 'need attention')}`;
  return (
    <>
      {late && <late.HistoryWatch onChange={setNeeds} />}
      <PlaceLink {...place} {...(attention > 0 && { name })}>
        {attention > 0 && (
          <span
            className={isFailure ? `${styles.count} ${styles.failed}` : styles.count}
            // Drawn by the style sheet: the name of the link says it in words.
            data-count={formatCount(attention)}
          />
        )}
      </PlaceLink>
    </>
  );
}
