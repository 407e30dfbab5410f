import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { leastColumnWidth, type PlacedColumn } from './column-layout.ts';
import { type Measured, measureAgain, measureContent } from './fit-columns.ts';
import type { RowView } from './row-model.ts';

type Widths = ReadonlyMap<string, Measured>;

/** How long rows rest before they are measured again, in ms: in a run, each response changes some. */
const rest = 100;

/**
 * Measures how wide the placed columns must be for what they hold, by column id: at first, and when other rows are asked
 * for, before anything is painted; when rows change that are here, a moment later, and then columns only grow. They don't
 * follow what is scrolled into sight or still coming: they would move under the pointer.
 *
 * @param whileLaidOut measures what else depends on the rows but not on their columns
 */
export function useContentWidths<Row>(
  frame: RefObject<HTMLElement | null>,
  placed: readonly PlacedColumn<Row>[],
  view: RowView<Row>,
  measured: Widths,
  onMeasured: (widths: Widths) => void,
  whileLaidOut: () => void,
): void {
  const among = useRef(view.among);

  function measure(isOther: boolean): void {
    if (placed.length === 0 || !frame.current?.querySelector('[role=rowheader]')) return;
    const found = measureContent(frame.current, whileLaidOut);
    const next = placed.map(({ column, colIndex }) => {
      const { title, cells } = found.get(colIndex) ?? { title: column.width, cells: 0 };
      const least = Math.max(leastColumnWidth(column), title, Math.min(cells, column.width));
      const now = { least, wanted: Math.max(least, cells) };
      return [column.id, measureAgain(measured.get(column.id), now, isOther)] as const;
    });
    among.current = view.among;
    if (next.some(([id, { least, wanted }]) => isNew(measured.get(id), least, wanted)))
      onMeasured(new Map([...measured, ...next]));
  }

  // After each render, as rows come by themselves.
  useLayoutEffect(() => {
    const isOther = among.current !== view.among;
    if (isOther || placed.some(({ column }) => !measured.has(column.id))) measure(isOther);
  });
  const latest = useRef(measure);
  latest.current = measure;
  // The first rows are measured before they are painted.
  const total = useRef(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change are another list of rows
  useEffect(() => {
    // Rows that are still coming must not move those that are here.
    const isComing = total.current !== view.total;
    total.current = view.total;
    if (isComing) return;
    const timer = setTimeout(() => latest.current(false), rest);
    return () => clearTimeout(timer);
  }, [view.rows]);
}

function isNew(before: Measured | undefined, least: number, wanted: number): boolean {
  return before?.least !== least || before.wanted !== wanted;
}
