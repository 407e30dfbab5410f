import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAccount } from '../../auth/session.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import { useFleet } from '../../resources/driver-profiles/use-fleet.ts';
import { taskKeys } from '../../resources/incident-tasks/queries.ts';
import { incidentKeys } from '../../resources/incidents/queries.ts';
import { readAgain } from '../../resources/read-again.ts';
import { formatDay } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import type { Read } from '../../ui/query-state.tsx';
import { RefreshButton } from '../../ui/refresh-button.tsx';
import { Age } from '../../ui/time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { areasOf } from './areas.ts';
import { driverTiles } from './driver-tiles.tsx';
import { Failures } from './failures.tsx';
import styles from './overview.module.css';
import { Tiles } from './tiles.tsx';
import { useTasks } from './use-tasks.ts';

const route = getRouteApi('/');

/**
 * The numbers that may need a person, and what comes below them.
 *
 * @param props.lateTiles numbers that come with the panels
 */
export function Overview({ lateTiles, children }: { lateTiles: ReactNode; children: ReactNode }) {
  const { graph, session } = route.useRouteContext();
  const { roles } = useAccount();
  const queryClient = useQueryClient();
  const now = useNow();
  const areas = areasOf(roles, session.hasDefender);
  const drivers = useFleet(graph, areas.drivers);
  const tasks = useTasks(graph, areas.incidents);
  const areasRead = [
    ...(areas.drivers ? [{ name: 'Drivers', query: drivers.profiles }] : []),
    ...(areas.incidents ? [{ name: 'Incident tasks', query: tasks.query }] : []),
  ];
  const reads = areasRead.map(({ query }) => query);
  const isFetching = reads.some((read) => read.isFetching) || (areas.drivers && drivers.isFetching);
  return (
    <Page
      title="Overview"
      facts={
        <>
          <span>{formatDay(now)}</span>
          <Loaded reads={reads} isFetching={isFetching} />
          <RefreshButton
            isBusy={isFetching}
            onRefresh={() => {
              for (const queryKey of [profileKeys.all, taskKeys.all, incidentKeys.all])
                readAgain(queryClient, { queryKey });
            }}
          />
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <section className={styles.page} aria-label="Overview" tabIndex={0}>
        <Tiles tiles={areas.drivers ? driverTiles(drivers, now) : []}>{lateTiles}</Tiles>
        <Failures areas={areasRead} />
        {children}
      </section>
    </Page>
  );
}

function Loaded({ reads, isFetching }: { reads: readonly Read[]; isFetching: boolean }) {
  // One area may be missing: the numbers of the other have an age.
  const oldest = Math.min(...reads.flatMap(({ dataUpdatedAt }) => dataUpdatedAt || []));
  return (
    <span>
      {isFetching ? (
        'Loading…'
      ) : oldest === Number.POSITIVE_INFINITY ? (
        'Not loaded'
      ) : (
        <>
          Updated <Age instant={oldest} />
        </>
      )}
    </span>
  );
}
