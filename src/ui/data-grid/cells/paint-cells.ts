import { colIndexOfCell, lineOfCell } from '../cell-focus.ts';
import type { CellPlaces } from './cell-range.ts';
import type { CellSet } from './cell-set.ts';

/**
 * Marks the drawn cells that are selected, and the edges at which a selected cell has no selected neighbor. Written to the
 * elements and not rendered: a drag over many cells then costs a few attributes, and no row is drawn again.
 *
 * @param columnOf the place among `columnIds` of a column, by its `aria-colindex`
 */
export function paintCells(
  grid: Element,
  cells: CellSet,
  { columnIds, rowIdAt }: Pick<CellPlaces, 'columnIds' | 'rowIdAt'>,
  columnOf: ReadonlyMap<number, number>,
): void {
  const selectedOn = (line: number) => {
    const rowId = cells.size > 0 && line >= 0 ? rowIdAt(line) : undefined;
    return rowId === undefined ? undefined : cells.get(rowId);
  };
  for (const row of grid.querySelectorAll('[role="row"]')) {
    const line = lineOfCell(row);
    if (line < 0) continue;
    const [above, own, below] = [selectedOn(line - 1), selectedOn(line), selectedOn(line + 1)];
    for (const cell of row.children) {
      const column = columnOf.get(colIndexOfCell(cell));
      if (column === undefined) continue;
      const id = columnIds[column] ?? '';
      const isSelected = own?.has(id) ?? false;
      // Where nothing is selected, screen readers need not hear so of every cell.
      mark(cell, 'aria-selected', cells.size > 0 ? String(isSelected) : undefined);
      const edges = isSelected
        ? [
            !above?.has(id) && 'top',
            !below?.has(id) && 'bottom',
            !own?.has(columnIds[column - 1] ?? '') && 'start',
            !own?.has(columnIds[column + 1] ?? '') && 'end',
          ].filter(Boolean)
        : [];
      mark(cell, 'data-edges', edges.length > 0 ? edges.join(' ') : undefined);
    }
  }
}

function mark(cell: Element, name: string, value: string | undefined): void {
  if (value === undefined) cell.removeAttribute(name);
  else if (cell.getAttribute(name) !== value) cell.setAttribute(name, value);
}
