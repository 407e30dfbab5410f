import { approvalStatuses, type Driver } from '../../graph/driver-inventories.ts';
import { statusText } from '../../resources/driver-profiles/words.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import type { DriversSearch, DriversTab } from './search.ts';

/** Where a driver without a class or a manufacturer is found. */
export const noValue = '(none)';

/** The filters of a profile's drivers, by the name of their search parameter. */
export const driverFilters: readonly Filter<Driver, 'status' | 'class' | 'manufacturer'>[] = [
  {
    id: 'status',
    label: 'Status',
    known: approvalStatuses,
    valuesOf: (driver) => [driver.approvalStatus],
    labelOf: (approvalStatus) => statusText({ approvalStatus }),
  },
  { id: 'class', label: 'Driver class', valuesOf: (driver) => [driver.driverClass || noValue] },
  { id: 'manufacturer', label: 'Manufacturer', valuesOf: (driver) => [driver.manufacturer || noValue] },
];

/** Every filter off, on the tab that is open. */
export const noFilters: DriversSearch = {
  q: undefined,
  status: undefined,
  class: undefined,
  manufacturer: undefined,
};

/** The tab a driver belongs to. Intune has these two; what was recommended once stands with the others. */
export function isInTab(driver: Driver, tab: DriversTab): boolean {
  return tab === 'all' || (tab === 'recommended') === (driver.category === 'recommended');
}

/** How many drivers each tab holds. */
export function countTabs(drivers: readonly Driver[]): Record<DriversTab, number> {
  const recommended = drivers.filter((driver) => isInTab(driver, 'recommended')).length;
  return { recommended, other: drivers.length - recommended, all: drivers.length };
}
