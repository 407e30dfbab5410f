import { lazy, type ReactNode, Suspense } from 'react';
import { ColumnsMenu } from './columns-menu.tsx';
import styles from './search-box.module.css';
import { SearchBox } from './search-box.tsx';
import type { List } from './use-list.ts';
import type { Selection } from './use-selection.ts';
import { ViewsMenu } from './views-menu.tsx';

// Comes with the first selection.
const SelectionStatus = lazy(async () => ({
  default: (await import('./selection-status.tsx')).SelectionStatus,
})) as typeof import('./selection-status.tsx').SelectionStatus;

/**
 * The search of a list, how many rows match, how many are selected, and which columns show. What is asked of the list lives
 * in the address.
 *
 * @param props.rows those that are counted, in a list that has tabs; all when absent
 * @param props.consequence what the selection amounts to: "7 need review"
 * @param props.status what else is selected, other than rows
 * @param props.legend what colors in the rows stand for
 * @param props.children what else narrows or arranges the rows
 */
export function SearchRow<Row>({
  list,
  rows,
  selection,
  consequence,
  status,
  legend,
  children,
}: {
  list: List<Row>;
  rows?: readonly Row[] | undefined;
  selection?: Selection<Row> | undefined;
  consequence?: ReactNode;
  status?: ReactNode;
  legend?: ReactNode;
  children?: ReactNode;
}) {
  const { asked, columns, name, noun, query, view } = list;
  return (
    <SearchBox
      label={`Search ${noun}s`}
      value={asked.words}
      onChange={asked.searchFor}
      matching={view.matching}
      total={query.data === undefined ? undefined : (rows?.length ?? view.total)}
      selection={
        selection &&
        (selection.rows.length > 0 || status) && (
          <fieldset aria-label="Selection" className={styles.selection}>
            <Suspense fallback={null}>
              <SelectionStatus list={list} selection={selection} consequence={consequence} />
            </Suspense>
            {status}
          </fieldset>
        )
      }
      end={
        <>
          {legend && <span className={styles.legend}>{legend}</span>}
          <ViewsMenu list={name} search={asked.search} onShow={asked.show} />
          <ColumnsMenu list={name} columns={columns} />
        </>
      }
    >
      {children}
    </SearchBox>
  );
}
