import { type RefObject, useLayoutEffect } from 'react';
import { leastColumnWidth, type PlacedColumn } from './column-layout.ts';
import { measureContent, type Need } from './fit-columns.ts';

type Needs = ReadonlyMap<string, Need>;

/**
 * Measures how wide the placed columns must be for what they hold, by column id. Each column is measured once,
 * with the first rows that are drawn in it: columns that followed every row would move under the pointer.
 */
export function useContentWidths<Row>(
  frame: RefObject<HTMLElement | null>,
  placed: readonly PlacedColumn<Row>[],
  measured: Needs,
  onMeasured: (needs: Needs) => void,
): void {
  // Before the paint, so that the rows never show in other columns first; after each one, as rows come by themselves.
  useLayoutEffect(() => {
    const missing = placed.filter(({ column }) => !measured.has(column.id));
    if (missing.length === 0 || !frame.current?.querySelector('[role=rowheader]')) return;
    const found = measureContent(frame.current);
    const needs = missing.map(({ column, colIndex }) => {
      const { title, cells } = found.get(colIndex) ?? { title: column.width, cells: 0 };
      const least = Math.max(leastColumnWidth(column), title, Math.min(cells, column.width));
      return [column.id, { least, wanted: Math.max(least, cells) }] as const;
    });
    onMeasured(new Map([...measured, ...needs]));
  });
}
