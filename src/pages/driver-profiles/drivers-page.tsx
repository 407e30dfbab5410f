import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Driver } from '../../graph/driver-inventories.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { approvalTypeText } from '../../resources/driver-profiles/words.ts';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { countOf } from '../../ui/format.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { OpenedRow } from '../../ui/list-page/opened-row.tsx';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useAsked, useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { rowsOf, useList } from '../../ui/list-page/use-list.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { EmptyState } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import { driverColumns, driverId, driverRowName } from './driver-columns.tsx';
import { DriverCommands } from './driver-commands.tsx';
import { DriverDetails, MissingDriver } from './driver-details.tsx';
import { driverFilters, isInTab, noFilters } from './driver-filters.ts';
import { DriverTabs } from './driver-tabs.tsx';
import { SyncLabel } from './labels.tsx';
import { driversReads } from './reads.ts';
import type { DriversSearch } from './search.ts';

const route = getRouteApi('/profiles/$profileId');

/** The drivers of one profile: find, select, act. */
export function DriversPage() {
  const { profileId } = route.useParams();
  // Everything on the page belongs to one profile: another profile gets a new page.
  return <ProfileDrivers key={profileId} profileId={profileId} />;
}

function ProfileDrivers({ profileId }: { profileId: string }) {
  const { graph, runner } = route.useRouteContext();
  const search = route.useSearch();
  const change = useChangeSearch<DriversSearch>();
  const now = useNow();
  const reads = driversReads.of({ graph }, { profileId });
  const profile = useQuery(reads.profile);
  const drivers = useQuery(reads.drivers);
  const { tab = 'recommended' } = search;
  const within = useMemo(() => ({ text: tab, passes: (driver: Driver) => isInTab(driver, tab) }), [tab]);
  const asked = useAsked(search, change, { filters: driverFilters, within, noFilters });
  const list = useList(rowsOf(drivers), asked, {
    name: 'drivers',
    noun: 'driver',
    columns: driverColumns,
    rowId: driverId,
  });
  const selection = useSelection(list, profileId, within.passes);
  const { rows } = list;
  const rowsOnTab = useMemo(() => rows.filter(within.passes), [rows, within]);
  const close = () => change({ driver: undefined });

  if (profile.error && !profile.data) {
    // In the place of the page with the list: another page would take the focus to its heading.
    return (
      <RunMarks runner={runner} targetId={profileId}>
        <ListPage title="Driver profile" breadcrumb={<Breadcrumb />}>
          <QueryState query={profile} />
        </ListPage>
      </RunMarks>
    );
  }

  return (
    <RunMarks runner={runner} targetId={profileId}>
      <ListPage
        title={profile.data ? profileName(profile.data) : 'Loading profile…'}
        breadcrumb={<Breadcrumb />}
        facts={
          <ReadFacts query={drivers} facts={[countOf(rows.length, 'driver')]}>
            {profile.data && (
              <>
                <span>{approvalTypeText(profile.data)} approval</span>
                <SyncLabel profile={profile.data} now={now} />
                <span>A driver update policy in Intune</span>
              </>
            )}
          </ReadFacts>
        }
        commands={
          <DriverCommands
            profileId={profileId}
            profile={profile.data}
            list={list}
            selection={selection}
            runner={runner}
          />
        }
        filters={
          <>
            <DriverTabs tab={tab} drivers={drivers.data?.rows} onChange={(next) => change({ tab: next })} />
            <FilterRow list={list} rows={rowsOnTab} />
          </>
        }
        details={
          <OpenedRow
            list={list}
            id={search.driver}
            missing={(id) => <MissingDriver id={id} onClose={close} />}
          >
            {(driver) => <DriverDetails driver={driver} onClose={close} />}
          </OpenedRow>
        }
      >
        <ListGrid
          label="Drivers"
          list={list}
          selection={selection}
          rowName={driverRowName}
          onOpen={(driver) => change({ driver: driver.id })}
          openedId={search.driver}
          onShowAll={() => change({ ...noFilters, tab: 'all' })}
          empty={
            <EmptyState title="No drivers in this profile yet">
              <p>
                That’s normal in the first 24 hours after a profile was assigned: devices must scan for
                updates first. A profile without devices stays empty. <strong>Sync inventory</strong> asks
                Intune to check again.
              </p>
            </EmptyState>
          }
        />
      </ListPage>
    </RunMarks>
  );
}

function Breadcrumb() {
  return (
    <nav aria-label="Breadcrumb">
      <Link to="/profiles">Driver profiles</Link>
    </nav>
  );
}
