import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { DriverProfile } from '../graph/driver-profiles.ts';
import { toProblem } from '../lib/problem.ts';
import { DataGrid } from '../ui/data-grid/data-grid.tsx';
import type { Column } from '../ui/data-grid/row-model.ts';
import { useRowView } from '../ui/data-grid/use-row-view.ts';
import { countOf, formatCount } from '../ui/format.ts';
import { GridSection } from '../ui/grid-section.tsx';
import { EmptyState, Page } from '../ui/page.tsx';
import { usePreferences } from '../ui/preferences.ts';
import { ReadFacts } from '../ui/read-facts.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { readSort, writeSort } from '../ui/sort-param.ts';
import { Day } from '../ui/time.tsx';
import { useNow } from '../ui/use-now.ts';
import { approvalTypeText, SyncLabel, syncText } from './labels.tsx';
import { profilesQuery } from './queries.ts';

const route = getRouteApi('/profiles');
const noProfiles: readonly DriverProfile[] = [];
const profileId = (profile: DriverProfile) => profile.id;
const profileName = (profile: DriverProfile) => profile.displayName;

/** Every driver update profile, and where drivers wait for review. */
export function ProfilesPage() {
  const { graph } = route.useRouteContext();
  const { q = '', sort } = route.useSearch();
  const navigate = useNavigate({ from: '/profiles' });
  const [{ density }] = usePreferences();
  const query = useQuery(profilesQuery(graph));
  const rows = query.data?.rows ?? noProfiles;
  const now = useNow();
  const columns = useMemo(() => columnsAt(now), [now]);
  const gridSort = readSort(sort);
  const view = useRowView(rows, columns, { search: q, sort: gridSort });
  const toReview = rows.reduce((sum, profile) => sum + (profile.newUpdates ?? 0), 0);

  return (
    <Page
      title="Driver profiles"
      facts={
        <ReadFacts
          query={query}
          facts={query.data && [countOf(rows.length, 'profile'), `${countOf(toReview, 'driver')} to review`]}
        />
      }
    >
      <SearchBox
        label="Search profiles"
        value={q}
        onChange={(text) =>
          void navigate({ search: (before) => ({ ...before, q: text || undefined }), replace: true })
        }
        matching={view.matching}
        total={view.total}
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
          busy={query.isFetching}
          loadingRows={query.isPending ? 12 : undefined}
          storageKey="profiles"
          empty={
            q ? (
              <EmptyState title={`No profile matches "${q}"`}>
                <p>Clear the search to see all {rows.length}.</p>
              </EmptyState>
            ) : (
              <EmptyState title="No driver update profiles">
                <p>
                  Profiles are made in the Intune admin center, under Devices, Windows updates, Driver
                  updates. They need an Intune licence, and a Windows Enterprise or Education one.
                </p>
              </EmptyState>
            )
          }
        />
      </GridSection>
    </Page>
  );
}

/** Ages are part of what a cell shows: columns are made anew with the clock. */
function columnsAt(now: number): readonly Column<DriverProfile>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 280,
      keep: true,
      text: (profile) => profile.displayName,
      sortValue: (profile) => profile.displayName,
      render: (profile) => (
        <Link to="/profiles/$profileId" params={{ profileId: profile.id }} tabIndex={-1}>
          <bdi>{profile.displayName || profile.id}</bdi>
        </Link>
      ),
    },
    {
      id: 'review',
      header: 'Drivers to review',
      width: 150,
      align: 'end',
      keep: true,
      text: (profile) => formatCount(profile.newUpdates),
      sortValue: (profile) => profile.newUpdates,
    },
    {
      id: 'approvalType',
      header: 'Approval',
      width: 120,
      text: approvalTypeText,
      sortValue: approvalTypeText,
    },
    {
      id: 'deferral',
      header: 'Deferral',
      width: 110,
      align: 'end',
      text: (profile) =>
        profile.approvalType === 'automatic' && profile.deploymentDeferralInDays !== null
          ? countOf(profile.deploymentDeferralInDays, 'day')
          : '–',
      sortValue: (profile) =>
        profile.approvalType === 'automatic' ? profile.deploymentDeferralInDays : null,
    },
    {
      id: 'devices',
      header: 'Devices reporting',
      width: 150,
      align: 'end',
      text: (profile) => formatCount(profile.deviceReporting),
      sortValue: (profile) => profile.deviceReporting,
    },
    {
      id: 'sync',
      header: 'Inventory',
      width: 240,
      text: (profile) => syncText(profile, now),
      sortValue: (profile) => profile.inventorySyncStatus?.lastSuccessfulSyncDateTime ?? null,
      render: (profile) => <SyncLabel profile={profile} now={now} />,
    },
    {
      id: 'modified',
      header: 'Last modified',
      width: 130,
      text: (profile) =>
        profile.lastModifiedDateTime === null ? '' : new Date(profile.lastModifiedDateTime).toISOString(),
      sortValue: (profile) => profile.lastModifiedDateTime,
      searched: false,
      render: (profile) => <Day instant={profile.lastModifiedDateTime} />,
    },
  ];
}
