import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import { cellAround, colIndexOfCell, lineOfCell } from '../cell-focus.ts';
import type { PlacedColumn } from '../column-layout.ts';
import type { Place } from '../grid-keys.ts';
import type { GridLines } from '../grid-lines.ts';
import { matchesAt, type RowView } from '../row-model.ts';
import { findPosition } from '../selection.ts';
import { type CellPlaces, type CellRange, cellsOf, wholeColumns } from './cell-range.ts';
import { type CellId, type CellSet, hasCell, noCells } from './cell-set.ts';
import { paintCells } from './paint-cells.ts';

/** The cells of a grid that can be selected, for grids without groups. */
export interface CellSelecting {
  /** The columns whose cells can be selected; stable between renders. */
  readonly columnIds: ReadonlySet<string>;
  readonly selected: CellSet;
  /** Gets those of the columns that the grid shows, before they are painted. Stable between renders. */
  readonly onPlaced: (columnIds: readonly string[]) => void;
  /** @param replaces whether these are now all that is selected: no row is any longer */
  readonly onChange: (next: CellSet, replaces: boolean) => void;
  /** What is selected, as it is announced. */
  readonly describe: (selected: CellSet) => string;
}

export interface CellSurroundings<Row> {
  readonly cells: CellSelecting | undefined;
  readonly grid: RefObject<HTMLElement | null>;
  readonly view: RowView<Row>;
  readonly lines: GridLines;
  readonly rowId: (row: Row) => string;
  readonly placed: readonly PlacedColumn<Row>[];
  readonly announce: (message: string) => void;
}

const controls = 'a, button, input, select, textarea, label, summary';

/**
 * The range of cells that a person draws. It shows at once, by `paint`, and the page gets it by `commit`: a drag then draws
 * no row again. Places count lines, and those columns whose cells can be selected.
 */
