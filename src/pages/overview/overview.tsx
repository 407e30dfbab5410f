import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAccount } from '../../auth/session.ts';
import { toProblem } from '../../lib/problem.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import { useFleet } from '../../resources/driver-profiles/use-fleet.ts';
import { taskKeys } from '../../resources/incident-tasks/queries.ts';
import { incidentKeys } from '../../resources/incidents/queries.ts';
import { formatDay } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { QueryState, type Read } from '../../ui/query-state.tsx';
import { Age } from '../../ui/time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { areasOf } from './areas.ts';
import { driverTiles } from './driver-tiles.ts';
import styles from './overview.module.css';
import { taskTiles } from './task-tiles.ts';
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
  const reads = [...(areas.drivers ? [drivers.profiles] : []), ...(areas.incidents ? [tasks.query] : [])];
  const isFetching = reads.some((read) => read.isFetching) || (areas.drivers && drivers.isFetching);
  return (
    <Page
      title="Overview"
      facts={
        <>
          <span>{formatDay(now)}</span>
          <Loaded reads={reads} isFetching={isFetching} />
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={isFetching}
            onClick={() => {
              for (const queryKey of [profileKeys.all, taskKeys.all, incidentKeys.all])
                void queryClient.invalidateQueries({ queryKey });
            }}
          >
            Refresh
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard to be scrolled */}
      <section className={styles.page} aria-label="Overview" tabIndex={0}>
        <Tiles
          tiles={[
            ...(areas.drivers ? driverTiles(drivers, now) : []),
            ...(areas.incidents ? taskTiles(tasks) : []),
          ]}
        >
          {lateTiles}
        </Tiles>
        {reads.map((read, index) => (
          <Failure key={index === 0 ? 'first' : 'second'} read={read} />
        ))}
        {children}
      </section>
    </Page>
  );
}

/** A missing permission is told by the numbers themselves: the person may work on the other area alone. */
function Failure({ read }: { read: Read }) {
  const isForbidden = read.error !== null && toProblem(read.error).kind === 'forbidden';
  return isForbidden ? null : <QueryState query={read} isEmpty />;
}

function Loaded({ reads, isFetching }: { reads: readonly Read[]; isFetching: boolean }) {
  const oldest = Math.min(...reads.map(({ dataUpdatedAt }) => dataUpdatedAt));
  return (
    <span>
      {isFetching ? (
        'Loading…'
      ) : oldest === 0 ? (
        'Not loaded'
      ) : (
        <>
          Updated <Age instant={oldest} />
        </>
      )}
    </span>
  );
}
