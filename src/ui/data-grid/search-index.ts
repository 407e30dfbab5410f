import { type Column, searchText } from './row-model.ts';

/** Lower-cased search texts, made once for each row and kept while the row itself stays the same. */
export interface SearchIndex<Row> {
  /** The texts of all rows, in their order; makes those that are missing. */
  readonly texts: (rows: readonly Row[], columns: readonly Column<Row>[]) => readonly string[];
  /** Makes texts ahead of need for at most `budget` ms. True once none is missing. */
  readonly prepare: (rows: readonly Row[], columns: readonly Column<Row>[], budget: number) => boolean;
}

/** How many texts are made between two looks at the clock: about a tenth of a millisecond. */
const batchSize = 200;

/**
 * An index for rows that arrive page by page or are refreshed: whatever row object is still at its place in the
 * next array keeps its text.
 */
export function createSearchIndex<Row>(): SearchIndex<Row> {
  let rows: readonly Row[] = [];
  let columns: readonly Column<Row>[] = [];
  let texts: (string | undefined)[] = [];
  /** Texts before this index are all made. */
  let done = 0;

  function adopt(nextRows: readonly Row[], nextColumns: readonly Column<Row>[]) {
    if (nextRows === rows && nextColumns === columns) return;
    const kept = nextColumns === columns ? texts : [];
    texts = nextRows.map((row, index) => (row === rows[index] ? kept[index] : undefined));
    rows = nextRows;
    columns = nextColumns;
    done = 0;
  }

  function extend(end: number) {
    // `end` is at most the number of rows, so there is a row at each index.
    for (; done < end; done++) texts[done] ??= searchText(rows[done] as Row, columns);
  }

  return {
    texts: (nextRows, nextColumns) => {
      adopt(nextRows, nextColumns);
      extend(rows.length);
      return texts as string[]; // Every text has just been made.
    },
    prepare: (nextRows, nextColumns, budget) => {
      adopt(nextRows, nextColumns);
      const deadline = performance.now() + budget;
      while (done < rows.length && performance.now() < deadline) {
        extend(Math.min(rows.length, done + batchSize));
      }
      return done === rows.length;
    },
  };
}
