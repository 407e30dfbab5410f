import { useEffect, useMemo, useState } from 'react';
import {
  type Column,
  containsWords,
  filterOrder,
  type Question,
  type RowView,
  searchWords,
} from './row-model.ts';
import { createSearchIndex } from './search-index.ts';
import { orderAsGiven, orderByRank, rankGroups, rankRows } from './sort-order.ts';
import { useHeldView } from './use-held-view.ts';

/** How long texts are made at a stretch, and the pause after it, in ms: input and frames fit in between. */
const slice = 6;
const pause = 10;

/**
 * Filters and sorts rows for the grid: 100,000 of them within a frame or two. With `hold`, rows keep their lines while
 * only they change. `rows`, `columns`, `where`, `groupBy` and the comparison of
 * groups must be stable between renders.
 */
export function useRowView<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { search, where, sort, groupBy, groupOrder, hold }: Question<Row>,
): RowView<Row> {
  const [index] = useState(createSearchIndex<Row>);
  const { column, direction } = sort ?? {};
  // Ranks outlive a change of direction, which then costs next to nothing.
  const columnRanks = useMemo(() => {
    const read = columns.find(({ id }) => id === column)?.sortValue;
    return read && rankRows(rows, read);
  }, [rows, columns, column]);
  const compare = groupOrder?.compare;
  const groupRanks = useMemo(() => groupBy && rankGroups(rows, groupBy, compare), [rows, groupBy, compare]);
  const order = useMemo(() => {
    let sorted = orderAsGiven(rows.length);
    if (columnRanks && direction) sorted = orderByRank(sorted, columnRanks, direction);
    return groupRanks ? orderByRank(sorted, groupRanks, 'ascending') : sorted;
  }, [rows, columnRanks, direction, groupRanks]);
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
  const grouped = groupBy ? `grouped ${groupOrder?.text ?? ''}` : '';
  return useHeldView(rows, matching, {
    asked,
    among: `${wanted}\n${hold?.filters ?? ''}`,
    question: `${asked}\n${grouped}\n${hold?.filters ?? ''}`,
    hold,
    groupBy,
  });
}
