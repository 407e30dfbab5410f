import type { CSSProperties } from 'react';
import { type Need, shareRoom } from './fit-columns.ts';
import type { Column } from './row-model.ts';

/** Below this width of the grid, in CSS px, only the columns to keep are shown. */
export const narrowWidth = 640;

/** The width of the column of checkboxes, in CSS px. */
export const selectWidth = 50;

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
    .filter(({ column, index }) => fitting.includes(column) && (!shape.narrow || column.keep || index === 0))
    .map(({ column, index }, place) => ({
      column,
      colIndex: index + 1 + before,
      style: { gridColumn: place + 1 + before },
      sticky: pinned && index === 0,
    }));
}

/** What is known of the widths of columns, by column id. */
export interface ColumnWidths {
  /** As a person has set them, in CSS px. */
  readonly chosen: ReadonlyMap<string, number>;
  /** What is drawn in them. */
  readonly measured: ReadonlyMap<string, Need>;
}

/** What a column needs: the width that a person has set, or what was measured, or what it was designed for. */
export function needOf<Row>(column: Column<Row>, { chosen, measured }: ColumnWidths): Need {
  const set = chosen.get(column.id);
  const designed = { least: column.width, wanted: column.width };
  return set === undefined ? (measured.get(column.id) ?? designed) : { least: set, wanted: set };
}

/** Sizes placed columns. @param room for them, in CSS px */
export function sizeColumns<Row>(
  placed: readonly PlacedColumn<Row>[],
  { narrow, selects }: Shape,
  columnWidths: ColumnWidths,
  room: number,
): ColumnTracks {
  const widths = narrow
    ? placed.map(({ column }) => leastColumnWidth(column))
    : shareRoom(
        placed.map(({ column }) => needOf(column, columnWidths)),
        room,
      );
  const grows = !columnWidths.chosen.has(placed[0]?.column.id ?? '');
  const tracks = placed.map(({ column }, place) => {
    const width = widths[place] ?? 0;
    if (narrow) return `minmax(${width}px, ${column.width}fr)`;
    return place === 0 && grows ? `minmax(${width}px, ${Math.max(width, widestFirst)}px)` : `${width}px`;
  });
  if (selects) tracks.unshift(`${selectWidth}px`);
  if (!narrow) tracks.push('minmax(0, 1fr)');
  return {
    template: tracks.join(' '),
    widths,
    least: widths.reduce((sum, width) => sum + width, selects ? selectWidth : 0),
  };
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
