import { useMemo } from 'react';
import { matchesAt, type RowView } from './data-grid/row-model.ts';

/** The selected rows of a list. */
export interface Selected<Row> {
  /** Those that match in the order shown, then those that the filters hide. */
  readonly rows: readonly Row[];
  readonly shown: readonly Row[];
  readonly hiddenRows: readonly Row[];
  /** How many the filters hide. */
  readonly hidden: number;
}

const none: readonly never[] = [];
const nothing: Selected<never> = { rows: none, shown: none, hiddenRows: none, hidden: 0 };

/** The rows behind the selected ids, as far as they are loaded. `rowId` must be stable between renders. */
export function useSelected<Row>(
  view: RowView<Row>,
  rowId: (row: Row) => string,
  selection: ReadonlySet<string>,
): Selected<Row> {
  return useMemo(() => {
    if (selection.size === 0) return nothing;
    const shown: Row[] = [];
    const shownIds = new Set<string>();
    for (let position = 0; position < view.shown; position += 1) {
      // What no longer matches keeps its line until the order is updated; it is not sent by that.
      if (!matchesAt(view, position)) continue;
      const row = view.at(position);
      const id = rowId(row);
      if (!selection.has(id)) continue;
      shown.push(row);
      shownIds.add(id);
    }
    const hiddenRows = view.rows.filter((row) => selection.has(rowId(row)) && !shownIds.has(rowId(row)));
    return { rows: [...shown, ...hiddenRows], shown, hiddenRows, hidden: hiddenRows.length };
  }, [view, rowId, selection]);
}
