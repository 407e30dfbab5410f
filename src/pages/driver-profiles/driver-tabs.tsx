import { useMemo } from 'react';
import type { Driver } from '../../graph/driver-inventories.ts';
import { formatCount } from '../../ui/format.ts';
import { Tabs } from '../../ui/tabs.tsx';
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
    <Tabs
      label="Drivers shown"
      tabs={tabs.map(
        ([value, text]) => [value, counts ? `${text} (${formatCount(counts[value])})` : text] as const,
      )}
      selected={tab}
      onSelect={onChange}
    />
  );
}
