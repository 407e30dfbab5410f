/** Marks the one control that stands for its cell: focus goes to it and not to the cell around it. */
export const cellControl = { 'data-cell-control': '' } as const;

const focusable = 'a[href], button, input, select, textarea, [tabindex]';

/** What takes the focus of a cell: the control that stands for it, or the cell itself. */
export function focusTarget(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>('[data-cell-control]') ?? cell;
}

/** The controls that a column's `render` put into a cell. */
export function innerControls(cell: ParentNode): readonly HTMLElement[] {
  return [...cell.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => !element.matches('[data-cell-control], [aria-colindex]'),
  );
}

/** The cell around a node, or the cell that it is. */
export function cellAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[aria-colindex]') : null;
}

/** The line of a cell's row: the header's is -1, as `aria-rowindex` counts from 1 and the header comes first. */
export function lineOfCell(cell: Element): number {
  return Number(cell.closest('[aria-rowindex]')?.getAttribute('aria-rowindex')) - 2;
}

export function colIndexOfCell(cell: Element): number {
  return Number(cell.getAttribute('aria-colindex'));
}

/** The drawn cell on a line. A group's header has one cell for all columns. */
export function findCell(grid: Element, line: number, colIndex: number): HTMLElement | null {
  const row = grid.querySelector(`[aria-rowindex="${line + 2}"]`);
  if (!row) return null;
  return row.querySelector<HTMLElement>(`[aria-colindex="${colIndex}"], [aria-colspan]`);
}

/** Moves focus to a cell and brings it into sight: below the sticky header, and no further than needed. */
export function focusCell(cell: HTMLElement): void {
  focusTarget(cell).focus({ preventScroll: true });
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** Gives a cell whose text is cut off that text as its title. Listens for `pointerover` on the grid. */
export function showCutText({ target }: { readonly target: EventTarget }): void {
  const cell = cellAround(target);
  if (!cell) return;
  const control = focusTarget(cell);
  const boxes = [cell, control, control.firstElementChild ?? control];
  if (boxes.some((box) => box.scrollWidth > box.clientWidth)) cell.title = cell.textContent;
  else cell.removeAttribute('title');
}
