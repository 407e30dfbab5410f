import { type RefObject, useEffect, useMemo, useRef } from 'react';
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
}

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

  return {
    moveTo(place, isRepeated) {
      active.moveTo(place);
      if (isRepeated) isBehind.current = true;
      else follow(place.line);
    },
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
