import { type ReactNode, useMemo } from 'react';
import { ClearButton } from '../clear-button.tsx';
import { choicesOf } from './filter-choices.ts';
import { FilterMenu } from './filter-menu.tsx';
import type { Filter } from './filters.ts';
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

function RowFilter<Row>({
  filter,
  rows,
  chosen,
  onChange,
  isRead,
}: {
  filter: Filter<Row>;
  rows: readonly Row[];
  chosen: readonly string[];
  onChange: (values: readonly string[]) => void;
  isRead: boolean;
}) {
  const choices = useMemo(() => choicesOf(filter, rows, chosen), [filter, rows, chosen]);
  const { label, quick } = filter;
  if (quick !== undefined) {
    return (
      <QuickFilter
        label={label}
        count={isRead ? (choices.find(({ value }) => value === quick)?.count ?? 0) : undefined}
        isOn={chosen.includes(quick)}
        onChange={(isOn) => onChange(isOn ? [quick] : [])}
      />
    );
  }
  return <FilterMenu label={label} choices={choices} chosen={chosen} onChange={onChange} isRead={isRead} />;
}
