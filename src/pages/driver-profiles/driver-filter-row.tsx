import { useMemo } from 'react';
import type { Driver } from '../../graph/driver-inventories.ts';
import { ClearButton } from '../../ui/clear-button.tsx';
import type { RowView } from '../../ui/data-grid/row-model.ts';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import { formatCount } from '../../ui/format.ts';
import { SearchBox } from '../../ui/search-box.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { countTabs, filterChoices } from './driver-filters.ts';
import type { DriversSearch, DriversTab } from './search.ts';

const tabs: readonly (readonly [DriversTab, string])[] = [
  ['recommended', 'Recommended'],
  ['other', 'Other'],
  ['all', 'All'],
];

/** Tabs, search and filters of a profile's drivers. All of it lives in the address. */
export function DriverFilterRow({
  drivers,
  view,
  search,
  onChange,
  isRead,
}: {
  drivers: readonly Driver[];
  view: RowView<Driver>;
  search: DriversSearch;
  onChange: (next: Partial<DriversSearch>) => void;
  isRead: boolean;
}) {
  const { tab = 'recommended', q = '', status = [], class: classes = [], manufacturer = [] } = search;
  const counts = useMemo(() => countTabs(drivers), [drivers]);
  const choices = useMemo(() => filterChoices(drivers, search), [drivers, search]);
  const isFiltered = q !== '' || status.length > 0 || classes.length > 0 || manufacturer.length > 0;
  const orNone = (values: readonly string[]) => (values.length > 0 ? [...values] : undefined);
  return (
    <>
      <Tabs
        label="Drivers shown"
        tabs={tabs.map(
          ([value, text]) => [value, isRead ? `${text} (${formatCount(counts[value])})` : text] as const,
        )}
        selected={tab}
        onSelect={(value) => onChange({ tab: value })}
      />
      <SearchBox
        label="Search drivers"
        value={q}
        onChange={(text) => onChange({ q: text || undefined })}
        matching={view.matching}
        total={isRead ? counts[tab] : undefined}
      >
        <FilterMenu
          isRead={isRead}
          label="Status"
          choices={choices.status}
          chosen={status}
          onChange={(next) => onChange({ status: orNone(next) })}
        />
        <FilterMenu
          isRead={isRead}
          label="Driver class"
          choices={choices.classes}
          chosen={classes}
          onChange={(next) => onChange({ class: orNone(next) })}
        />
        <FilterMenu
          isRead={isRead}
          label="Manufacturer"
          choices={choices.manufacturers}
          chosen={manufacturer}
          onChange={(next) => onChange({ manufacturer: orNone(next) })}
        />
        <ClearButton
          isIdle={!isFiltered}
          onClear={() =>
            onChange({ q: undefined, status: undefined, class: undefined, manufacturer: undefined })
          }
        >
          Clear filters
        </ClearButton>
      </SearchBox>
    </>
  );
}
