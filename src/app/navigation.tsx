import { useQuery } from '@tanstack/react-query';
import { Link, useRouteContext } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useSyncExternalStore } from 'react';
import { fleetQuery } from '../resources/driver-profiles/fleet.ts';
import { profilesQuery } from '../resources/driver-profiles/queries.ts';
import { gapsOf } from '../resources/driver-updates/gaps.ts';
import { waitingOnce } from '../resources/driver-updates/waiting-once.ts';
import { tasksQuery } from '../resources/incident-tasks/queries.ts';
import { countOf, formatCount } from '../ui/format.ts';
import type { HistoryNeeds } from './desk.ts';
import styles from './navigation.module.css';
import {
  calendar,
  driverUpdates,
  handOver,
  history,
  incidents,
  incidentTasks,
  overview,
  type Place,
  plan,
  profiles,
  review,
  settings,
} from './places.ts';
import type { NavigationLook } from './use-navigation-look.ts';

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

/**
 * The pages, in groups, with what waits in them: as the lists that are loaded know it. Only what a run has made old is
 * loaded for it.
 *
 * @param props.needs what needs attention in the history
 * @param props.staged how many changes are staged
 */
export function Navigation({
  look,
  needs,
  staged,
}: {
  look: NavigationLook;
  needs: HistoryNeeds;
  staged: number;
}) {
  return (
    <nav className={styles.navigation} data-look={look} aria-label="Areas">
      <PlaceLink place={overview} look={look} />
      <Group label="Drivers">
        <ReviewLink look={look} />
        <PlaceLink place={driverUpdates} look={look} />
        <PlaceLink place={calendar} look={look} />
        <ProfilesLink look={look} />
        <PlaceLink
          place={plan}
          look={look}
          name={staged > 0 ? `${plan.label}, ${countOf(staged, 'staged change')}` : undefined}
        >
          {staged > 0 && <Count count={staged} />}
        </PlaceLink>
      </Group>
      <Group label="Incidents">
        <PlaceLink place={incidents} look={look} />
        <TasksLink look={look} />
        <PlaceLink place={handOver} look={look} />
      </Group>
      <Group label="Records">
        <HistoryLink look={look} needs={needs} />
      </Group>
      <span className={styles.space} />
      <PlaceLink place={settings} look={look} />
    </nav>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.group}>
      <span className={styles.heading} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

/** @param props.name the accessible name, where it says more than the label */
function PlaceLink({
  place,
  look,
  name,
  children,
}: {
  place: Place;
  look: NavigationLook;
  name?: string | undefined;
  children?: ReactNode;
}) {
  const { to, label, icon: Icon, currentIcon: CurrentIcon } = place;
  return (
    <Link
      to={to}
      // Every address lies below the overview's.
      activeOptions={{ exact: to === '/' }}
      className={styles.place}
      aria-label={name}
      title={look === 'rail' ? (name ?? label) : undefined}
    >
      {({ isActive }) => (
        <>
          <span className={styles.icon}>{isActive ? <CurrentIcon /> : <Icon />}</span>
          <span className={styles.label}>{label}</span>
          {children}
        </>
      )}
    </Link>
  );
}

/**
 * Counts the driver updates that wait in any profile, once each profile has loaded, or failed to. After a change there is no
 * number until they have loaded again.
 */
function ReviewLink({ look }: { look: NavigationLook }) {
  const { graph, queryClient } = useRouteContext({ from: '__root__' });
  const query = fleetQuery(graph, queryClient);
  const { data } = useQuery({ ...query, enabled: false });
  const isOld = useSyncExternalStore(
    queryClient.getQueryCache().subscribe,
    () => queryClient.getQueryState(query.queryKey)?.isInvalidated,
  );
  const waiting = useMemo(() => {
    const fleet = data?.profiles ?? [];
    return !isOld && gapsOf(fleet).loading.length === 0 ? waitingOnce(fleet).count : 0;
  }, [data, isOld]);
  const name = waiting > 0 ? `${review.label}, ${countOf(waiting, 'driver update')} to review` : undefined;
  return (
    <PlaceLink place={review} look={look} name={name}>
      {waiting > 0 && <Count count={waiting} />}
    </PlaceLink>
  );
}

/** Counts what the profiles say waits for review. A list that is loaded follows the runs, whatever page is open. */
function ProfilesLink({ look }: { look: NavigationLook }) {
  const { graph } = useRouteContext({ from: '__root__' });
  const { data } = useQuery({
    ...profilesQuery(graph),
    enabled: ({ state }) => state.data !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const waiting = data?.rows.reduce((sum, { newUpdates }) => sum + (newUpdates ?? 0), 0) ?? 0;
  const name = waiting > 0 ? `${profiles.label}, ${countOf(waiting, 'driver')} to review` : undefined;
  return (
    <PlaceLink place={profiles} look={look} name={name}>
      {waiting > 0 && <Count count={waiting} />}
    </PlaceLink>
  );
}

function TasksLink({ look }: { look: NavigationLook }) {
  const { graph, journal, runner } = useRouteContext({ from: '__root__' });
  const hasTasks = useQuery({ ...tasksQuery(graph), enabled: false }).data !== undefined;
  return (
    <PlaceLink place={incidentTasks} look={look}>
      {hasTasks && (
        <Suspense fallback={null}>
          <TasksBadge graph={graph} journal={journal} runner={runner} />
        </Suspense>
      )}
    </PlaceLink>
  );
}

/** Counts the results in the history that need attention, in red where something failed or is stuck. */
function HistoryLink({ look, needs }: { look: NavigationLook; needs: HistoryNeeds }) {
  const { attention, isFailure } = needs;
  const name = `${history.label}, ${countOf(attention, 'needs attention', 'need attention')}`;
  return (
    <PlaceLink place={history} look={look} name={attention > 0 ? name : undefined}>
      {attention > 0 && <Count count={attention} isFailure={isFailure} />}
    </PlaceLink>
  );
}

/** Drawn by the style sheet: the name of the link says it in words. */
function Count({ count, isFailure = false }: { count: number; isFailure?: boolean }) {
  return (
    <span
      className={isFailure ? `${styles.count} ${styles.failed}` : styles.count}
      data-count={formatCount(count)}
    />
  );
}
