import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { toProblem } from '../../lib/problem.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import { useRowView } from '../../ui/data-grid/use-row-view.ts';
import { countOf } from '../../ui/format.ts';
import { GridSection } from '../../ui/grid-section.tsx';
import { EmptyState, Page } from '../../ui/page.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { ReadFacts } from '../../ui/read-facts.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { readSort, writeSort } from '../../ui/sort-param.ts';
import { readKeptIds, useKeptState } from '../../ui/use-kept-state.ts';
import { useNow } from '../../ui/use-now.ts';
import { reviewText } from './counts.ts';
import { profileColumnsAt, profileId } from './profile-columns.tsx';
import { ProfileCommands } from './profile-commands.tsx';
import { profilesReads } from './reads.ts';

const route = getRouteApi('/profiles');
const noProfiles: readonly DriverProfile[] = [];
const nothing: ReadonlySet<string> = new Set();

/** Every driver update profile, and where drivers wait for review. */
export function ProfilesPage() {
  const { graph, runner } = route.useRouteContext();
  const { q = '', sort } = route.useSearch();
  const navigate = useNavigate({ from: '/profiles' });
  const [{ density }] = usePreferences();
  const query = useQuery(profilesReads.of({ graph }, {}).profiles);
  const rows = query.data?.rows ?? noProfiles;
  const now = useNow();
  const columns = useMemo(() => profileColumnsAt(now), [now]);
  const gridSort = readSort(sort);
  const view = useRowView(rows, columns, {
    search: q,
    sort: gridSort,
    hold: {
      rowId: profileId,
      filters: '',
      isComplete: query.data?.isComplete === true,
      isLoading: query.isFetching,
    },
  });
  const [selection, setSelection] = useKeptState(
    'selection.profiles',
    nothing,
    (ids) => [...ids],
    readKeptIds,
  );

  return (
    <Page
      title="Driver profiles"
      facts={
        <ReadFacts query={query} facts={query.data && [countOf(rows.length, 'profile'), reviewText(rows)]}>
          <span>Driver update policies in Intune</span>
        </ReadFacts>
      }
    >
      <ProfileCommands view={view} selection={selection} onSelectionChange={setSelection} runner={runner} />
      <SearchBox
        label="Search profiles"
        value={q}
        onChange={(text) =>
          void navigate({ search: (before) => ({ ...before, q: text || undefined }), replace: true })
        }
        matching={view.matching}
        total={query.data && view.total}
      />
      <GridSection
        problem={query.error ? toProblem(query.error) : undefined}
        setAside={query.data?.setAside}
        onRetry={() => void query.refetch()}
        isEmpty={rows.length === 0}
      >
        <DataGrid
          label="Driver profiles"
          columns={columns}
          view={view}
          rowId={profileId}
          rowName={profileName}
          density={density}
          sort={gridSort}
          onSortChange={(next) =>
            void navigate({ search: (before) => ({ ...before, sort: writeSort(next) }), replace: true })
          }
          selection={selection}
          onSelectionChange={setSelection}
          allLabel={`Select all ${countOf(view.matching, 'matching profile')}`}
          busy={query.isFetching}
          loadingRows={query.isPending ? 12 : undefined}
          storageKey="profiles"
          empty={
            q ? (
              <EmptyState title={`No profile matches “${q}”`}>
                <p>Clear the search to see all {countOf(rows.length, 'profile')}.</p>
              </EmptyState>
            ) : (
              <EmptyState title="No driver update profiles">
                <p>
                  Create profiles in the Intune admin center:{' '}
                  <strong>Devices &gt; Windows updates &gt; Driver updates</strong>. You need an Intune
                  license and a Windows license that includes driver management.
                </p>
              </EmptyState>
            )
          }
        />
      </GridSection>
    </Page>
  );
}
