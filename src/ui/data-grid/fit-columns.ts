import type { Column } from './row-model.ts';

/**
 * The columns that fit side by side, in their order. While they don't, the least important one goes: details show what it
 * holds. The first column stays, and so does every column without a priority, or that a person has chosen.
 *
 * @param room in CSS px
 * @param chosen whether a column is shown, for those that a person has shown or hidden
 */
export function columnsThatFit<Row>(
  columns: readonly Column<Row>[],
  room: number,
  widthOf: (column: Column<Row>) => number,
  chosen: ReadonlyMap<string, boolean> = new Map(),
): readonly Column<Row>[] {
  let shown = columns;
  let width = columns.reduce((sum, column) => sum + widthOf(column), 0);
  while (width > room) {
    const goes = leastImportant(shown, chosen);
    if (!goes) break;
    width -= widthOf(goes);
    shown = shown.filter((column) => column !== goes);
  }
  return shown;
}

/** The last one of the lowest priority; undefined where every column stays. */
function leastImportant<Row>(
  [, ...columns]: readonly Column<Row>[],
  chosen: ReadonlyMap<string, boolean>,
): Column<Row> | undefined {
  const rankOf = ({ id, priority }: Column<Row>): number => (chosen.get(id) ? 0 : (priority ?? 0));
  const lowest = Math.max(0, ...columns.map(rankOf));
  return lowest === 0 ? undefined : columns.findLast((column) => rankOf(column) === lowest);
}

/** How wide a column has to be, in CSS px. */
export interface Need {
  /** Shows the title in full, and as much of the cells as the column was designed for. */
  readonly least: number;
  /** Shows the cells in full, too. */
  readonly wanted: number;
}

/** What a column needs for what is drawn in it. */
export interface Measured extends Need {
  /** The least that it needed for the first rows: by that, the columns that fit are chosen once. */
  readonly first: number;
}

/**
 * What a column needs when it is measured again. Its part in which columns are shown stays, and so the new least is never
 * more than the first.
 *
 * @param isOther other rows were asked for; else the column only grows, as it must not move to and fro under the pointer
 */
export function measureAgain(before: Measured | undefined, now: Need, isOther: boolean): Measured {
  if (!before) return { ...now, first: now.least };
  if (!isOther) return { ...before, wanted: Math.max(before.wanted, now.wanted) };
  return { ...now, least: Math.min(before.first, now.least), first: before.first };
}

/**
 * Widths of columns side by side. What is left of the room goes to those that want more than the least: a column that wants
 * little gets all of that, and those that want much share the rest.
 *
 * @param room in CSS px
 */
export function shareRoom(needs: readonly Need[], room: number): readonly number[] {
  const widths = needs.map(({ least }) => least);
  let left = room - widths.reduce((sum, width) => sum + width, 0);
  const wanting = needs
    .map(({ least, wanted }, index) => ({ index, more: wanted - least }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => a.more - b.more);
  for (const [place, { index, more }] of wanting.entries()) {
    const given = Math.max(0, Math.min(more, Math.floor(left / (wanting.length - place))));
    widths[index] = (widths[index] ?? 0) + given;
    left -= given;
  }
  return widths;
}

/** A column is never made wider than this by what it holds, in CSS px: a person may make it so. */
const widestByContent = 560;

/** What a sorted column shows beside its title, in CSS px. */
const sortArrow = 16;

/**
 * How wide the title and the drawn cells of each column would be if they could, in CSS px, by `aria-colindex`. The grid is
 * laid out that way for the measure, and back again: nothing of it is painted.
 *
 * @param whileLaidOut measures what else depends on the rows but not on their columns
 */
export function measureContent(
  frame: HTMLElement,
  whileLaidOut: () => void,
): ReadonlyMap<number, { readonly title: number; readonly cells: number }> {
  const before = frame.style.getPropertyValue('--grid-columns');
  const drawn = [...frame.querySelectorAll<HTMLElement>('[role=grid] [aria-colindex]:not([aria-colspan])')];
  const columns = new Set(drawn.map((cell) => cell.style.gridColumn));
  frame.style.setProperty('--grid-columns', `repeat(${columns.size}, max-content)`);
  const found = new Map<number, { title: number; cells: number }>();
  for (const cell of drawn) {
    const index = Number(cell.getAttribute('aria-colindex'));
    const widths = found.get(index) ?? { title: 0, cells: 0 };
    // The width is a whole number: half a pixel less than needed would cut the text.
    const width = cell.offsetWidth + 1;
    if (cell.role === 'columnheader') widths.title = width + sortArrow;
    else widths.cells = Math.min(widestByContent, Math.max(widths.cells, width));
    found.set(index, widths);
  }
  whileLaidOut();
  frame.style.setProperty('--grid-columns', before);
  return found;
}
