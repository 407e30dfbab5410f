import type { KeyboardEvent, RefObject } from 'react';
import { cellAround, focusTarget, innerControls } from './cell-focus.ts';
import { type Extent, movePlace, type Place } from './grid-keys.ts';

interface KeyboardTasks {
  readonly moveTo: (place: Place, isRepeated: boolean) => void;
  /** Selects or unselects the row or group on a line; with `range`, all from the last row to it. */
  readonly toggle: ((line: number, range: boolean) => void) | undefined;
  readonly selectAll: (() => void) | undefined;
  readonly open: ((line: number) => void) | undefined;
  /** Whether the group on a line is collapsed; undefined for a row, and where groups don't fold. */
  readonly isCollapsed: (line: number) => boolean | undefined;
  /** Shows or hides the rows of the group on a line. */
  readonly fold: (line: number) => void;
  /** Makes a header cell's column wider (1) or narrower (-1). */
  readonly resize: ((cell: HTMLElement, direction: 1 | -1) => void) | undefined;
}

/**
 * The keys of the grid: arrows, Home, End, Page Up and Page Down move; Space selects a row, Shift+Space a range,
 * Ctrl+A all that match; Enter activates the cell or opens the row; Left and Right collapse and expand a group; F2
 * goes to the controls in a cell, Tab from one to the next, Escape back; Alt+Shift+Left and Right resize a column from
 * its header.
 */
export function createKeyHandler(
  grid: RefObject<HTMLElement | null>,
  place: Place,
  extent: () => Extent,
  tasks: KeyboardTasks,
): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const cell = cellAround(event.target);
    if (!cell || !grid.current?.contains(cell) || event.defaultPrevented) return;
    const handled = event.target === focusTarget(cell) ? pressOnCell(event, cell) : pressInside(event, cell);
    if (handled) event.preventDefault();
  };

  function pressOnCell(event: KeyboardEvent<HTMLElement>, cell: HTMLElement): boolean {
    const { key, altKey, shiftKey } = event;
    if (altKey) return shiftKey && place.line < 0 && pressResize(key, cell);
    const ctrl = event.ctrlKey || event.metaKey;
    if (!ctrl && cell.hasAttribute('aria-colspan') && pressFold(key)) return true;
    const next = movePlace(place, { key, ctrl }, extent());
    if (next) {
      tasks.moveTo(next, event.repeat);
      return true;
    }
    if (key === 'a' && ctrl && tasks.selectAll) {
      tasks.selectAll();
      return true;
    }
    if (place.line < 0) return false; // Buttons and the checkbox of the header know their keys.
    if (key === ' ' && tasks.toggle) {
      tasks.toggle(place.line, shiftKey);
      return true;
    }
    if (key === 'Enter') return pressEnter(cell);
    if (key === 'F2') return focusFirst(innerControls(cell));
    return key === ' ' && focusTarget(cell) === cell; // Or the page would scroll.
  }

  function pressResize(key: string, cell: HTMLElement): boolean {
    if ((key !== 'ArrowLeft' && key !== 'ArrowRight') || !tasks.resize) return false;
    tasks.resize(cell, (key === 'ArrowRight') === !extent().rtl ? 1 : -1);
    return true;
  }

  /** On a group: one way shows its rows, the other hides them, and once hidden goes to the checkbox. */
  function pressFold(key: string): boolean {
    const isCollapsed = tasks.isCollapsed(place.line);
    if (isCollapsed === undefined || (key !== 'ArrowLeft' && key !== 'ArrowRight')) return false;
    const expands = (key === 'ArrowRight') === !extent().rtl;
    if (expands === isCollapsed) tasks.fold(place.line);
    else if (isCollapsed) tasks.moveTo({ line: place.line, column: 0 }, false);
    return true;
  }

  function pressEnter(cell: HTMLElement): boolean {
    const control = focusTarget(cell);
    const inner = innerControls(cell);
    if (control !== cell) control.click();
    else if (inner.length > 1) focusFirst(inner);
    else if (inner.length === 1) inner[0]?.click();
    else tasks.open?.(place.line);
    return true;
  }
}

function focusFirst([first]: readonly HTMLElement[]): boolean {
  first?.focus();
  return first !== undefined;
}

/** Keys while focus is in a control inside a cell: all are the control's, but the way out and on. */
function pressInside({ key, shiftKey, target }: KeyboardEvent<HTMLElement>, cell: HTMLElement): boolean {
  if (key === 'Escape' || key === 'F2') {
    focusTarget(cell).focus();
    return true;
  }
  const controls = innerControls(cell);
  const at = target instanceof HTMLElement ? controls.indexOf(target) : -1;
  if (key !== 'Tab' || at < 0) return false;
  controls.at((at + (shiftKey ? -1 : 1)) % controls.length)?.focus();
  return true;
}
