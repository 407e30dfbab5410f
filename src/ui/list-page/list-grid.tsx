import type { ReactNode } from 'react';
import { ClearButton } from '../clear-button.tsx';
import { DataGrid } from '../data-grid/data-grid.tsx';
import type { DataGridProps } from '../data-grid/data-grid-props.ts';
import { focusDetails } from '../focus-details.ts';
import { countOf } from '../format.ts';
import { EmptyState } from '../page.tsx';
import { usePreferences } from '../preferences.ts';
import { QueryState } from '../query-state.tsx';
import styles from './list-page.module.css';
import { useOpenedId } from './use-asked.ts';
import type { List } from './use-list.ts';
import { useListKeys } from './use-list-keys.ts';
import type { Selection } from './use-selection.ts';

/**
 * The grid of a list and where its read stands. Takes what is the page's own from the grid: names, and how a row opens.
 *
 * @param props.selection absent where rows are not selected
 * @param props.empty why there may be no rows at all
 * @param props.onShowAll shows every row, where that takes more than clearing the filters
 */
export function ListGrid<Row>({
  list,
  selection,
  empty,
  onShowAll = list.asked.clear,
  onOpen,
  ...own
}: {
  list: List<Row>;
  selection?: Selection<Row>;
  empty: ReactNode;
  onShowAll?: () => void;
} & Pick<DataGridProps<Row>, 'label' | 'rowName' | 'onOpen' | 'busy' | 'cells' | 'useCells'>) {
  const [{ density }] = usePreferences();
  const { asked, columns, folds, groupBy, name, noun, query, rowId, rows, setAside, summaryOf, view } = list;
  // Rows come page by page: that none of them matches yet says nothing.
  const isComing = query.isPending || (query.isFetching && !list.isComplete);
  const openedId = useOpenedId(asked);
  const controls = useListKeys(list, { openedId, onOpen, selects: selection !== undefined });
  const open = (row: Row) => {
    if (rowId(row) === openedId) focusDetails();
    else onOpen?.(row);
  };
  return (
    <div className={styles.section}>
      <QueryState query={query} isEmpty={rows.length === 0} setAside={setAside}>
        <div className={styles.grid}>
          <DataGrid
            busy={query.isFetching}
            following={list.isFollowing}
            {...own}
            columns={columns}
            view={view}
            rowId={rowId}
            groupBy={groupBy}
            summaryOf={summaryOf}
            collapsed={folds.collapsed}
            onFold={folds.fold}
            onOpen={onOpen && open}
            openedId={openedId}
            controls={controls}
            density={density}
            twoLines={list.twoLines}
            sort={asked.sort}
            onSortChange={asked.sortBy}
            selection={selection?.ids}
            onSelectionChange={selection?.change}
            allLabel={`Select all ${countOf(view.matching, `matching ${noun}`)}`}
            loadingRows={isComing ? skeletonRows : undefined}
            storageKey={name}
            empty={
              rows.length === 0 ? (
                empty
              ) : (
                <EmptyState title={`No ${noun} matches`}>
                  <ClearButton onClear={onShowAll}>Show all {countOf(rows.length, noun)}</ClearButton>
                </EmptyState>
              )
            }
          />
        </div>
      </QueryState>
    </div>
  );
}

/** As many lines as fill most windows. */
const skeletonRows = 16;
