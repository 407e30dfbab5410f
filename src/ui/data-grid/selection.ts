import { matchesAt, type RowView } from './row-model.ts';

/** How rows are told apart, and which of them may be selected (all when absent). */
export interface Selecting<Row> {
  readonly rowId: (row: Row) => string;
  readonly selectable?: ((row: Row) => boolean) | undefined;
}

export type SelectionState = 'none' | 'some' | 'all';

/** The position of a row in the view, or -1. Looks at `hint` first, where the row was last seen. */
export function findPosition<Row>(
  view: RowView<Row>,
  rowId: (row: Row) => string,
  id: string,
  hint = 0,
): number {
  if (hint >= 0 && hint < view.shown && rowId(view.at(hint)) === id) return hint;
  for (let position = 0; position < view.shown; position++) {
    if (rowId(view.at(position)) === id) return position;
  }
  return -1;
}

/**
 * How much of what matches and may be selected is selected. Stops looking as soon as that is known.
 *
 * @param between the positions to look at, both included; all when absent
 */
export function selectionState<Row>(
  view: RowView<Row>,
  selection: ReadonlySet<string>,
  { rowId, selectable }: Selecting<Row>,
  between: { readonly from: number; readonly to: number } = { from: 0, to: view.shown - 1 },
): SelectionState {
  if (selection.size === 0) return 'none';
  let selected = false;
  let unselected = false;
  for (let position = between.from; position <= between.to && !(selected && unselected); position++) {
    if (!matchesAt(view, position)) continue;
    const row = view.at(position);
    if (selection.has(rowId(row))) selected = true;
    else if (!selectable || selectable(row)) unselected = true;
  }
  if (!selected) return 'none';
  return unselected ? 'some' : 'all';
}

/** Whether a selected row is still in sight although it no longer matches. */
export function hasUnmatched<Row>(
  view: RowView<Row>,
  selection: ReadonlySet<string>,
  rowId: (row: Row) => string,
): boolean {
  for (let position = 0; position < view.shown; position++) {
    if (view.markAt(position) === 'unmatched' && selection.has(rowId(view.at(position)))) return true;
  }
  return false;
}

/**
 * Selects or unselects the rows at `from` to `to`, both included and in either order. The rest stays as it is, and what
 * no longer matches is not selected.
 */
export function selectRange<Row>(
  view: RowView<Row>,
  selection: ReadonlySet<string>,
  { rowId, selectable }: Selecting<Row>,
  { from, to, selected }: { readonly from: number; readonly to: number; readonly selected: boolean },
): ReadonlySet<string> {
  const next = new Set(selection);
  const last = Math.min(Math.max(from, to), view.shown - 1);
  for (let position = Math.max(0, Math.min(from, to)); position <= last; position++) {
    const row = view.at(position);
    if (!selected) next.delete(rowId(row));
    else if (matchesAt(view, position) && (!selectable || selectable(row))) next.add(rowId(row));
  }
  return next;
}

/** Selects every matching row, or unselects every one shown. Rows that a filter hides stay as they are. */
export function selectMatching<Row>(
  view: RowView<Row>,
  selection: ReadonlySet<string>,
  selecting: Selecting<Row>,
  selected: boolean,
): ReadonlySet<string> {
  return selectRange(view, selection, selecting, { from: 0, to: view.shown - 1, selected });
}
