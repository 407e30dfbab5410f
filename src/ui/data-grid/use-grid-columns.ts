import { type RefObject, useMemo, useState } from 'react';
import { type ColumnChoice, isWanted } from './column-choice.ts';
import {
  type ColumnTracks,
  columnsBetween,
  drawsInSight,
  endRoom,
  narrowWidth,
  needOf,
  type PlacedColumn,
  placeColumns,
  type Shape,
  selectWidth,
  sizeColumns,
} from './column-layout.ts';
import { columnsThatFit, type Measured } from './fit-columns.ts';
import type { Column, RowView } from './row-model.ts';
import { useContentWidths } from './use-content-widths.ts';
import { sidewaysStep, type Viewport } from './use-viewport.ts';

export interface GridColumns<Row> extends Shape {
  readonly placed: readonly PlacedColumn<Row>[];
  readonly tracks: ColumnTracks;
  /** Whether only columns in sight are drawn, the first one always. */
  readonly inSight: boolean;
  /** The `aria-colindex` of each shown column, the checkboxes' included. */
  readonly colIndices: readonly number[];
}

const none: ReadonlyMap<string, Measured> = new Map();

/**
 * Places and sizes the columns for a viewport. Its parts keep their identity while nothing about them changes.
 *
 * @param asked.choice the columns and widths that a person has chosen
 * @param asked.twoLines whether the first cell of a narrow grid has a line to itself
 * @param frame the element that sets the tracks of all rows
 */
export function useGridColumns<Row>(
  columns: readonly Column<Row>[],
  view: RowView<Row>,
  { selects, twoLines: wantsTwo, choice }: { selects: boolean; twoLines: boolean; choice: ColumnChoice },
  { width, measureWidth }: { readonly width: number; readonly measureWidth: () => void },
  frame: RefObject<HTMLElement | null>,
): GridColumns<Row> {
  const narrow = width > 0 && width < narrowWidth;
  const twoLines = narrow && wantsTwo;
  const shape = useMemo(() => ({ narrow, twoLines, selects }), [narrow, twoLines, selects]);
  const { widths: chosen, shown } = choice;
  const wanted = useMemo(
    () => columns.filter((column, index) => isWanted(column, index, choice)),
    [columns, choice],
  );
  const inSight = drawsInSight(wanted, shape);
  const [measured, setMeasured] = useState(none);
  const widths = useMemo(() => ({ chosen, measured }), [chosen, measured]);
  const room = width - (selects ? selectWidth : 0) - endRoom;
  const fitting = useMemo(
    () => columnsThatFit(wanted, room, (column) => needOf(column, widths).first, shown),
    [wanted, room, widths, shown],
  );
  // The same columns as long as they are those: widths change more often.
  const names = fitting.map(({ id }) => id).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` tells whether other columns fit
  const placed = useMemo(() => placeColumns(columns, shape, fitting), [columns, shape, names]);
  const tracks = useMemo(() => sizeColumns(placed, shape, widths, room), [placed, shape, widths, room]);
  // A narrow grid shares its width, and a wide one draws few of its columns.
  // The columns share the width that the grid has now.
  useContentWidths(frame, narrow || inSight ? [] : placed, view, measured, setMeasured, measureWidth);
  const colIndices = useMemo(() => {
    const indices = placed.map(({ colIndex }) => colIndex);
    return selects ? [1, ...indices] : indices;
  }, [placed, selects]);
  return { ...shape, placed, tracks, inSight, colIndices };
}

/** The columns to draw: those near what is in sight, the first one, and the one with the tab stop. */
export function useDrawnColumns<Row>(
  { placed, tracks, inSight }: GridColumns<Row>,
  viewport: Viewport,
  activeIndex: number,
): readonly PlacedColumn<Row>[] {
  // The first column is pinned, and the others pass under it.
  const [first, last] = columnsBetween(
    tracks.widths,
    viewport.start + (tracks.widths[0] ?? 0) - sidewaysStep,
    viewport.start + viewport.width + sidewaysStep,
  );
  const active = placed.findIndex(({ colIndex }) => colIndex === activeIndex);
  // The same columns while the tab stop moves among those near: no row is drawn again for these.
  const kept = active < first || active > last ? active : -1;
  return useMemo(() => {
    if (!inSight) return placed;
    return placed.filter(
      ({ sticky }, place) => sticky || place === kept || (place >= first && place <= last),
    );
  }, [placed, inSight, kept, first, last]);
}
