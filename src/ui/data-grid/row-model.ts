import type { ReactNode } from 'react';

/** One column, as data. Keep the array stable between renders (module level or `useMemo`): the grid compares it. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** For the eye, in place of the header's text, which stays its name. */
  readonly heads?: ReactNode;
  /** Stands after the header: that the cells are still to come. */
  readonly mark?: ReactNode;
  /** Width in CSS px until a cell has been drawn and measured. */
  readonly width: number;
  /** Least width in CSS px; 64 when absent. */
  readonly minWidth?: number;
  readonly align?: 'end';
  /**
   * Takes the room that is left over, and is the first to give way, until a person resizes the column. Where no column that
   * is shown does, the first one takes some of that room.
   */
  readonly grows?: boolean;
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
  /** Is shown when the grid is narrower than 640 px, also where it is optional. The first column always is. */
  readonly keep?: boolean;
  /** Where not all columns fit, those of the highest number go first. Absent: the column stays. */
  readonly priority?: 2 | 3 | 4;
  /** Not shown until a person chooses the column. */
  readonly isOptional?: boolean;
  /** Of a first column whose `render` brings the link that opens the row: the grid adds no button. */
  readonly isLink?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A run of rows that belong together, shown under one header row where they have one. */
export interface Group {
  readonly id: string;
  readonly label: string;
  /** Its rows stand without a header, such as the only row of a group. */
  readonly isAlone?: boolean;
}

/** The order in which groups stand. */
export interface GroupOrder {
  /** Another text is another order: rows that keep their lines are then ordered again. */
  readonly text: string;
  /** Keep it stable between renders. */
  readonly compare: (a: Group, b: Group) => number;
}

/** What is asked of the rows. */
export interface Question<Row> {
  /** Words, all of which a row must contain somewhere, in any case. */
  readonly search: string;
  /** Keep it stable between renders: a new function filters all rows again. */
  readonly where?: ((row: Row) => boolean) | undefined;
  readonly sort?: Sort | undefined;
  /** Keeps groups together; `sort` then orders the rows inside each. */
  readonly groupBy?: ((row: Row) => Group) | undefined;
  /** The order of the groups; by their labels when absent. */
  readonly groupOrder?: GroupOrder | undefined;
  /** How rows keep their lines while only they change, and not the question. Absent: each change orders them again. */
  readonly hold?: Hold<Row> | undefined;
}

/** When rows keep their lines, and how they are told apart. */
export interface Hold<Row> {
  /** Keep it stable between renders. */
  readonly rowId: (row: Row) => string;
  /** The filters behind `where`, in text: another text is another question. */
  readonly filters: string;
  /** All rows are here. Before that, rows are shown as they come, in the order asked for. */
  readonly isComplete: boolean;
  /** Rows are being loaded: what the page was opened with may be old, and the order follows once more. */
  readonly isLoading: boolean;
  /** Whether changed cells are marked for a while; true when absent. */
  readonly marksChanges?: boolean;
  /** Whether a row that is no longer listed keeps its line until the order is updated; true when absent. */
  readonly keepsGone?: boolean;
}

/** Why a row that keeps its line is marked: it came later, no longer matches, or is no longer listed. */
export type RowMark = 'new' | 'unmatched' | 'gone';

/** The rows on screen, in the order they are shown, without a copy of any row. */
export interface RowView<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  /** How many rows match now. */
  readonly matching: number;
  /** How many rows are shown: those that match, and those that keep their line although they do not. */
  readonly shown: number;
  /** The position from which rows stand that came later; `shown` when there is none. */
  readonly added: number;
  /** How many rows do not stand where the question would have them. */
  readonly changed: number;
  /** Changes when search or sort do, and not when rows are refreshed: the grid then goes back to its top. */
  readonly asked: string;
  /** Changes when search or filters do: other rows are asked for, in whatever order. */
  readonly among: string;
  /** The row at a position from 0. Throws a `RangeError` outside of `shown`. */
  readonly at: (position: number) => Row;
  readonly markAt: (position: number) => RowMark | undefined;
  /** The row at a position as it was before it changed, for a while. */
  readonly wasAt: (position: number) => Row | undefined;
  /** Orders the rows as the question asks. */
  readonly renew: () => void;
  /** Keeps the rows where they are from now on: a person looks at them. */
  readonly keep: () => void;
}

/** Whether the row at a position matches now. */
export function matchesAt<Row>(view: RowView<Row>, position: number): boolean {
  const mark = view.markAt(position);
  return mark === undefined || mark === 'new';
}

/** The rows that match now, in the order shown: without those that keep their line although they no longer do. */
export function* matchingRows<Row>(view: RowView<Row>): Generator<Row, void, undefined> {
  for (let position = 0; position < view.shown; position += 1) {
    if (matchesAt(view, position)) yield view.at(position);
  }
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
