import { useId, useState } from 'react';
import type { Run } from '../../runs/model/run.ts';
import { ClearButton } from '../../ui/clear-button.tsx';
import type { RowView } from '../../ui/data-grid/row-model.ts';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { whyEmptyRange } from './date-range.ts';
import styles from './history-filter-row.module.css';
import { filterChoices, historyFilters } from './history-filters.ts';
import type { Surroundings } from './rules.ts';
import type { HistorySearch } from './search.ts';

/** Every filter off. */
export const noFilters: HistorySearch = {
  q: undefined,
  outcome: undefined,
  state: undefined,
  from: undefined,
  to: undefined,
};

/** Search and filters of the history. All of it lives in the address. */
export function HistoryFilterRow({
  runs,
  around,
  view,
  search,
  onChange,
  isRead,
}: {
  runs: readonly Run[];
  around: Surroundings;
  view: RowView<Run>;
  search: HistorySearch;
  onChange: (next: Partial<HistorySearch>) => void;
  isRead: boolean;
}) {
  const rangeId = useId();
  // A half-typed day is in the field alone: a new field forgets it.
  const [cleared, setCleared] = useState(0);
  const isFiltered =
    [search.q, search.from, search.to].some((value) => value !== undefined) ||
    historyFilters.some(({ id }) => search[id] !== undefined);
  const emptyRange = whyEmptyRange(search);
  return (
    <SearchBox
      label="Search runs"
      value={search.q ?? ''}
      onChange={(text) => onChange({ q: text || undefined })}
      matching={view.matching}
      total={isRead ? view.total : undefined}
    >
      {historyFilters.map((filter) => {
        const chosen = search[filter.id] ?? [];
        return (
          <FilterMenu
            isRead={isRead}
            key={filter.id}
            label={filter.label}
            choices={filterChoices(runs, around, filter, chosen)}
            chosen={chosen}
            onChange={(next) => onChange({ [filter.id]: next.length > 0 ? [...next] : undefined })}
          />
        );
      })}
      {(['from', 'to'] as const).map((end) => (
        <DayField
          key={`${end} ${cleared}`}
          label={end === 'from' ? 'From' : 'To'}
          value={search[end] ?? ''}
          isInvalid={emptyRange !== undefined}
          describedBy={rangeId}
          onChange={(day) => onChange({ [end]: day || undefined })}
        />
      ))}
      <span id={rangeId} role="status" className={styles.rangeError}>
        {emptyRange}
      </span>
      <ClearButton
        isIdle={!isFiltered}
        onClear={() => {
          setCleared(cleared + 1);
          onChange(noFilters);
        }}
      >
        Clear filters
      </ClearButton>
    </SearchBox>
  );
}

/** A day to filter by. One that is half typed asks for the rest, and changes nothing until it is whole. */
function DayField({
  label,
  value,
  isInvalid,
  describedBy,
  onChange,
}: {
  label: string;
  value: string;
  isInvalid: boolean;
  describedBy: string;
  onChange: (day: string) => void;
}) {
  const errorId = useId();
  const [isHalf, setHalf] = useState(false);
  // Browsers tell of no change while a day is half typed into an empty field.
  const look = ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
    setHalf(currentTarget.validity.badInput);
  return (
    <>
      <label className={styles.day}>
        {label}
        <input
          type="date"
          className={styles.dayInput}
          // The value of a half-typed field is empty; any other would replace what was typed.
          value={isHalf ? '' : value}
          aria-invalid={isHalf || isInvalid}
          aria-describedby={`${errorId} ${describedBy}`}
          onChange={(event) => {
            look(event);
            if (!event.target.validity.badInput) onChange(event.target.value);
          }}
          onKeyUp={look}
          onBlur={look}
        />
      </label>
      <span id={errorId} role="status" className={styles.rangeError}>
        {isHalf && 'Enter a full date'}
      </span>
    </>
  );
}
