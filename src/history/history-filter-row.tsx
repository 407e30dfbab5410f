import type { Run } from '../runs/model.ts';
import { ClearButton } from '../ui/clear-button.tsx';
import type { RowView } from '../ui/data-grid/row-model.ts';
import { FilterMenu } from '../ui/filter-menu.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { filterChoices, historyFilters } from './history-filters.ts';
import type { Surroundings } from './rules.ts';
import type { HistorySearch } from './search.ts';

/** Every filter off. */
export const noFilters: HistorySearch = { q: undefined, outcome: undefined, state: undefined };

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
  const isFiltered = search.q !== undefined || historyFilters.some(({ id }) => search[id] !== undefined);
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
      <ClearButton isIdle={!isFiltered} onClear={() => onChange(noFilters)}>
        Clear filters
      </ClearButton>
    </SearchBox>
  );
}
