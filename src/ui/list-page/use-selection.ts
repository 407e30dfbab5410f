import { type Dispatch, type SetStateAction, useMemo } from 'react';
import { matchingRows, type RowView } from '../data-grid/row-model.ts';
import { readKeptIds, useKeptState } from '../use-kept-state.ts';
import type { List } from './use-list.ts';

/** The selected rows of a list. */
export interface Selected<Row> {
  /** Those that match in the order shown, then those that are hidden. */
  readonly rows: readonly Row[];
  readonly shown: readonly Row[];
  readonly hiddenRows: readonly Row[];
  /** How many aren't shown: hidden by filters, or on another tab. */
  readonly hidden: number;
  /** How many of those are on another tab. */
  readonly onOtherTabs: number;
}

/** The selection of a list, and the ways to change it. */
export interface Selection<Row> extends Selected<Row> {
  readonly ids: ReadonlySet<string>;
  /** Every selected row is loaded: after a trip to the sign-in page, the first rows are not all of the selection. */
  readonly isAllHere: boolean;
  readonly change: Dispatch<SetStateAction<ReadonlySet<string>>>;
  readonly add: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

const noIds: ReadonlySet<string> = new Set();

/**
 * What is selected in a list. It survives a trip to the sign-in page.
 *
 * @param keptAs the name under which this browser keeps the selection meanwhile
 * @param isOnTab whether a row belongs to the tab that is open, in a list that has tabs; stable between renders
 */
export function useSelection<Row>(
  { view, rowId, isComplete }: List<Row>,
  keptAs: string,
  isOnTab?: (row: Row) => boolean,
): Selection<Row> {
  const [ids, change] = useKeptState(`selection.${keptAs}`, noIds, (chosen) => [...chosen], readKeptIds);
  const selected = useSelected(view, rowId, ids, isOnTab);
  return {
    ...selected,
    ids,
    isAllHere: isComplete || selected.rows.length === ids.size,
    change,
    add: (more) => change((now) => new Set([...now, ...more])),
    clear: () => change(noIds),
  };
}

const none: readonly never[] = [];
const nothing: Selected<never> = { rows: none, shown: none, hiddenRows: none, hidden: 0, onOtherTabs: 0 };

/** The rows behind the selected ids, as far as they are loaded. */
function useSelected<Row>(
  view: RowView<Row>,
  rowId: (row: Row) => string,
  selection: ReadonlySet<string>,
  isOnTab: ((row: Row) => boolean) | undefined,
): Selected<Row> {
  return useMemo(() => {
    if (selection.size === 0) return nothing;
    const shown: Row[] = [];
    const shownIds = new Set<string>();
    for (const row of matchingRows(view)) {
      const id = rowId(row);
      if (!selection.has(id)) continue;
      shown.push(row);
      shownIds.add(id);
    }
    const hiddenRows = view.rows.filter((row) => selection.has(rowId(row)) && !shownIds.has(rowId(row)));
    const onOtherTabs = isOnTab ? hiddenRows.filter((row) => !isOnTab(row)).length : 0;
    return { rows: [...shown, ...hiddenRows], shown, hiddenRows, hidden: hiddenRows.length, onOtherTabs };
  }, [view, rowId, selection, isOnTab]);
}
