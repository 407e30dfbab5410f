import { useMemo } from 'react';
import {
  type ColumnTracks,
  columnsBetween,
  drawsInSight,
  narrowWidth,
  type PlacedColumn,
  placeColumns,
  type Shape,
  sizeColumns,
} from './column-layout.ts';
import type { Column } from './row-model.ts';
import { sidewaysStep, type Viewport } from './use-viewport.ts';

export interface GridColumns<Row> extends Shape {
  readonly placed: readonly PlacedColumn<Row>[];
  readonly tracks: ColumnTracks;
  /** Whether only columns in sight are drawn, the first one always. */
  readonly inSight: boolean;
  /** The `aria-colindex` of each shown column, the checkboxes' included. */
  readonly colIndices: readonly number[];
}

/** Places and sizes the columns for a viewport. Its parts keep their identity while nothing about them changes. */
export function useGridColumns<Row>(
  columns: readonly Column<Row>[],
  selects: boolean,
  width: number,
  chosen: ReadonlyMap<string, number>,
): GridColumns<Row> {
  const narrow = width > 0 && width < narrowWidth;
  const placed = useMemo(() => placeColumns(columns, { narrow, selects }), [columns, narrow, selects]);
  const tracks = useMemo(
    () => sizeColumns(placed, { narrow, selects }, chosen),
    [placed, narrow, selects, chosen],
  );
  const colIndices = useMemo(() => {
    const indices = placed.map(({ colIndex }) => colIndex);
    return selects ? [1, ...indices] : indices;
  }, [placed, selects]);
  return { narrow, selects, placed, tracks, inSight: drawsInSight(columns, { narrow, selects }), colIndices };
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
  const kept = inSight ? activeIndex : undefined;
  return useMemo(() => {
    if (kept === undefined) return placed;
    return placed.filter(
      ({ sticky, colIndex }, place) => sticky || colIndex === kept || (place >= first && place <= last),
    );
  }, [placed, kept, first, last]);
}
