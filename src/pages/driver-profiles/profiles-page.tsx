import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { toProblem } from '../../lib/problem.ts';
import { standings } from '../../resources/driver-profiles/standing.ts';
import { useFleet } from '../../resources/driver-profiles/use-fleet.ts';
import { Legend } from '../../ui/charts/stacked-bar.tsx';
import { matchingRows } from '../../ui/data-grid/row-model.ts';
import { countOf } from '../../ui/format.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useAsked, useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { useList } from '../../ui/list-page/use-list.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { EmptyState } from '../../ui/page.tsx';
import { PartBoundary } from '../../ui/part-boundary.tsx';
import { useNow } from '../../ui/use-now.ts';
import { devicesText, reviewText } from './counts.ts';
import styles from './drivers-page.module.css';
import { LoadingCommands } from './loading-commands.tsx';
import { profileColumnsAt, profileRowName } from './profile-columns.tsx';
import { noFilters, profileFilters } from './profile-filters.ts';
import { profileRowId, rowOf, toReview } from './profile-row.ts';
import type { ProfilesSearch } from './search.ts';

const route = getRouteApi('/profiles');

// Commands need the engine, which comes after the first rows: so they come with it.
const ProfileActs = lazy(async () => ({ default: (await import('./profile-acts.tsx')).ProfileActs }));
const StagingBar = lazy(async () => ({
  default: (await import('../../plan/staging-bar/staging-bar.tsx')).StagingBar,
}));

/** The standings that every driver has one of; others are told where they occur. */
const usual = standings.filter(({ of }) => of !== 'other');

const noProfiles: readonly DriverProfile[] = [];

/** Every driver update profile: how its drivers stand, what waits for review, and what comes next. */
export function ProfilesPage() {
  const { graph, lateFrame, runner } = route.useRouteContext();
  const hasEngine = useSyncExternalStore(lateFrame.subscribe, () => lateFrame.get() !== null);
  const navigate = useNavigate();
  const asked = useAsked(route.useSearch(), useChangeSearch<ProfilesSearch>(), {
    filters: profileFilters,
    noFilters,
  });
  const { profiles, fleet, refresh } = useFleet(graph, true);
  const query = { ...profiles, refetch: refresh };
  const isForbidden = query.error !== null && toProblem(query.error).kind === 'forbidden';
  const now = useNow();
  const columns = useMemo(() => profileColumnsAt(now), [now]);
  const rows = useMemo(() => fleet.map(rowOf), [fleet]);
  const read = { query, rows, isComplete: query.data?.isComplete === true, setAside: query.data?.setAside };
  const list = useList(read, asked, {
    name: 'profiles',
    noun: 'profile',
    columns,
    twoLines: true,
    rowId: profileRowId,
    // Their drivers come one profile after the other: that is no news.
    marksChanges: false,
  });
  const selection = useSelection(list, 'profiles');
  const isFiltered = asked.isFiltered || asked.search.q !== undefined;
  const loading = <LoadingCommands isFiltered={isFiltered} />;
  return (
    <ListPage
      title="Driver profiles"
      facts={
        <ReadFacts
          query={query}
          facts={[
            countOf(rows.length, 'profile'),
            devicesText(rows.map(({ profile }) => profile.deviceReporting)),
            reviewText(rows.map(toReview)),
          ]}
        >
          <span className={styles.portal}>Driver update policies in Intune</span>
        </ReadFacts>
      }
      commands={
        <PartBoundary name="Commands">
          <Suspense fallback={loading}>
            {hasEngine ? (
              <ProfileActs
                selection={selection}
                listed={Array.from(matchingRows(list.view), ({ profile }) => profile)}
                isFiltered={isFiltered}
                runner={runner}
                isForbidden={isForbidden}
                isComplete={read.isComplete}
                profiles={query.data?.rows ?? noProfiles}
                graph={graph}
              />
            ) : (
              loading
            )}
          </Suspense>
        </PartBoundary>
      }
      filters={<FilterRow list={list} selection={selection} legend={<Legend keys={usual} />} />}
      foot={
        hasEngine && (
          <PartBoundary name="Staged changes">
            <Suspense fallback={null}>
              <StagingBar />
            </Suspense>
          </PartBoundary>
        )
      }
    >
      <ListGrid
        label="Driver profiles"
        list={list}
        selection={selection}
        rowName={profileRowName}
        onOpen={({ profile }) =>
          void navigate({ to: '/profiles/$profileId', params: { profileId: profile.id } })
        }
        empty={
          <EmptyState title="No driver update profiles">
            <p>
              <strong>New profile</strong> creates the first one, as the Intune admin center does under
              Devices &gt; Windows updates &gt; Driver updates. You need an Intune license and a Windows
              license that includes driver management.
            </p>
          </EmptyState>
        }
      />
    </ListPage>
  );
}
