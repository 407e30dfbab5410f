import type { ReactNode } from 'react';
import { SearchBox } from './search-box.tsx';
import type { List } from './use-list.ts';

/**
 * The search of a list, and how many rows match. What is asked of the list lives in the address.
 *
 * @param props.rows those that are counted, in a list that has tabs; all when absent
 * @param props.children what else narrows or arranges the rows
 */
export function SearchRow<Row>({
  list: { asked, noun, query, view },
  rows,
  children,
}: {
  list: List<Row>;
  rows?: readonly Row[] | undefined;
  children?: ReactNode;
}) {
  return (
    <SearchBox
      label={`Search ${noun}s`}
      value={asked.words}
      onChange={asked.searchFor}
      matching={view.matching}
      total={query.data === undefined ? undefined : (rows?.length ?? view.total)}
    >
      {children}
    </SearchBox>
  );
}