export function useCellRange<Row>({ cells, grid, ...surroundings }: CellSurroundings<Row>) {
  const { view, lines, rowId, placed } = surroundings;
  const range = useRef<CellRange | undefined>(undefined);
  const replaces = useRef(false);
  /** What shows while it changes. */
  const draft = useRef<CellSet | undefined>(undefined);
  /** What the page got last. */
  const committed = useRef<CellSet | undefined>(undefined);
  const isPainted = useRef(false);

  const wanted = cells?.columnIds;
  const columns = useMemo(() => placed.filter(({ column }) => wanted?.has(column.id)), [placed, wanted]);
  const columnOf = useMemo(() => new Map(columns.map(({ colIndex }, at) => [colIndex, at])), [columns]);
  const columnIds = useMemo(() => columns.map(({ column }) => column.id), [columns]);
  const onPlaced = cells?.onPlaced;
  const names = columnIds.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `columnIds` is another list after each resize; `names` changes only with its members
  useLayoutEffect(() => onPlaced?.(columnIds), [names, onPlaced]);
  const places: CellPlaces = {
    columnIds,
    rowIdAt(line) {
      if (line < 0 || line >= lines.count) return undefined;
      const position = lines.positionAt(line);
      return matchesAt(view, position) ? rowId(view.at(position)) : undefined;
    },
    lineOf: (id, hint) => findPosition(view, rowId, id, hint),
  };
  // What listens to the document outlives the render in which a drag began.
  const latest = useRef({ cells, places, announce: surroundings.announce });
  latest.current = { cells, places, announce: surroundings.announce };

  const shown = () => draft.current ?? latest.current.cells?.selected ?? noCells;

  function paint(): void {
    const now = shown();
    if (!grid.current || (now.size === 0 && !isPainted.current)) return;
    isPainted.current = now.size > 0;
    paintCells(grid.current, now, latest.current.places, columnOf);
  }

  function idAt({ line, column }: Place): CellId | undefined {
    const columnId = latest.current.places.columnIds[column];
    const row = latest.current.places.rowIdAt(line);
    return row === undefined || columnId === undefined ? undefined : { rowId: row, columnId };
  }

  function draw(next: CellRange, hint: number): void {
    const drawn = cellsOf(next, latest.current.places, hint);
    if (!drawn) return;
    range.current = next;
    draft.current = drawn;
    paint();
  }

  /** @param how.isAdded the cells that are selected stay */
  function begin(at: Place, { isAdded = false, isSelected = true } = {}): void {
    const anchor = idAt(at);
    replaces.current = !isAdded;
    if (anchor) draw({ anchor, end: anchor, base: isAdded ? shown() : noCells, isSelected }, at.line);
  }

  /** Drops the range where others are selected by now, as after "Clear selection": its base would bring them back. */
  function dropOutdated(): void {
    if (!draft.current && shown() !== committed.current) range.current = undefined;
  }

  function isAtAnEnd(id: CellId): boolean {
    const { anchor, end } = range.current ?? {};
    return isSameCell(id, anchor) || isSameCell(id, end);
  }

  return {
    columns,
    columnOf,
    paint,
    idAt,
    begin,
    hasAny: () => shown().size > 0,
    /** The place under an element, if it is one of a cell that can be selected. */
    placeOf(target: EventTarget | null): Place | undefined {
      if (!(target instanceof Element) || !grid.current?.contains(target)) return undefined;
      const cell = cellAround(target);
      const column = cell ? columnOf.get(colIndexOfCell(cell)) : undefined;
      if (!cell || column === undefined || target.closest(controls)) return undefined;
      const place = { line: lineOfCell(cell), column };
      return idAt(place) && place;
    },
    /** Selects a cell beside the others, or takes it out. */
    toggle(at: Place): void {
      const id = idAt(at);
      if (id) begin(at, { isAdded: true, isSelected: !hasCell(shown(), id) });
    },
    /** Selects the columns from one to another on every line, and nothing else. */
    selectColumns(first: number, last: number): void {
      const { places: now } = latest.current;
      range.current = undefined;
      replaces.current = true;
      draft.current = wholeColumns(now, lines.count, now.columnIds.slice(first, last + 1));
      paint();
    },
    /** Moves the end of the range. */
    extend(at: Place): void {
      dropOutdated();
      const end = idAt(at);
      if (end && range.current && !isSameCell(end, range.current.end))
        draw({ ...range.current, end }, at.line);
    },
    /**
     * Goes on with the range if one of its ends is here, and else begins one here. Cells that were added one by one stay if
     * this is among them.
     */
    standOn(at: Place): void {
      dropOutdated();
      const id = idAt(at);
      if (id && !isAtAnEnd(id)) begin(at, { isAdded: hasCell(shown(), id) });
    },
    /** Where the range ends. @param hint the line where it may be */
    endOf(hint: number): Place | undefined {
      const { rowId: row = '', columnId = '' } = range.current?.end ?? {};
      const { lineOf, columnIds: ids } = latest.current.places;
      const place = { line: lineOf(row, hint), column: ids.indexOf(columnId) };
      return range.current && place.line >= 0 && place.column >= 0 ? place : undefined;
    },
    isDrawn: () => range.current !== undefined,
    leave: () => {
      range.current = undefined;
    },
    commit(): void {
      const next = draft.current;
      draft.current = undefined;
      const now = latest.current;
      if (!next || !now.cells) return;
      committed.current = next;
      now.cells.onChange(next, replaces.current);
      now.announce(next.size > 0 ? now.cells.describe(next) : 'No cells selected');
    },
    clear(): void {
      range.current = undefined;
      draft.current = undefined;
      latest.current.cells?.onChange(noCells, true);
      latest.current.announce('No cells selected');
    },
    /** Shows again what was selected before the draft. */
    drop(): void {
      range.current = undefined;
      draft.current = undefined;
      paint();
    },
  };
}

function isSameCell(one: CellId, other: CellId | undefined): boolean {
  return one.rowId === other?.rowId && one.columnId === other.columnId;
}
