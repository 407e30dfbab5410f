import { Button } from '@fluentui/react-components';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { toProblem } from '../../lib/problem.ts';
import { ClearButton } from '../../ui/clear-button.tsx';
import { DataGrid } from '../../ui/data-grid/data-grid.tsx';
import { useRowView } from '../../ui/data-grid/use-row-view.ts';
import { countOf } from '../../ui/format.ts';
import { GridSection } from '../../ui/grid-section.tsx';
import { EmptyState, Page } from '../../ui/page.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { readSort, writeSort } from '../../ui/sort-param.ts';
import styles from './history.module.css';
import { historyColumns, runId, searchedColumn } from './history-columns.tsx';
import { HistoryCommands } from './history-commands.tsx';
import { HistoryFilterRow, noFilters } from './history-filter-row.tsx';
import { historyFilter, needsAttention } from './history-filters.ts';
import type { HistorySearch } from './search.ts';
import { UnreadableNote } from './unreadable-note.tsx';
import { useHistory } from './use-history.ts';
import { runName } from './words.ts';

const route = getRouteApi('/history');

/** Every run of the signed-in person that this browser keeps. */
export function HistoryPage() {
  const { journal, runner } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/history' });
  const [{ density }] = usePreferences();
  const { query, runs, around } = useHistory({ journal, runner });
  const { q = '', outcome, state, from, to } = search;
  const sort = readSort(search.sort);
  const columns = useMemo(() => historyColumns(around), [around]);
  const searched = useMemo(() => [...columns, searchedColumn], [columns]);
  const where = useMemo(
    () => historyFilter({ outcome, state, from, to }, around),
    [outcome, state, from, to, around],
  );
  const view = useRowView(runs, searched, {
    search: q,
    where,
    sort,
    hold: {
      rowId: runId,
      filters: JSON.stringify([outcome, state, from, to]),
      isComplete: query.data !== undefined,
      isLoading: query.isFetching,
      // Runs are deleted by the person who looks at them.
      keepsGone: false,
    },
  });
  const isFiltered = q !== '' || where !== undefined;
  const shown = useMemo(
    () =>
      isFiltered
        ? new Set(Array.from({ length: view.matching }, (_, position) => runId(view.at(position))))
        : undefined,
    [isFiltered, view],
  );
  const change = (next: Partial<HistorySearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const { attention, isFailure } = around.results;

  return (
    <Page
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
    >
      <HistoryCommands runs={runs} shown={shown} journal={journal} runner={runner} />
      <HistoryFilterRow
        runs={runs}
        around={around}
        view={view}
        search={search}
        onChange={change}
        isRead={query.data !== undefined}
      />
      <UnreadableNote count={query.data?.unreadable ?? 0} />
      <GridSection
        problem={query.error ? toProblem(query.error) : undefined}
        onRetry={() => void query.refetch()}
        isEmpty={runs.length === 0}
      >
        <DataGrid
          label="Runs"
          columns={columns}
          view={view}
          rowId={runId}
          rowName={runName}
          density={density}
          sort={sort}
          onSortChange={(next) => change({ sort: writeSort(next) })}
          loadingRows={query.isPending ? 8 : undefined}
          storageKey="history"
          empty={<NoRuns total={runs.length} onClear={() => change(noFilters)} />}
        />
      </GridSection>
    </Page>
  );
}

function NoRuns({ total, onClear }: { total: number; onClear: () => void }) {
  if (total > 0) {
    return (
      <EmptyState title="No runs match">
        <ClearButton onClear={onClear}>Show all {countOf(total, 'run')}</ClearButton>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No runs yet">
      <p>
        Everything you send from this browser is recorded here first: targets, results, and request IDs.
        Requests from other people or other browsers aren’t recorded.
      </p>
    </EmptyState>
  );
}
