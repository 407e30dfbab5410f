import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAccount } from '../../auth/session.ts';
import { useRollout } from '../../dialogs/rollout/use-rollout.ts';
import { usePlan } from '../../plan/staged/use-plan.ts';
import { StagingBar } from '../../plan/staging-bar/staging-bar.tsx';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { isWhole } from '../../resources/driver-updates/gaps.ts';
import { updateId, updateRowName } from '../../resources/driver-updates/names.ts';
import { RingOrderMenu } from '../../resources/driver-updates/ring-order-menu.tsx';
import { useDriverUpdates } from '../../resources/driver-updates/use-driver-updates.ts';
import {
  droppedText,
  gapsText,
  snapshotText,
  soFarText,
  unassignedText,
  whyNotAll,
} from '../../resources/driver-updates/words.ts';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { useCellSelection } from '../../ui/data-grid/cells/use-cell-selection.ts';
import { countOf } from '../../ui/format.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { OpenedRow } from '../../ui/list-page/opened-row.tsx';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useAsked, useChangeSearch, without } from '../../ui/list-page/use-asked.ts';
import { useList } from '../../ui/list-page/use-list.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { EmptyState } from '../../ui/page.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ApprovalsMenu } from './approvals-menu.tsx';
import { CellStatus } from './cell-status.tsx';
import type { UpdatesSearch } from './search.ts';
import { updateColumns } from './update-columns.tsx';
import { loadRollout, UpdateCommands } from './update-commands.tsx';
import { MissingUpdate, UpdateDetails } from './update-details.tsx';
import { noFilters, pageFilters } from './update-filters.ts';
import { useChosen } from './use-chosen.ts';

const route = getRouteApi('/driver-updates');
const withoutUpdate = without('update');

/** Every driver over all profiles: one row each, one column for each profile. */
export function DriverUpdatesPage() {
  const { runner } = route.useRouteContext();
  return (
    <RunMarks runner={runner}>
      <DriverUpdates />
    </RunMarks>
  );
}

function DriverUpdates() {
  const { graph, runner } = route.useRouteContext();
  const search = route.useSearch({ select: withoutUpdate });
  const change = useChangeSearch<UpdatesSearch>();
  const { query, setAside, fleet, rows, isComplete, gaps, unassigned, kept, rings, ringOrder, setRingOrder } =
    useDriverUpdates(graph, useAccount());
  const now = useNow();
  const { changes } = usePlan()[0];
  const columns = useMemo(() => updateColumns(rings, changes), [rings, changes]);
  const filters = useMemo(() => pageFilters(rings), [rings]);
  const asked = useAsked(search, change, { filters, noFilters, opened: 'update' });
  const list = useList({ query, rows, isComplete, setAside }, asked, {
    name: 'driver-updates',
    noun: 'driver update',
    columns,
    twoLines: true,
    rowId: updateId,
    // They come one profile after the other: that is no news.
    marksChanges: false,
  });
  const selection = useSelection(list, 'driver-updates');
  const missingIds = useMemo(() => new Set([...gaps.failed, ...gaps.loading].map(({ id }) => id)), [gaps]);
  const chosen = useChosen(list, rings, selection, missingIds);
  const [draft, setDraft] = useRollout('driver-updates');
  const open = (update: DriverUpdate) => change({ update: update.id });
  const close = () => change({ update: undefined });
  return (
    <ListPage
      title="Driver updates"
      facts={
        <ReadFacts
          query={query}
          facts={[
            `${soFarText(countOf(rows.length, 'driver update'), gaps)} in ${countOf(rings.all.length, 'profile')}`,
            gapsText(gaps) ?? '',
            unassignedText(unassigned) ?? '',
          ].filter((fact) => fact !== '')}
        >
          {rings.isKept && kept.at !== null && <span>{snapshotText(kept.at, now)}</span>}
          {kept.isDropped && <span>{droppedText}</span>}
        </ReadFacts>
      }
      commands={
        <UpdateCommands
          list={list}
          chosen={chosen}
          rings={rings}
          draft={draft}
          onDraftChange={setDraft}
          runner={runner}
        />
      }
      filters={
        <FilterRow
          list={list}
          selection={{ ...selection, clear: chosen.clear }}
          status={chosen.text && <CellStatus chosen={chosen} clears={selection.rows.length === 0} />}
        >
          <RingOrderMenu order={ringOrder} arranged={rings} onChange={setRingOrder} />
          <ApprovalsMenu
            fleet={fleet}
            lastVisit={kept.lastVisit}
            disabled={whyNotAll(gaps, {
              isCurrent: !rings.isKept && isComplete,
              isFetching: query.isFetching,
            })}
            now={rings.now}
          />
        </FilterRow>
      }
      details={
        <OpenedRow
          list={list}
          onOpen={open}
          onLoad={loadRollout}
          missing={(id) => <MissingUpdate id={id} gaps={gaps} onClose={close} />}
        >
          {(update, steps) => (
            <UpdateDetails
              update={update}
              rings={rings}
              all={rows}
              isWhole={isWhole(gaps)}
              steps={steps}
              hasKeys={chosen.isEmpty}
              onAsk={setDraft}
              onOpen={open}
              onClose={close}
            />
          )}
        </OpenedRow>
      }
      foot={<StagingBar />}
    >
      <ListGrid
        label="Driver updates"
        list={list}
        selection={selection}
        cells={chosen.cells}
        useCells={useCellSelection}
        rowName={updateRowName}
        onOpen={open}
        empty={
          <EmptyState title="No drivers in any profile yet">
            <p>
              That’s normal in the first 24 hours after a profile was assigned: devices must scan for updates
              first.
            </p>
          </EmptyState>
        }
      />
    </ListPage>
  );
}
