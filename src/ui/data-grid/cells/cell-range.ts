import { type Extent, movePlace, type Place, type Stroke } from '../grid-keys.ts';
import { type CellId, type CellSet, changeBlock, noCells } from './cell-set.ts';

/** A range that is being drawn: all cells from where it began to where it ends now. */
export interface CellRange {
  readonly anchor: CellId;
  readonly end: CellId;
  /** The cells that were selected before, and that the range adds to or takes from. */
  readonly base: CellSet;
  /** Whether the range selects its cells; else it unselects them. */
  readonly isSelected: boolean;
}

/** Where cells stand now: on lines from 0, and in columns among those whose cells can be selected. */
export interface CellPlaces {
  readonly columnIds: readonly string[];
  /** The id of the row on a line; undefined where no row stands there that can be selected. */
  readonly rowIdAt: (line: number) => string | undefined;
  /** The line of a row, or -1. Looks at `hint` first. */
  readonly lineOf: (rowId: string, hint: number) => number;
}

/**
 * All cells that a range covers, with those that were selected before; undefined where one of its ends is gone.
 *
 * @param hint a line near which its ends may be
 */
export function cellsOf(range: CellRange, places: CellPlaces, hint = 0): CellSet | undefined {
  const { anchor, end, base, isSelected } = range;
  const [from, to] = [places.lineOf(anchor.rowId, hint), places.lineOf(end.rowId, hint)];
  const [left, right] = [places.columnIds.indexOf(anchor.columnId), places.columnIds.indexOf(end.columnId)];
  if (from < 0 || to < 0 || left < 0 || right < 0) return undefined;
  const rowIds = rowsBetween(places, Math.min(from, to), Math.max(from, to));
  const columnIds = places.columnIds.slice(Math.min(left, right), Math.max(left, right) + 1);
  return changeBlock(base, rowIds, columnIds, isSelected);
}

/**
 * All cells of the rows that can be selected, in some of the columns.
 *
 * @param lines how many lines there are
 */
export function wholeColumns(
  places: Pick<CellPlaces, 'rowIdAt'>,
  lines: number,
  columnIds: readonly string[],
): CellSet {
  return changeBlock(noCells, rowsBetween(places, 0, lines - 1), columnIds, true);
}

/** The ids of the rows between two lines, both included, without those that cannot be selected. */
function* rowsBetween({ rowIdAt }: Pick<CellPlaces, 'rowIdAt'>, first: number, last: number) {
  for (let line = first; line <= last; line += 1) {
    const rowId = rowIdAt(line);
    if (rowId !== undefined) yield rowId;
  }
}

/**
 * Where Shift and a key move the end of a range, as in a spreadsheet: with Ctrl, the arrows lead to the edge. Never leaves
 * the rows and columns that can be selected. Undefined for keys that do not move.
 */
export function extendPlace(place: Place, { key, ctrl }: Stroke, extent: Extent): Place | undefined {
  const isToEdge = ctrl && key.startsWith('Arrow');
  const next = isToEdge ? edgeFrom(place, key, extent) : movePlace(place, { key, ctrl }, extent);
  return next && { line: Math.max(0, next.line), column: next.column };
}

function edgeFrom({ line, column }: Place, key: string, { lines, columns, rtl }: Extent): Place {
  const start = { line, column: 0 };
  const end = { line, column: columns - 1 };
  switch (key) {
    case 'ArrowUp':
      return { line: 0, column };
    case 'ArrowDown':
      return { line: lines - 1, column };
    case 'ArrowLeft':
      return rtl ? end : start;
    default:
      return rtl ? start : end;
  }
}
