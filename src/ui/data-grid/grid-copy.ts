import type { ClipboardEvent } from 'react';
import { cellAround, colIndexOfCell, lineOfCell } from './cell-focus.ts';
import type { PlacedColumn } from './column-layout.ts';

/** Copies the text of the cell with the focus. Text that a person has marked is copied as ever. */
export function createCopyHandler<Row>(
  placed: readonly PlacedColumn<Row>[],
  rowOn: (line: number) => Row | undefined,
): (event: ClipboardEvent<HTMLElement>) => void {
  return (event) => {
    const cell = cellAround(event.target);
    const row = cell ? rowOn(lineOfCell(cell)) : undefined;
    const column = cell && placed.find(({ colIndex }) => colIndex === colIndexOfCell(cell))?.column;
    if (!column || row === undefined || !document.getSelection()?.isCollapsed) return;
    event.clipboardData.setData('text/plain', column.text(row));
    event.preventDefault();
  };
}
