import type { ReactNode } from 'react';

/** One column, as data. Keep the array stable between renders (module level or `useMemo`): the grid compares it. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** Initial width in CSS px. The first column also takes the room that is left over, until somebody resizes it. */
  readonly width: number;
  /** Least width in CSS px; 64 when absent. */
  readonly minWidth?: number;
  readonly align?: 'end';
  /** The cell's plain text: what is searched, shown without `render`, and copied. */
  readonly text: (row: Row) => string;
  /**
   * What the column is sorted by. Absent: not sortable. `null` sorts last in both directions. Give dates as
   * numbers: texts are compared as people would compare them, which costs more.
   */
  readonly sortValue?: (row: Row) => string | number | null;
  /** Must be pure in `row`: a row is drawn again only when it, its selection or the focus in it changes. */
  readonly render?: (row: Row) => ReactNode;
  /** Whether the text is searched; true when absent. */
  readonly searched?: boolean;
  /** Stays when the grid is narrower than 640 px. The first column always stays. */
  readonly keep?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A run of rows that belong together, shown under one header row. */
export interface Group {
  readonly id: string;
  readonly label: string;
}

/** What is asked of the rows. */
export interface Question<Row> {
  /** Words, all of which a row must contain somewhere, in any case. */
  readonly search: string;
  /** Keep it stable between renders: a new function filters all rows again. */
  readonly where?: ((row: Row) => boolean) | undefined;
  readonly sort?: Sort | undefined;
  /** Keeps groups together, in the order of their labels; `sort` then orders the rows inside each. */
  readonly groupBy?: ((row: Row) => Group) | undefined;
  /** The order of the groups; ascending when absent. */
  readonly groupDirection?: Sort['direction'] | undefined;
}

/** The rows that match, in the order they are shown, without a copy of any row. */
export interface RowView<Row> {
  readonly rows: readonly Row[];
  /** Indices into `rows` of the matching ones, in shown order. */
  readonly order: Uint32Array;
  readonly total: number;
  readonly matching: number;
  /** Changes when search or sort do, and not when rows are refreshed: the grid then goes back to its top. */
  readonly asked: string;
  /** The matching row at a position from 0. Throws a `RangeError` outside of `matching`. */
  readonly at: (position: number) => Row;
}

/** The words of a search text, lower-cased. Empty when nothing is searched for. */
export function searchWords(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/u).filter(Boolean);
}

/** All searched texts of a row, lower-cased. The separator keeps a word from matching across two columns. */
export function searchText<Row>(row: Row, columns: readonly Column<Row>[]): string {
  let text = '';
  for (const column of columns) {
    if (column.searched !== false) text += `${column.text(row)}\n`;
  }
  return text.toLowerCase();
}

/** Whether a lower-cased text contains every word. */
export function containsWords(text: string, words: readonly string[]): boolean {
  for (const word of words) {
    if (!text.includes(word)) return false;
  }
  return true;
}

/** The indices of `order` that pass, in the same order. */
export function filterOrder(order: Uint32Array, passes: (index: number) => boolean): Uint32Array {
  const kept = new Uint32Array(order.length);
  let count = 0;
  for (const index of order) {
    if (passes(index)) kept[count++] = index;
  }
  return kept.subarray(0, count);
}

/** Puts the answer to a question into the shape the grid takes. */
export function createRowView<Row>(rows: readonly Row[], order: Uint32Array, asked: string): RowView<Row> {
  return {
    rows,
    order,
    total: rows.length,
    matching: order.length,
    asked,
    at: (position) => {
      const index = order[position];
      if (index === undefined) throw new RangeError(`No row at position ${position}`);
      // The order is made of indices of these very rows, so there is one; `Row` itself may include undefined.
      return rows[index] as Row;
    },
  };
}
