import { type ReactNode, useDeferredValue, useMemo } from 'react';
import type { Column, Group, GroupOrder, RowView } from '../data-grid/row-model.ts';
import { useRowView } from '../data-grid/use-row-view.ts';
import type { Read, RowsRead, SetAside } from '../query-state.tsx';
import type { Asked } from './use-asked.ts';
import { type Folds, useFolds } from './use-folds.ts';

/** The rows of a list, and how far they are here. */
export interface ListRows<Row> {
  readonly query: Read;
  readonly rows: readonly Row[];
  /** All rows are here. Before that, rows are shown as they come. */
  readonly isComplete: boolean;
  readonly setAside?: readonly SetAside[] | undefined;
}

/** What a list is, whatever its rows are. */
export interface ListKind<Row> {
  /** Names what this browser keeps of the list. */
  readonly name: string;
  /** What one row is called: "driver". */
  readonly noun: string;
  /** Stable between renders, as are the functions below. */
  readonly columns: readonly Column<Row>[];
  /** In a narrow window, the first cell has a line to itself, and the others stand below it. */
  readonly twoLines?: boolean;
  /** The columns that are searched, where that are more than those shown. */
  readonly searched?: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  readonly groupBy?: ((row: Row) => Group) | undefined;
  readonly groupOrder?: GroupOrder | undefined;
  /** Stands after a group's label, in place of the number of its rows. */
  readonly summaryOf?: ((group: Group) => ReactNode) | undefined;
  /** Whether a row that is no longer listed keeps its line until the order is updated; true when absent. */
  readonly keepsGone?: boolean;
  /** Whether changed cells are marked for a while; true when absent. */
  readonly marksChanges?: boolean;
}

/** A list as the parts of its page take it: the same object for filters, commands, grid and details. */
export interface List<Row> extends ListRows<Row>, ListKind<Row> {
  readonly asked: Asked<Row>;
  /** Which groups are collapsed. */
  readonly folds: Folds;
  /** The rows in the order asked for, each of which keeps its line while only it changes. */
  readonly view: RowView<Row>;
  /** The rows still answer the question before: they follow in the next frames. */
  readonly isFollowing: boolean;
}

/** The rows of a read that comes page by page. */
export function rowsOf<Row>(query: Read<RowsRead<Row>>): ListRows<Row> {
  const { data } = query;
  return {
    query,
    rows: data?.rows ?? none,
    isComplete: data?.isComplete === true,
    setAside: data?.setAside,
  };
}

const none: readonly never[] = [];

/**
 * Orders and filters the rows of a page as its address asks. What was clicked shows at once, and the rows follow in the next
 * frames: the parts of the page that stand for the question take `asked`, and those that stand for the answer take `view`.
 */
export function useList<Row>(read: ListRows<Row>, asked: Asked<Row>, kind: ListKind<Row>): List<Row> {
  const { rows, isComplete, query } = read;
  const { name, columns, searched = columns, rowId, groupBy, groupOrder } = kind;
  const { keepsGone = true, marksChanges = true } = kind;
  const folds = useFolds(name);
  const { words, sort, where, text } = asked;
  const latest = useMemo(() => ({ words, sort, where, text }), [words, sort, where, text]);
  const question = useDeferredValue(latest);
  const view = useRowView(rows, searched, {
    search: question.words,
    where: question.where,
    sort: question.sort,
    groupBy,
    groupOrder,
    hold: { rowId, filters: question.text, isComplete, isLoading: query.isFetching, keepsGone, marksChanges },
  });
  return { ...read, ...kind, asked, folds, view, isFollowing: question !== latest };
}
