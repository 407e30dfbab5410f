import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useHistory } from '../../run-panel/history/use-history.ts';
import type { Run } from '../../runs/model/run.ts';
import { Button } from '../../ui/button.tsx';
import { countOf } from '../../ui/format.ts';
import { FilterRow } from '../../ui/list-page/filter-row.tsx';
import { ListGrid } from '../../ui/list-page/list-grid.tsx';
import { ListPage } from '../../ui/list-page/list-page.tsx';
import { useAsked, useChangeSearch } from '../../ui/list-page/use-asked.ts';
import { useList } from '../../ui/list-page/use-list.ts';
import { EmptyState } from '../../ui/page.tsx';
import { isInRange } from './date-range.ts';
import { DateRangeFields } from './date-range-fields.tsx';
import styles from './history.module.css';
import { historyColumns, runId, searchedColumn } from './history-columns.tsx';
import { HistoryCommands } from './history-commands.tsx';
import { historyFilters, needsAttention, noFilters } from './history-filters.ts';
import type { HistorySearch } from './search.ts';
import { UnreadableNote } from './unreadable-note.tsx';
import { runName } from './words.ts';

const route = getRouteApi('/history');

/** Every run of the signed-in person that this browser keeps. */
export function HistoryPage() {
  const { journal, runner } = route.useRouteContext();
  const search = route.useSearch();
  const change = useChangeSearch<HistorySearch>();
  const { query, runs, around } = useHistory({ journal, runner });
  const { from, to } = search;
  const filters = useMemo(() => historyFilters(around), [around]);
  const within = useMemo(() => runsBetween({ from, to }), [from, to]);
  const asked = useAsked(search, change, { filters, within, noFilters });
  const columns = useMemo(() => historyColumns(around), [around]);
  const searched = useMemo(() => [...columns, searchedColumn], [columns]);
  const read = { query, rows: runs, isComplete: query.data !== undefined };
  const list = useList(read, asked, {
    name: 'history',
    noun: 'run',
    columns,
    searched,
    rowId: runId,
    twoLines: true,
    // Runs are deleted by the person who looks at them.
    keepsGone: false,
  });
  const { view } = list;
  const shown = useMemo(
    () =>
      asked.isFiltered
        ? new Set(Array.from({ length: view.matching }, (_, position) => runId(view.at(position))))
        : undefined,
    [asked.isFiltered, view],
  );
  const { attention, isFailure } = around.results;

  return (
    <ListPage
      title="History"
      facts={
        <>
          {query.data && <span>{countOf(runs.length, 'run')}</span>}
          {attention > 0 && (
            <Button
              size="small"
              appearance="subtle"
              className={isFailure ? (styles.failed ?? '') : ''}
              onClick={() => change({ state: [needsAttention] })}
            >
              {countOf(attention, 'needs attention', 'need attention')}
            </Button>
          )}
          <span>Kept only in this browser, for up to 30 days and 1,000 runs</span>
          <span>Lost when a private window closes</span>
        </>
      }
      commands={<HistoryCommands runs={runs} shown={shown} journal={journal} runner={runner} />}
      filters={
        <FilterRow list={list}>
          <DateRangeFields key={asked.cleared} range={search} onChange={change} />
        </FilterRow>
      }
    >
      <UnreadableNote count={query.data?.unreadable ?? 0} />
      <ListGrid
        label="Runs"
        list={list}
        rowName={runName}
        // It is on this computer: a moving line would come and go.
        busy={false}
        empty={
          <EmptyState title="No runs yet">
            <p>
              Everything you send from this browser is recorded here first: targets, results, and request IDs.
              Requests from other people or other browsers aren’t recorded.
            </p>
          </EmptyState>
        }
      />
    </ListPage>
  );
}

/** The runs that were started in a range of days; undefined where an address names no day. */
function runsBetween(range: Pick<HistorySearch, 'from' | 'to'>) {
  if (range.from === undefined && range.to === undefined) return undefined;
  return {
    text: `${range.from} ${range.to}`,
    passes: ({ startedAt }: Run) => isInRange(range, startedAt),
  };
}
