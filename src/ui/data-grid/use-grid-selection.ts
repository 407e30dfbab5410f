import { useMemo, useRef } from 'react';
import type { GridLines } from './grid-lines.ts';
import type { RowView } from './row-model.ts';
import {
  findPosition,
  type Selecting,
  type SelectionState,
  selectionState,
  selectMatching,
  selectRange,
} from './selection.ts';

interface GridSelection {
  /** How much of what matches is selected; undefined where rows are not selected. */
  readonly state: SelectionState | undefined;
  /** Selects or unselects the row on a line, or all of the group; with `range`, selects from the last row toggled to it. */
  readonly toggle: (line: number, range: boolean) => void;
  readonly setMatching: (selected: boolean) => void;
}

/** What the grid's checkboxes and keys do to a selection that is kept outside of it. */
export function useGridSelection<Row>(
  view: RowView<Row>,
  lines: GridLines,
  { rowId, selectable }: Selecting<Row>,
  selection: ReadonlySet<string> | undefined,
  onChange: ((next: ReadonlySet<string>) => void) | undefined,
): GridSelection {
  const anchor = useRef<string | undefined>(undefined);
  const state = useMemo(
    () => selection && selectionState(view, selection, { rowId, selectable }),
    [view, selection, rowId, selectable],
  );
  return {
    state,
    toggle: (line, range) => {
      if (!selection) return;
      const group = lines.groupAt(line);
      if (group) {
        const isAll = selectionState(view, selection, { rowId, selectable }, group) === 'all';
        const { from, to } = group;
        onChange?.(selectRange(view, selection, { rowId, selectable }, { from, to, selected: !isAll }));
        return;
      }
      const to = lines.positionAt(line);
      const id = rowId(view.at(to));
      const start = range && anchor.current ? findPosition(view, rowId, anchor.current) : -1;
      const selected = start >= 0 || !selection.has(id);
      const from = start >= 0 ? start : to;
      anchor.current = id;
      onChange?.(selectRange(view, selection, { rowId, selectable }, { from, to, selected }));
    },
    setMatching: (selected) => {
      if (selection) onChange?.(selectMatching(view, selection, { rowId, selectable }, selected));
    },
  };
}
