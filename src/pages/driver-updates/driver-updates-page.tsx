import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { createConflictFinder } from '../../resources/driver-updates/conflicts.ts';
import type { DriverUpdate } from '../../resources/driver-updates/driver-update.ts';
import { arrange } from '../../resources/driver-updates/ring-order.ts';
import { useRingOrder } from '../../resources/driver-updates/use-ring-order.ts';
import { RunMarks } from '../../run-panel/run-marks.tsx';
import { countOf, nameFew } from '../../ui/format.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { OpenedRow } from '../../ui/list-page/opened-row.tsx';
import { ReadFacts } from '../../ui/list-page/read-facts.tsx';
import { useAsked, useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { useList } from '../../ui/list-page/use-list.ts';
import { useSelection } from '../../ui/list-page/use-selection.ts';
import { useSteps } from '../../ui/list-page/use-steps.ts';
import { EmptyState } from '../../ui/page.tsx';
import { RingOrderMenu } from './ring-order-menu.tsx';
import type { UpdatesSearch } from './search.ts';
import { updateColumns, updateRowName } from './update-columns.tsx';
import { UpdateCommands } from './update-commands.tsx';
import { MissingUpdate, UpdateDetails } from './update-details.tsx';
import { noFilters, updateFiltersWith } from './update-filters.ts';
import { updateId, useDriverUpdates } from './use-driver-updates.ts';
import { useRollout } from './use-rollout.ts';

const route = getRouteApi('/driver-updates');

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
  const search = route.useSearch();
  const change = useChangeSearch<UpdatesSearch>();
  const { query, setAside, fleet, columns, rows, failed, isComplete, progress } = useDriverUpdates(graph);
  const [order, setOrder] = useRingOrder();
  const arranged = useMemo(
    () =>
      arrange(
        fleet.map(({ profile }) => profile),
        order,
      ),
    [fleet, order],
  );
  const profiles = useMemo(() => [...arranged.rings, ...arranged.beside], [arranged]);
  const loadedAt = query.dataUpdatedAt;
  const conflictsOf = useMemo(
    () =>
      createConflictFinder({
        columns,
        ringIds: arranged.rings.map(({ id }) => id),
        sharing: [],
        now: loadedAt,
      }),
    [columns, arranged, loadedAt],
  );
  const gridColumns = useMemo(() => {
    const failedIds = new Set(failed.map(({ profile }) => profile.id));
    return updateColumns({ ...arranged, failed: failedIds, columns, conflictsOf, now: loadedAt });
  }, [arranged, failed, columns, conflictsOf, loadedAt]);
  const filters = useMemo(() => updateFiltersWith(conflictsOf), [conflictsOf]);
  const asked = useAsked(search, change, { filters, noFilters, opened: 'update' });
  const list = useList({ query, rows, isComplete, setAside }, asked, {
    name: 'driver-updates',
    noun: 'driver update',
    columns: gridColumns,
    twoLines: true,
    rowId: updateId,
    // They come one profile after the other: that is no news.
    marksChanges: false,
  });
  const selection = useSelection(list, 'driver-updates');
  const [draft, setDraft] = useRollout();
  const open = (update: DriverUpdate) => change({ update: update.id });
  const steps = useSteps(list, search.update, open);
  const close = () => change({ update: undefined });
  return (
    <ListPage
      title="Driver updates"
      facts={
        <ReadFacts
          query={query}
          facts={[
            `${countOf(rows.length, 'driver update')} in ${countOf(profiles.length, 'profile')}`,
            ...(isComplete || profiles.length === 0
              ? []
              : [`${progress.read} of ${progress.all} profiles read`]),
            ...(failed.length > 0
              ? [`Without ${nameFew(failed.map(({ profile }) => profileName(profile)))}: not loaded`]
              : []),
          ]}
        />
      }
      commands={
        <UpdateCommands
          list={list}
          selection={selection}
          profiles={profiles}
          columns={columns}
          draft={draft}
          onDraftChange={setDraft}
          isAboutToAct={selection.rows.length > 0 || search.update !== undefined}
          runner={runner}
        />
      }
      filters={
        <FilterRow list={list} selection={selection}>
          <RingOrderMenu order={order} arranged={arranged} onChange={setOrder} />
        </FilterRow>
      }
      details={
        <OpenedRow list={list} id={search.update} missing={(id) => <MissingUpdate id={id} onClose={close} />}>
          {(update) => (
            <UpdateDetails
              update={update}
              profiles={profiles}
              columns={columns}
              conflicts={conflictsOf(update)}
              steps={steps}
              hasKeys={selection.ids.size === 0}
              onAsk={setDraft}
              onClose={close}
            />
          )}
        </OpenedRow>
      }
    >
      <ListGrid
        label="Driver updates"
        list={list}
        selection={selection}
        rowName={updateRowName}
        onOpen={open}
        openedId={search.update}
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
