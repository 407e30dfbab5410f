import { type FocusEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { cellAround, colIndexOfCell, findCell, focusCell, focusTarget, lineOfCell } from './cell-focus.ts';
import type { Place } from './grid-keys.ts';
import type { GridLines } from './grid-lines.ts';
import type { RowView } from './row-model.ts';
import { findPosition } from './selection.ts';

/** The cell that is the grid's tab stop, by what it shows, so that it can be found again after a change. */
interface Active {
  readonly line: number;
  /** The row's or group's id; undefined for the header, and until the focus has been in the grid. */
  readonly id: string | undefined;
  readonly colIndex: number;
}

interface Surroundings<Row> {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly view: RowView<Row>;
  readonly lines: GridLines;
  readonly rowId: (row: Row) => string;
  /** The `aria-colindex` of each shown column. */
  readonly colIndices: readonly number[];
  /** The column to start in. */
  readonly startIndex: number;
}

export interface ActiveCell {
  readonly place: Place;
  /** Makes a cell the tab stop and moves focus to it. */
  readonly moveTo: (place: Place) => void;
  /** Makes the same column's cell on a line the tab stop, without moving the focus. */
  readonly standOn: (line: number) => void;
  readonly hasFocus: () => boolean;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * One tab stop that follows its row through sorting, filtering and refreshing. When the row is gone, the one now
 * on its line takes over, and without any row the header does: focus that was in the grid never falls to the page.
 */
export function useActiveCell<Row>(surroundings: Surroundings<Row>): ActiveCell {
  const { grid, view, lines, rowId, colIndices, startIndex } = surroundings;
  const [active, setActive] = useState<Active>({ line: 0, id: undefined, colIndex: startIndex });
  const focusInside = useRef(false);

  const place = useMemo((): Place => {
    const column = Math.max(0, colIndices.indexOf(active.colIndex));
    if (active.line < 0 || lines.count === 0) return { line: -1, column };
    const nearest = Math.min(active.line, lines.count - 1);
    if (active.id === undefined || idOnLine(nearest, view, lines, rowId) === active.id) {
      return { line: nearest, column };
    }
    const position = findPosition(view, rowId, active.id);
    return { line: position < 0 ? nearest : lines.lineOf(position), column };
  }, [active, view, lines, rowId, colIndices]);

  function activate(line: number, colIndex: number) {
    const id = line < 0 ? undefined : idOnLine(line, view, lines, rowId);
    if (line === active.line && id === active.id && colIndex === active.colIndex) return;
    setActive({ line, id, colIndex });
  }

  // After each render, as a row with the focus in it may have gone away in any of them.
  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (!grid.current || !focusInside.current || !lost) return;
    const cell = findCell(grid.current, place.line, colIndices[place.column] ?? startIndex);
    if (cell) focusTarget(cell).focus({ preventScroll: true });
  });

  return {
    place,
    moveTo: (next) => {
      const colIndex = colIndices[next.column] ?? startIndex;
      // The row may be far from what is drawn: it has to be there before it can take the focus.
      flushSync(() => activate(next.line, colIndex));
      const cell = grid.current && findCell(grid.current, next.line, colIndex);
      if (cell) focusCell(cell);
    },
    standOn: (line) => activate(line, active.colIndex),
    hasFocus: () => focusInside.current,
    onFocus: (event) => {
      const cell = cellAround(event.target);
      // React also reports focus in a menu or dialog that a cell has opened somewhere else in the page.
      if (!cell || !grid.current?.contains(cell)) return;
      focusInside.current = true;
      const spans = cell.hasAttribute('aria-colspan');
      activate(lineOfCell(cell), spans ? (colIndices[place.column] ?? startIndex) : colIndexOfCell(cell));
    },
    onBlur: (event) => {
      const goesTo = event.relatedTarget ?? document.activeElement; // A window in the back keeps its focus.
      focusInside.current = goesTo instanceof Node && (grid.current?.contains(goesTo) ?? false);
    },
  };
}

function idOnLine<Row>(
  line: number,
  view: RowView<Row>,
  lines: GridLines,
  rowId: (row: Row) => string,
): string {
  const group = lines.groupAt(line);
  return group ? `group ${group.id}` : rowId(view.at(lines.positionAt(line)));
}
