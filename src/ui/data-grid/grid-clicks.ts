import type { MouseEvent, RefObject } from 'react';
import { cellAround, colIndexOfCell, lineOfCell } from './cell-focus.ts';

interface ClickTasks {
  /** Absent where rows are not selected. */
  readonly toggle: ((line: number, range: boolean) => void) | undefined;
  readonly isGroup: (line: number) => boolean;
  /** Shows or hides the rows of the group on a line. */
  readonly fold: ((line: number) => void) | undefined;
  readonly open: ((line: number) => void) | undefined;
}

/**
 * The clicks of the grid: on a checkbox they select, on a group they fold, and anywhere else in a row they open the row.
 * A link or button in a cell keeps its own click, and text that was marked by dragging stays marked.
 */
export function createClickHandler(
  grid: RefObject<HTMLElement | null>,
  { toggle, isGroup, fold, open }: ClickTasks,
): (event: MouseEvent<HTMLElement>) => void {
  return ({ target, detail, shiftKey, ctrlKey, metaKey, altKey }) => {
    // React also reports clicks in a menu or dialog that a cell has opened somewhere else in the page.
    if (!(target instanceof Element) || !grid.current?.contains(target)) return;
    const cell = cellAround(target);
    const line = lineOfCell(target);
    if (line < 0) return;
    if (toggle && cell && colIndexOfCell(cell) === 1) {
      toggle(line, shiftKey);
      return;
    }
    const control = target.closest<HTMLElement>('a, button, input, select, textarea, label, summary');
    if (control && control.dataset.cellControl === undefined) return;
    // A key that clicks counts no clicks: text that is marked somewhere is no business of the keyboard.
    if (shiftKey || ctrlKey || metaKey || altKey || (detail > 0 && hasMarkedText())) return;
    if (isGroup(line)) fold?.(line);
    else open?.(line);
  };
}

function hasMarkedText(): boolean {
  const marked = document.getSelection();
  return marked !== null && !marked.isCollapsed && marked.toString() !== '';
}
