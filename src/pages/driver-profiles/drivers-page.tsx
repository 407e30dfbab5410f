import { ArrowLeft20Regular } from '@fluentui/react-icons/headless/svg/arrow-left';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Driver } from '../../graph/driver-inventories.ts';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import { SyncLabel } from '../../resources/driver-profiles/labels.tsx';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { coverageOf } from '../../resources/driver-profiles/standing.ts';
import { approvalTypeText } from '../../resources/driver-profiles/words.ts';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { countOf } from '../../ui/format.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { OpenedRow } from '../../ui/list-page/opened-row.tsx';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useAsked, useChangeSearch, without } from '../../ui/list-page/use-asked.ts';
import { rowsOf, useList } from '../../ui/list-page/use-list.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { EmptyState } from '../../ui/page.tsx';
import { QueryState } from '../../ui/query-state.tsx';
import { useNow } from '../../ui/use-now.ts';
import { consequenceText } from './counts.ts';
import { driverColumns, driverId, driverRowName } from './driver-columns.tsx';
import { DriverCommands } from './driver-commands.tsx';
import { DriverDecision, loadDecision } from './driver-decision.tsx';
import { DriverDetails, MissingDriver } from './driver-details.tsx';
import { filtersOf, firstTab, isInTab, noFilters } from './driver-filters.ts';
import { DriverTabs } from './driver-tabs.tsx';
import styles from './drivers-page.module.css';
import { ProfileDecision } from './profile-decision.tsx';
import { draftOf, useProfileDraft } from './profile-draft.ts';
import { driversReads } from './reads.ts';
import type { DriversSearch, DriversTab } from './search.ts';
import { useDecision } from './use-decision.ts';

const route = getRouteApi('/profiles/$profileId');
const withoutDriver = without('driver');

/** The drivers of one profile: find, select, act. */
export function DriversPage() {
  const { profileId } = route.useParams();
  // Everything on the page belongs to one profile: another profile gets a new page.
  return <ProfileDrivers key={profileId} profileId={profileId} />;
}

function ProfileDrivers({ profileId }: { profileId: string }) {
  const { graph, runner } = route.useRouteContext();
  const search = route.useSearch({ select: withoutDriver });
  const change = useChangeSearch<DriversSearch>();
  const now = useNow();
  const reads = driversReads.of({ graph }, { profileId });
  const profile = useQuery(reads.profile);
  const drivers = useQuery(reads.drivers);
  const read = rowsOf(drivers);
  const { rows } = read;
  // A date that passes moves a driver to another tab with the next load, and not under the pointer.
  const loadedAt = drivers.dataUpdatedAt;
  const coverage = useMemo(() => coverageOf(rows, loadedAt), [rows, loadedAt]);
  // Decided once: a profile whose last driver was just reviewed stays where it is.
  const [opensOn, setOpensOn] = useState<DriversTab>();
  if (opensOn === undefined && read.isComplete) setOpensOn(firstTab(coverage));
  const { tab = opensOn ?? 'needsReview' } = search;
  const within = useMemo(
    () => ({ text: tab, passes: (driver: Driver) => isInTab(driver, tab, loadedAt) }),
    [tab, loadedAt],
  );
  const asked = useAsked(search, change, { filters: filtersOf(tab), within, noFilters, opened: 'driver' });
  const list = useList(read, asked, {
    name: 'drivers',
    noun: 'driver',
    columns: driverColumns,
    twoLines: true,
    rowId: driverId,
  });
  // The tab that the rows are of, which follow the one that was clicked.
  const shownTab = useDeferredValue(within);
  const selection = useSelection(list, profileId, shownTab.passes);
  const rowsOnTab = useMemo(() => rows.filter(shownTab.passes), [rows, shownTab]);
  const { decision, setDecision, ask } = useDecision(profileId);
  const [profileDraft, setProfileDraft] = useProfileDraft(profileId);
  const open = (driver: Driver) => change({ driver: driver.id });
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
                {profile.data.deviceReporting !== null && (
                  <span>{countOf(profile.data.deviceReporting, 'device')}</span>
                )}
                <span>{approvalTypeText(profile.data)} approval</span>
                <SyncLabel profile={profile.data} now={now} isShort />
                <span className={styles.portal}>A driver update policy in Intune</span>
              </>
            )}
          </ReadFacts>
        }
        commands={
          <>
            <DriverCommands
              profile={profile.data}
              selection={selection}
              onAsk={ask}
              onAskProfile={(command, about) => setProfileDraft(draftOf(command, about))}
              runner={runner}
            />
            <ProfileDecision
              draft={profileDraft}
              onChange={setProfileDraft}
              profiles={profile.data ? [profile.data] : []}
              graph={graph}
              runner={runner}
            />
            <DriverDecision
              decision={decision}
              onChange={setDecision}
              profile={profile.data}
              list={list}
              selection={selection}
              runner={runner}
            />
          </>
        }
        filters={
          <>
            <DriverTabs
              tab={tab}
              coverage={drivers.data && coverage}
              list={list}
              selection={selection}
              onChange={(next) => change({ tab: next, available: undefined })}
            />
            <FilterRow
              list={list}
              rows={rowsOnTab}
              selection={selection}
              consequence={profile.data && consequenceText(selection.rows, profile.data)}
            />
          </>
        }
        details={
          <OpenedRow
            list={list}
            onOpen={open}
            onLoad={loadDecision}
            missing={(id) => <MissingDriver id={id} onClose={close} />}
          >
            {(driver, steps) => (
              <DriverDetails
                driver={driver}
                profile={profile.data && profileName(profile.data)}
                steps={steps}
                hasKeys={selection.ids.size === 0}
                onAsk={ask}
                onClose={close}
              />
            )}
          </OpenedRow>
        }
        foot={<StagingBar />}
      >
        <ListGrid
          label="Drivers"
          list={list}
          selection={selection}
          rowName={driverRowName}
          onOpen={open}
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
    <nav className={styles.breadcrumb} aria-label="Breadcrumb">
      <Link to="/profiles" title="Driver profiles">
        <ArrowLeft20Regular />
        <span className={styles.back}>Driver profiles</span>
      </Link>
    </nav>
  );
}
