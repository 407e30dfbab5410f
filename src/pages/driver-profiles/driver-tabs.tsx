import { Tab, TabList } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Driver } from '../../graph/driver-inventories.ts';
import { formatCount } from '../../ui/format.ts';
import { countTabs } from './driver-filters.ts';
import type { DriversTab } from './search.ts';

const tabs: readonly (readonly [DriversTab, string])[] = [
  ['recommended', 'Recommended'],
  ['other', 'Other'],
  ['all', 'All'],
];

/** Intune's tabs of the drivers of a profile, each with its number. */
export function DriverTabs({
  tab,
  drivers,
  onChange,
}: {
  tab: DriversTab;
  /** Undefined until they are loaded. */
  drivers: readonly Driver[] | undefined;
  onChange: (tab: DriversTab | undefined) => void;
}) {
  const counts = useMemo(() => drivers && countTabs(drivers), [drivers]);
  return (
    <TabList
      aria-label="Drivers shown"
      selectedValue={tab}
      onTabSelect={(_event, { value }) => onChange(tabs.find(([name]) => name === value)?.[0])}
    >
      {tabs.map(([value, label]) => (
        <Tab key={value} value={value}>
          {counts ? `${label} (${formatCount(counts[value])})` : label}
        </Tab>
      ))}
    </TabList>
  );
}
