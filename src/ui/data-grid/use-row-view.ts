import { useEffect, useMemo, useState } from 'react';
import {
  type Column,
  containsWords,
  filterOrder,
  type Group,
  type Question,
  type RowView,
  searchWords,
} from './row-model.ts';
import { createSearchIndex } from './search-index.ts';
import { orderAsGiven, orderByRank, rankRows } from './sort-order.ts';
import { useHeldView } from './use-held-view.ts';

/** How long texts are made at a stretch, and the pause after it, in ms: input and frames fit in between. */
const slice = 6;
const pause = 10;

/**
 * Filters and sorts rows for the grid: 100,000 of them within a frame or two. With `hold`, rows keep their lines while
 * only they change. `rows`, `columns`, `where` and `groupBy` must be stable between renders.
 */
export function useRowView<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { search, where, sort, groupBy, groupDirection = 'ascending', hold }: Question<Row>,
): RowView<Row> {
  const [index] = useState(createSearchIndex<Row>);
  const { column, direction } = sort ?? {};
  // Ranks outlive a change of direction, which then costs next to nothing.
  const columnRanks = useMemo(() => {
    const read = columns.find(({ id }) => id === column)?.sortValue;
    return read && rankRows(rows, read);
  }, [rows, columns, column]);
  const groupRanks = useMemo(() => groupBy && rankRows(rows, groupKey(groupBy)), [rows, groupBy]);
  const order = useMemo(() => {
    let sorted = orderAsGiven(rows.length);
    if (columnRanks && direction) sorted = orderByRank(sorted, columnRanks, direction);
    return groupRanks ? orderByRank(sorted, groupRanks, groupDirection) : sorted;
  }, [rows, columnRanks, direction, groupRanks, groupDirection]);
  const wanted = searchWords(search).join(' ');
  const matching = useMemo(() => {
    const words = searchWords(wanted);
    if (words.length === 0 && !where) return order;
    const texts = words.length === 0 ? undefined : index.texts(rows, columns);
    return filterOrder(
      order,
      (at) =>
        (!texts || containsWords(texts[at] ?? '', words)) &&
        // An order holds indices of these rows only.
        (!where || where(rows[at] as Row)),
    );
  }, [index, rows, columns, order, wanted, where]);

  // The first letter typed should not wait for 100,000 texts, nor should the first rows.
  useEffect(() => {
    let timer = 0;
    const prepare = () => {
      if (!index.prepare(rows, columns, slice)) timer = window.setTimeout(prepare, pause);
    };
    timer = window.setTimeout(prepare, pause);
    return () => window.clearTimeout(timer);
  }, [index, rows, columns]);

  const asked = `${wanted}\n${column ?? ''}\n${direction ?? ''}`;
  const grouped = groupBy ? groupDirection : '';
  return useHeldView(rows, matching, {
    asked,
    question: `${asked}\n${grouped}\n${hold?.filters ?? ''}`,
    hold,
    groupBy,
  });
}

/** Sorts groups by label and keeps two of one label apart. */
function groupKey<Row>(groupBy: (row: Row) => Group): (row: Row) => string {
  return (row) => {
    const { label, id } = groupBy(row);
    return `${label}\n${id}`;
  };
}
