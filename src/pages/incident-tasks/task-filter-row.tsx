import { ToggleButton } from '@fluentui/react-components';
import { GroupListRegular } from '@fluentui/react-icons/svg/group-list';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { ClearButton } from '../../ui/clear-button.tsx';
import type { RowView } from '../../ui/data-grid/row-model.ts';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import type { TasksSearch } from './search.ts';
import { filterChoices, taskFilters } from './task-filters.ts';

/** Every filter off. */
export const noFilters: TasksSearch = {
  q: undefined,
  status: undefined,
  actionStatus: undefined,
  type: undefined,
  source: undefined,
};

/** Search, filters and grouping of the tasks. All of it lives in the address. */
export function TaskFilterRow({
  tasks,
  view,
  search,
  onChange,
  isRead,
}: {
  tasks: readonly IncidentTask[];
  view: RowView<IncidentTask>;
  search: TasksSearch;
  onChange: (next: Partial<TasksSearch>) => void;
  isRead: boolean;
}) {
  const isFiltered = search.q !== undefined || taskFilters.some(({ id }) => search[id] !== undefined);
  const isGrouped = search.group === undefined;
  return (
    <SearchBox
      label="Search tasks"
      value={search.q ?? ''}
      onChange={(text) => onChange({ q: text || undefined })}
      matching={view.matching}
      total={isRead ? view.total : undefined}
    >
      {taskFilters.map((filter) => {
        const chosen = search[filter.id] ?? [];
        return (
          <FilterMenu
            isRead={isRead}
            key={filter.id}
            label={filter.label}
            choices={filterChoices(tasks, filter, chosen)}
            chosen={chosen}
            onChange={(next) => onChange({ [filter.id]: next.length > 0 ? [...next] : undefined })}
          />
        );
      })}
      <ToggleButton
        appearance="subtle"
        size="small"
        icon={<GroupListRegular />}
        checked={isGrouped}
        onClick={() => onChange({ group: isGrouped ? 'none' : undefined })}
      >
        Group by incident
      </ToggleButton>
      <ClearButton isIdle={!isFiltered} onClear={() => onChange(noFilters)}>
        Clear filters
      </ClearButton>
    </SearchBox>
  );
}
