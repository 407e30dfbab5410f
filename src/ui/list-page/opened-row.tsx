import { type ReactNode, useDeferredValue } from 'react';
import type { List } from './use-list.ts';

/**
 * The details of the row that the address names. They follow a moment after the row is marked in the list.
 *
 * @param props.missing said once all rows are loaded, and this one is not among them
 * @param props.children the details
 */
export function OpenedRow<Row>({
  list,
  id,
  missing,
  children,
}: {
  list: List<Row>;
  id: string | undefined;
  missing: (id: string) => ReactNode;
  children: (row: Row) => ReactNode;
}) {
  const shownId = useDeferredValue(id);
  if (shownId === undefined) return null;
  const row = list.rows.find((each) => list.rowId(each) === shownId);
  if (row) return children(row);
  return list.isComplete ? missing(shownId) : null;
}
