import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useAccount } from '../../auth/session.ts';
import { profilesQuery } from '../../resources/driver-profiles/queries.ts';
import { areasOf } from './areas.ts';
import { failedTile, resultsTile } from './late-tiles.ts';
import { Overview } from './overview.tsx';
import { taskTile } from './task-tiles.ts';
import { Tile } from './tiles.tsx';
import { useTasks } from './use-tasks.ts';

const route = getRouteApi('/');

// Panels, charts and what the history knows come after the numbers, which need none of them.
const loadRest = () => import('./late-overview.tsx');
const LateTiles = lazy(async () => ({ default: (await loadRest()).LateTiles }));
const LatePanels = lazy(async () => ({ default: (await loadRest()).LatePanels }));

/** How long the rest waits for the numbers, in ms. */
const patience = 2_000;

/** What needs the signed-in person, over everything: the page that everyone starts with. */
export function OverviewPage() {
  const { graph, session } = route.useRouteContext();
  const areas = areasOf(useAccount().roles, session.hasDefender);
  const profiles = useQuery({ ...profilesQuery(graph), enabled: areas.drivers });
  const tasks = useTasks(graph, areas.incidents);
  const isLoading = (areas.drivers && profiles.isPending) || (areas.incidents && tasks.query.isPending);
  const [hasNumbers, setHasNumbers] = useState(false);
  // The numbers are drawn before the code of the rest is asked for; where Graph is slow, what needs no Graph comes first.
  useEffect(() => {
    if (!isLoading) return setHasNumbers(true);
    const timer = setTimeout(() => setHasNumbers(true), patience);
    return () => clearTimeout(timer);
  }, [isLoading]);
  const places = (
    <>
      {areas.incidents && (
        <>
          <Tile {...taskTile(tasks)} />
          <Tile {...failedTile} count={null} second="loading…" />
        </>
      )}
      <Tile {...resultsTile} count={null} second="loading…" />
    </>
  );
  return (
    <Overview
      lateTiles={
        hasNumbers ? (
          <Suspense fallback={places}>
            <LateTiles />
          </Suspense>
        ) : (
          places
        )
      }
    >
      {hasNumbers && (
        <Suspense fallback={null}>
          <LatePanels />
        </Suspense>
      )}
    </Overview>
  );
}
