import type { MouseEvent, PointerEvent } from 'react';
import { cellAround, colIndexOfCell } from './cell-focus.ts';
import { leastColumnWidth, type PlacedColumn } from './column-layout.ts';

/** How far one key press moves a column's edge, in CSS px. */
const keyStep = 16;

const mostWidth = 1200;

export interface ColumnResize {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onDoubleClick: (event: MouseEvent<HTMLElement>) => void;
  /** Moves the end edge of a header cell's column by a key step: 1 is wider, -1 narrower. */
  readonly stepBy: (header: HTMLElement, direction: 1 | -1) => void;
}

/** Column widths by pointer (drag an edge), by keyboard, and to fit what is drawn (double click an edge). */
export function createColumnResize<Row>(
  columns: readonly PlacedColumn<Row>[],
  choose: (column: string, width: number) => void,
  announce: (message: string) => void,
): ColumnResize {
  function resize(header: HTMLElement, width: number): void {
    const column = columns.find(({ colIndex }) => colIndex === colIndexOfCell(header))?.column;
    if (!column) return;
    const allowed = Math.round(Math.min(mostWidth, Math.max(width, leastColumnWidth(column))));
    choose(column.id, allowed);
    announce(`${column.header}: ${allowed} pixels wide`);
  }
  return {
    onPointerDown: (event) => {
      const handle = edgeUnder(event.target);
      const header = cellAround(handle);
      if (!handle || !header || event.button !== 0) return;
      event.preventDefault(); // Or the drag would select text.
      const sign = getComputedStyle(header).direction === 'rtl' ? -1 : 1;
      const from = event.clientX;
      const width = header.offsetWidth;
      const ending = new AbortController();
      const { signal } = ending;
      handle.setPointerCapture(event.pointerId);
      handle.addEventListener('pointermove', (move) => resize(header, width + sign * (move.clientX - from)), {
        signal,
      });
      handle.addEventListener('lostpointercapture', () => ending.abort(), { signal });
    },
    onDoubleClick: ({ target }) => {
      const header = cellAround(edgeUnder(target));
      if (header) resize(header, fittingWidth(header));
    },
    stepBy: (header, direction) => resize(header, header.offsetWidth + direction * keyStep),
  };
}

/** The edge of a header cell, if that is what was hit. */
function edgeUnder(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement && target.dataset.resize !== undefined ? target : null;
}

/** The width that shows the contents of all drawn cells of a column in full, padding included. */
function fittingWidth(header: HTMLElement): number {
  const grid = header.closest('[role=grid]');
  const index = header.getAttribute('aria-colindex');
  const range = document.createRange();
  let widest = 0;
  for (const cell of grid?.querySelectorAll(`[aria-colindex="${index}"]:not([aria-colspan])`) ?? []) {
    const content = cell.querySelector('button[data-cell-control]') ?? cell;
    range.selectNodeContents(content);
    const padding = getComputedStyle(content);
    const around =
      Number.parseFloat(padding.paddingInlineStart) + Number.parseFloat(padding.paddingInlineEnd);
    widest = Math.max(widest, range.getBoundingClientRect().width + around);
  }
  return Math.ceil(widest) + 1;
}
