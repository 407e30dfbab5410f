import type { ReactNode } from 'react';
import styles from './search-box.module.css';
import { SearchBox } from './search-box.tsx';
import { SelectionStatus } from './selection-status.tsx';
import type { List } from './use-list.ts';
import type { Selection } from './use-selection.ts';

/**
 * The search of a list, how many rows match, and how many are selected. What is asked of the list lives in the address.
 *
 * @param props.rows those that are counted, in a list that has tabs; all when absent
 * @param props.children what else narrows or arranges the rows
 */
export function SearchRow<Row>({
  list,
  rows,
  selection,
  children,
}: {
  list: List<Row>;
  rows?: readonly Row[] | undefined;
  selection?: Selection<Row> | undefined;
  children?: ReactNode;
}) {
  const { asked, noun, query, view } = list;
  const search = (
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
  if (!selection) return search;
  return (
    <div className={styles.line}>
      {search}
      {selection.rows.length > 0 && (
        <fieldset aria-label="Selection" className={styles.selection}>
          <SelectionStatus list={list} selection={selection} />
        </fieldset>
      )}
    </div>
  );
}
