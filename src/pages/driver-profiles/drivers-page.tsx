import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Driver } from '../../graph/driver-inventories.ts';
import { toProblem } from '../../lib/problem.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { approvalTypeText } from '../../resources/driver-profiles/words.ts';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { ClearButton } from '../../ui/clear-button.tsx';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import { useRowView } from '../../ui/data-grid/use-row-view.ts';
import { countOf } from '../../ui/format.ts';
import { GridSection } from '../../ui/grid-section.tsx';
import { EmptyState, Page } from '../../ui/page.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { ReadFacts } from '../../ui/read-facts.tsx';
import { readSort, writeSort } from '../../ui/sort-param.ts';
import { Split } from '../../ui/split.tsx';
import { readKeptIds, useKeptState } from '../../ui/use-kept-state.ts';
import { useNow } from '../../ui/use-now.ts';
import { driverColumns, driverId, driverRowName } from './driver-columns.tsx';
import { DriverCommands } from './driver-commands.tsx';
import { DriverDetails, MissingDriver } from './driver-details.tsx';
import { DriverFilterRow } from './driver-filter-row.tsx';
import { driverFilter } from './driver-filters.ts';
import { SyncLabel } from './labels.tsx';
import { driversReads } from './reads.ts';
import type { DriversSearch } from './search.ts';

const route = getRouteApi('/profiles/$profileId');
const noDrivers: readonly Driver[] = [];
const nothing: ReadonlySet<string> = new Set();

/** The drivers of one profile: find, select, act. */
export function DriversPage() {
  const { profileId } = route.useParams();
  // Everything on the page belongs to one profile: another profile gets a new page.
  return <ProfileDrivers key={profileId} profileId={profileId} />;
}

function ProfileDrivers({ profileId }: { profileId: string }) {
  const { graph, runner } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/profiles/$profileId' });
  const [{ density }] = usePreferences();
  const now = useNow();
  const reads = driversReads.of({ graph }, { profileId });
  const profile = useQuery(reads.profile);
  const drivers = useQuery(reads.drivers);
  const [selection, setSelection] = useKeptState(
    `selection.${profileId}`,
    nothing,
    (ids) => [...ids],
    readKeptIds,
  );

  const rows = drivers.data?.rows ?? noDrivers;
  const { tab = 'recommended', q = '', status, class: classes, manufacturer } = search;
  const sort = readSort(search.sort);
  const where = useMemo(
    () => driverFilter(tab, { status, class: classes, manufacturer }),
    [tab, status, classes, manufacturer],
  );
  const view = useRowView(rows, driverColumns, {
    search: q,
    where,
    sort,
    hold: {
      rowId: driverId,
      filters: JSON.stringify([tab, status, classes, manufacturer]),
      isComplete: drivers.data?.isComplete === true,
      isLoading: drivers.isFetching,
    },
  });
  const opened = search.driver === undefined ? undefined : rows.find(({ id }) => id === search.driver);

  const change = (next: Partial<DriversSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const close = () => change({ driver: undefined });

  if (profile.error && !profile.data) {
    return (
      <Page title="Driver profile" breadcrumb={<Breadcrumb />}>
        <ProblemBanner
          problem={toProblem(profile.error)}
          actions={<Button onClick={() => void profile.refetch()}>Try again</Button>}
        />
      </Page>
    );
  }

  return (
    <Page
      title={profile.data ? profileName(profile.data) : 'Loading profile…'}
      breadcrumb={<Breadcrumb />}
      facts={
        <ReadFacts query={drivers} facts={drivers.data && [countOf(rows.length, 'driver')]}>
          {profile.data && (
            <>
              <span>{approvalTypeText(profile.data)} approval</span>
              <SyncLabel profile={profile.data} now={now} />
              <span>A driver update policy in Intune</span>
            </>
          )}
        </ReadFacts>
      }
    >
      <RunMarks runner={runner} targetId={profileId}>
        <DriverCommands
          profileId={profileId}
          profile={profile.data}
          isComplete={drivers.data?.isComplete === true}
          tab={tab}
          view={view}
          selection={selection}
          onSelectionChange={setSelection}
          runner={runner}
        />
        {/* Above the split: beside open details, it would break into two lines and move the rows. */}
        <DriverFilterRow
          drivers={rows}
          view={view}
          search={search}
          onChange={change}
          isRead={drivers.data !== undefined}
        />
        <Split
          list={
            <GridSection
              problem={drivers.error ? toProblem(drivers.error) : undefined}
              setAside={drivers.data?.setAside}
              onRetry={() => void drivers.refetch()}
              isEmpty={rows.length === 0}
            >
              <DataGrid
                label="Drivers"
                columns={driverColumns}
                view={view}
                rowId={driverId}
                rowName={driverRowName}
                density={density}
                sort={sort}
                onSortChange={(next) => change({ sort: writeSort(next) })}
                selection={selection}
                onSelectionChange={setSelection}
                allLabel={`Select all ${countOf(view.matching, 'matching driver')}`}
                onOpen={(driver) => change({ driver: driver.id })}
                openedId={opened?.id}
                busy={drivers.isFetching}
                loadingRows={drivers.isPending ? 16 : undefined}
                storageKey="drivers"
                empty={<NoDrivers total={rows.length} onClear={() => change(noFilters)} />}
              />
            </GridSection>
          }
          details={
            opened ? (
              <DriverDetails driver={opened} onClose={close} />
            ) : (
              search.driver !== undefined &&
              drivers.data?.isComplete && <MissingDriver id={search.driver} onClose={close} />
            )
          }
        />
      </RunMarks>
    </Page>
  );
}

/** Every filter off, every driver shown. */
const noFilters: DriversSearch = {
  tab: 'all',
  q: undefined,
  status: undefined,
  class: undefined,
  manufacturer: undefined,
};

function NoDrivers({ total, onClear }: { total: number; onClear: () => void }) {
  if (total > 0) {
    return (
      <EmptyState title="No driver matches">
        <p>
          <ClearButton onClear={onClear}>Show all {countOf(total, 'driver')}</ClearButton>
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No drivers in this profile yet">
      <p>
        That’s normal in the first 24 hours after a profile was assigned: devices must scan for updates first.
        A profile without devices stays empty. <strong>Sync inventory</strong> asks Intune to check again.
      </p>
    </EmptyState>
  );
}

function Breadcrumb() {
  return (
    <nav aria-label="Breadcrumb">
      <Link to="/profiles">Driver profiles</Link>
    </nav>
  );
}
