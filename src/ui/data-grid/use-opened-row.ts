import { type Ref, type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import type { Place } from './grid-keys.ts';
import type { GridLines } from './grid-lines.ts';
import type { RowView } from './row-model.ts';
import { findPosition } from './selection.ts';
import type { ActiveCell } from './use-active-cell.ts';

interface Opening<Row> {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly view: RowView<Row>;
  readonly lines: GridLines;
  readonly rowId: (row: Row) => string;
  readonly rowHeight: number;
  readonly openedId: string | undefined;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly active: ActiveCell;
  readonly controls: ControlsRef | undefined;
  readonly toggle: ((line: number, range: boolean) => void) | undefined;
}

/** What keys outside of the grid do in it. */
export interface GridControls {
  /** Moves the focus to the next row (1) or the one before (-1); into the grid, where it is elsewhere. */
  readonly step: (by: 1 | -1) => void;
  /** Selects or unselects the row with the tab stop; with `range`, all rows from the last one toggled to it. */
  readonly toggle: (range: boolean) => void;
}

export type ControlsRef = Ref<GridControls>;

export interface OpenedRow {
  /** Moves the focus to a cell. While details are open they follow, and while a key is held, once it is let go. */
  readonly moveTo: (place: Place, isRepeated: boolean) => void;
  readonly onKeyUp: () => void;
}

/** Keeps the row whose details are open and the row with the grid's tab stop the same, whichever of them moves. */
export function useOpenedRow<Row>(opening: Opening<Row>): OpenedRow {
  const { scroller, view, lines, rowId, rowHeight, openedId, onOpen, active } = opening;
  const isBehind = useRef(false);

  function follow(line: number) {
    if (openedId === undefined || line < 0 || line >= lines.count || lines.groupAt(line)) return;
    const row = view.at(lines.positionAt(line));
    if (rowId(row) !== openedId) onOpen?.(row);
  }

  const position = useMemo(
    () => (openedId === undefined ? -1 : findPosition(view, rowId, openedId)),
    [view, rowId, openedId],
  );
  const latest = useRef({ lines, position, rowHeight, active });
  latest.current = { lines, position, rowHeight, active };
  const isShown = position >= 0;
  // The details moved, or an address opened them: the grid shows where they are. Scrolling is the browser's.
  useEffect(() => {
    const now = latest.current;
    if (openedId === undefined || !isShown || now.active.hasFocus()) return;
    const line = now.lines.lineOf(now.position);
    now.active.standOn(line);
    if (scroller.current) scrollToLine(scroller.current, line, now.rowHeight);
  }, [scroller, openedId, isShown]);

  function moveTo(place: Place, isRepeated: boolean) {
    active.moveTo(place);
    if (isRepeated) isBehind.current = true;
    else follow(place.line);
  }
  useImperativeHandle(opening.controls, () => ({
    step(by) {
      const { line, column } = active.place;
      let next = active.hasFocus() ? line + by : Math.max(0, line);
      while (lines.groupAt(next)) next += by;
      if (next >= 0 && next < lines.count) moveTo({ line: next, column }, false);
    },
    toggle(range) {
      const { line } = active.place;
      if (line >= 0 && (active.hasFocus() || isShown)) opening.toggle?.(line, range);
    },
  }));

  return {
    moveTo,
    onKeyUp() {
      if (isBehind.current) follow(active.place.line);
      isBehind.current = false;
    },
  };
}

/** Brings a line into sight below the header, no further than needed. */
function scrollToLine(scroller: HTMLElement, line: number, rowHeight: number): void {
  const room = scroller.clientHeight - headHeight;
  const top = line * rowHeight;
  if (top < scroller.scrollTop) scroller.scrollTo({ top });
  else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTo({ top: top + rowHeight - room });
}

/** The height of the grid's header, in CSS px. */
export const headHeight = 32;
