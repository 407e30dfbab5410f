import { type KeyboardEvent, type MouseEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { cellAround, focusTarget } from '../cell-focus.ts';
import { type Extent, movePlace, type Place } from '../grid-keys.ts';
import type { ActiveCell } from '../use-active-cell.ts';
import { type CellEvents, nothing } from './cell-events.ts';
import { extendPlace } from './cell-range.ts';
import { followDrag } from './follow-drag.ts';
import { type CellSurroundings, useCellRange } from './use-cell-range.ts';

interface Surroundings<Row> extends CellSurroundings<Row> {
  readonly scroller: RefObject<HTMLElement | null>;
  /** The `aria-colindex` of each shown column. */
  readonly colIndices: readonly number[];
  readonly active: ActiveCell;
  readonly extent: () => Extent;
  readonly open: ((line: number) => void) | undefined;
  /** Moves the focus to a cell; details that are open follow. */
  readonly moveTo: (place: Place, isRepeated: boolean) => void;
}

/**
 * Selects cells as a spreadsheet does. A press on a cell selects it, and a drag a range; with Shift the range reaches to that
 * cell, and with Ctrl the cell joins the others or leaves them. A touch does the latter, and never drags; a double click opens
 * the row. Keys: Shift with arrows, Home, End, Page Up or Page Down moves the end of the range, with Ctrl to the edge; Space
 * selects the cell or not, Ctrl+Space its column, Ctrl+A all cells; Escape selects none.
 */
export function useCellSelection<Row>(surroundings: Surroundings<Row>): CellEvents {
  const { cells, scroller, colIndices, active, extent, open, moveTo } = surroundings;
  const range = useCellRange(surroundings);
  /** The click that ends a press belongs to it. */
  const ownsClick = useRef(false);
  const { columns, columnOf, placeOf } = range;
  if (!cells) return nothing;

  /** The same place as the grid counts columns. */
  const gridPlace = ({ line, column }: Place): Place => ({
    line,
    column: Math.max(0, colIndices.indexOf(columns[column]?.colIndex ?? -1)),
  });

  function tabStop(): Place | undefined {
    const column = columnOf.get(colIndices[active.place.column] ?? -1);
    const at = column === undefined ? undefined : { line: active.place.line, column };
    return at && range.idAt(at) && at;
  }

  function press(event: PointerEvent<HTMLElement>): void {
    ownsClick.current = false;
    // A finger scrolls.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const at = placeOf(event.target);
    if (!at || !scroller.current) return;
    ownsClick.current = true;
    const from = event.shiftKey ? tabStop() : undefined;
    if (from) {
      range.standOn(from);
      range.extend(at);
    } else if (event.ctrlKey || event.metaKey) range.toggle(at);
    else range.begin(at);
    active.moveTo(gridPlace(at));
    followDrag(scroller.current, event.pointerId, {
      onCell(under) {
        const next = placeOf(under);
        if (next) range.extend(next);
      },
      onEnd: (counts) => (counts ? range.commit() : range.drop()),
    });
  }

  function click(event: MouseEvent<HTMLElement>): boolean {
    const isOwn = ownsClick.current;
    ownsClick.current = false;
    const at = placeOf(event.target);
    if (!at) return isOwn;
    if (event.detail === 2) open?.(at.line);
    else if (!isOwn) {
      range.toggle(at);
      range.commit();
    }
    if (!event.shiftKey && !event.ctrlKey && !event.metaKey) moveTo(gridPlace(at), false);
    return true;
  }

  function keyDown(event: KeyboardEvent<HTMLElement>): boolean {
    const cell = cellAround(event.target);
    if (!cell || event.altKey || event.target !== focusTarget(cell)) return false;
    const isDone = strike(event, placeOf(cell));
    if (isDone) event.preventDefault();
    return isDone;
  }

  function strike(event: KeyboardEvent<HTMLElement>, at: Place | undefined): boolean {
    const { key, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    if (key === 'Escape' && range.hasAny()) {
      range.clear();
      return true;
    }
    if (!at) return false;
    if (shiftKey) return stretch(event, at, ctrl);
    if (key === 'a' && ctrl) selectColumns(0, columns.length - 1);
    else if (key === ' ' && ctrl) selectColumns(at.column, at.column);
    else if (key === ' ') {
      range.toggle(at);
      range.commit();
    } else {
      // The tab stop moves away: the next range begins where it is then.
      if (range.isDrawn() && movePlace(active.place, { key, ctrl }, extent())) range.leave();
      return false;
    }
    return true;
  }

  function selectColumns(first: number, last: number): void {
    range.selectColumns(first, last);
    range.commit();
  }

  function stretch({ key, repeat }: KeyboardEvent<HTMLElement>, at: Place, ctrl: boolean): boolean {
    const within = { ...extent(), columns: columns.length };
    if (!extendPlace(at, { key, ctrl }, within)) return false;
    range.standOn(at);
    const to = extendPlace(range.endOf(at.line) ?? at, { key, ctrl }, within) ?? at;
    range.extend(to);
    moveTo(gridPlace(to), repeat);
    // A key that is held tells the page once, when it is let go.
    if (repeat) whenLetGo(range.commit);
    else range.commit();
    return true;
  }

  return {
    onPointerDown: press,
    // Or the press would mark text, and take the focus once more.
    onMouseDown: (event) => void (placeOf(event.target) && event.preventDefault()),
    onClick: click,
    onKeyDown: keyDown,
    paint: range.paint,
  };
}

function whenLetGo(then: () => void): void {
  const ending = new AbortController();
  const end = () => {
    ending.abort();
    then();
  };
  for (const name of ['keyup', 'blur']) addEventListener(name, end, { signal: ending.signal });
}
