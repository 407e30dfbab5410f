import type { CSSProperties } from 'react';
import { type Measured, shareRoom } from './fit-columns.ts';
import type { Column } from './row-model.ts';

/** Below this width of the grid, in CSS px, only the columns to keep are shown. */
export const narrowWidth = 640;

/** The width of the column of checkboxes, in CSS px. */
export const selectWidth = 50;

/** Between the last column and the end of the page, in CSS px: with a cell's own padding, its text ends at the page's edge. */
export const endRoom = 16;

/** The first column takes room that is left over up to this width, in CSS px: beyond it, its texts would stand alone. */
const widestFirst = 480;

/** More columns than this, and those out of sight are not drawn: the page stays below 800 elements. */
const alwaysDrawn = 12;

const leastWidth = 64;

/** A column that has its place in the grid, drawn or not. */
export interface PlacedColumn<Row> {
  readonly column: Column<Row>;
  /** `aria-colindex`: counts all columns from 1, with the checkboxes' and those a narrow grid leaves out. */
  readonly colIndex: number;
  /** Where its cells stand in a row's CSS grid. One object for all rows, so that React sees no change. */
  readonly style: CSSProperties;
  /** Stays in sight when the grid is scrolled sideways. */
  readonly sticky: boolean;
}

export interface Shape {
  /** Only the columns to keep are shown. */
  readonly narrow: boolean;
  /** Of a narrow grid: the first cell has a line to itself, and the others stand below it. */
  readonly twoLines: boolean;
  /** The rows begin with a checkbox. */
  readonly selects: boolean;
}

/** How wide the columns are. */
export interface ColumnTracks {
  /** A `grid-template-columns` value. */
  readonly template: string;
  /** The width of each placed column in CSS px, without the room that is left over. */
  readonly widths: readonly number[];
  /** The least width of a row in CSS px. */
  readonly least: number;
}

export function leastColumnWidth<Row>(column: Column<Row>): number {
  return column.minWidth ?? leastWidth;
}

/** Whether only the columns in sight are drawn. */
export function drawsInSight<Row>(columns: readonly Column<Row>[], { narrow }: Shape): boolean {
  return !narrow && columns.length > alwaysDrawn;
}

/** Gives each column that is shown its place. @param fitting those of the columns that fit side by side */
export function placeColumns<Row>(
  columns: readonly Column<Row>[],
  shape: Shape,
  fitting: readonly Column<Row>[] = columns,
): readonly PlacedColumn<Row>[] {
  const before = shape.selects ? 1 : 0;
  const pinned = drawsInSight(columns, shape);
  return columns
    .map((column, index) => ({ column, index }))
    .filter(({ column, index }) => (shape.narrow ? column.keep || index === 0 : fitting.includes(column)))
    .map(({ column, index }, place) => ({
      column,
      colIndex: index + 1 + before,
      style: shape.twoLines ? placeOnLines(place, before) : { gridColumn: place + 1 + before },
      sticky: pinned && index === 0,
    }));
}

function placeOnLines(place: number, before: number): CSSProperties {
  return place === 0
    ? { gridColumn: `${before + 1} / -1`, gridRow: 1 }
    : { gridColumn: place + before, gridRow: 2 };
}

/** What is known of the widths of columns, by column id. */
export interface ColumnWidths {
  /** As a person has set them, in CSS px. */
  readonly chosen: ReadonlyMap<string, number>;
  /** What is drawn in them. */
  readonly measured: ReadonlyMap<string, Measured>;
}

/** What a column needs: the width that a person has set, or what was measured, or what it was designed for. */
export function needOf<Row>(column: Column<Row>, { chosen, measured }: ColumnWidths): Measured {
  const set = chosen.get(column.id);
  const width = set ?? column.width;
  const fixed = { first: width, least: width, wanted: width };
  return set === undefined ? (measured.get(column.id) ?? fixed) : fixed;
}

/** Sizes placed columns. @param room for them, in CSS px */
export function sizeColumns<Row>(
  placed: readonly PlacedColumn<Row>[],
  shape: Shape,
  columnWidths: ColumnWidths,
  room: number,
): ColumnTracks {
  const isFree = ({ id }: Column<Row>) => !columnWidths.chosen.has(id);
  const growing = placed.findIndex(({ column }) => column.grows && isFree(column));
  const widths = shape.narrow
    ? placed.map(({ column }) => leastColumnWidth(column))
    : shareRoom(
        placed.map(({ column }, place) => {
          const need = needOf(column, columnWidths);
          return place === growing
            ? { ...need, least: Math.min(need.least, leastColumnWidth(column)) }
            : need;
        }),
        room,
      );
  const tracks = shape.narrow ? narrowTracks(placed, shape) : widths.map((width) => `${width}px`);
  const [first] = placed;
  if (!shape.narrow && growing >= 0) {
    tracks[growing] = `minmax(${widths[growing]}px, 1fr)`;
  } else if (!shape.narrow) {
    if (first && isFree(first.column))
      tracks[0] = `minmax(${widths[0]}px, ${Math.max(widths[0] ?? 0, widestFirst)}px)`;
    tracks.push('minmax(0, 1fr)');
  }
  if (shape.selects) tracks.unshift(`${selectWidth}px`);
  const all = shape.twoLines ? [] : shape.narrow ? widths : [...widths, endRoom];
  return {
    template: tracks.join(' '),
    widths,
    least: all.reduce((sum, width) => sum + width, shape.selects ? selectWidth : 0),
  };
}

/** A narrow grid shares its width; on the second of two lines, what comes first takes what the others leave. */
function narrowTracks<Row>(placed: readonly PlacedColumn<Row>[], { twoLines }: Shape): string[] {
  if (!twoLines)
    return placed.map(({ column }) => `minmax(${leastColumnWidth(column)}px, ${column.width}fr)`);
  return ['minmax(0, 1fr)', ...placed.slice(2).map(() => 'auto')];
}

/** The first and last of columns `widths` px wide that touch the stretch from `start` to `end`, in px. */
export function columnsBetween(
  widths: readonly number[],
  start: number,
  end: number,
): readonly [first: number, last: number] {
  let first = 0;
  let edge = widths[0] ?? 0;
  while (edge <= start && first < widths.length - 1) edge += widths[++first] ?? 0;
  let last = first;
  while (edge < end && last < widths.length - 1) edge += widths[++last] ?? 0;
  return [first, last];
}
