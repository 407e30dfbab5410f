import { type ReactNode, useMemo } from 'react';
import { ClearButton } from '../clear-button.tsx';
import { FilterMenu } from './filter-menu.tsx';
import type { FilterMenuProps } from './filters.ts';
import { QuickFilter } from './quick-filter.tsx';
import { SearchRow } from './search-row.tsx';
import type { List } from './use-list.ts';
import type { Selection } from './use-selection.ts';

/**
 * Search and filters of a list.
 *
 * @param props.rows those that are counted, in a list that has tabs; all when absent. Stable between renders
 * @param props.consequence what the selection amounts to: "7 need review"
 * @param props.status what else is selected, other than rows
 * @param props.legend what colors in the rows stand for
 * @param props.children what else narrows or arranges the rows
 */
export function FilterRow<Row>({
  list,
  rows,
  selection,
  consequence,
  status,
  legend,
  children,
}: {
  list: List<Row>;
  rows?: readonly Row[];
  selection?: Selection<Row>;
  consequence?: ReactNode;
  status?: ReactNode;
  legend?: ReactNode;
  children?: ReactNode;
}) {
  const { asked, query } = list;
  return (
    <SearchRow
      list={list}
      rows={rows}
      selection={selection}
      consequence={consequence}
      status={status}
      legend={legend}
    >
      {asked.filters.map((filter, index) => (
        <RowFilter
          key={filter.id}
          filter={filter}
          rows={rows ?? list.rows}
          chosen={asked.chosen[index] ?? []}
          onChange={(values) => asked.choose(filter.id, values)}
          isRead={query.data !== undefined}
        />
      ))}
      {children}
      <ClearButton isIdle={!asked.isFiltered} onClear={asked.clear}>
        Clear filters
      </ClearButton>
    </SearchRow>
  );
}

function RowFilter<Row>(props: FilterMenuProps<Row>) {
  const { quick } = props.filter;
  return quick === undefined ? <FilterMenu {...props} /> : <OneValueFilter {...props} value={quick} />;
}

function OneValueFilter<Row>({
  filter: { label, valuesOf },
  rows,
  chosen,
  onChange,
  isRead,
  value,
}: FilterMenuProps<Row> & { value: string }) {
  const count = useMemo(
    () => rows.filter((row) => [...valuesOf(row)].includes(value)).length,
    [rows, valuesOf, value],
  );
  return (
    <QuickFilter
      label={label}
      count={isRead ? count : undefined}
      isOn={chosen.includes(value)}
      onChange={(isOn) => onChange(isOn ? [value] : [])}
    />
  );
}
