import { useMemo } from 'react';
import type { RowView } from './data-grid/row-model.ts';
import { countSelected } from './data-grid/selection.ts';

/** The selected rows of a list. */
export interface Selected<Row> {
  readonly rows: readonly Row[];
  /** How many of them the filters hide. */
  readonly hidden: number;
}

/** The rows behind the selected ids, as far as they are read. `rowId` must be stable between renders. */
export function useSelected<Row>(
  view: RowView<Row>,
  rowId: (row: Row) => string,
  selection: ReadonlySet<string>,
): Selected<Row> {
  const rows = useMemo(
    () => (selection.size === 0 ? [] : view.rows.filter((row) => selection.has(rowId(row)))),
    [view.rows, rowId, selection],
  );
  const shown = useMemo(() => countSelected(view, selection, rowId), [view, selection, rowId]);
  return { rows, hidden: rows.length - shown };
}
