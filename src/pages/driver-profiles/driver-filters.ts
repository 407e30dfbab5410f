import { approvalStatuses, categories, type Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { dayOf, startOfDay } from '../../lib/local-day.ts';
import { type Coverage, coverageOf, standingOf } from '../../resources/driver-profiles/standing.ts';
import { categoryText, statusText } from '../../resources/driver-profiles/words.ts';
import { formatDay } from '../../ui/format.ts';
import type { Filter } from '../../ui/list-page/filters.ts';
import type { DriversSearch, DriversTab } from './search.ts';

/** Where a driver without a class or a manufacturer is found. */
export const noValue = '(none)';

type DriverFilter = Filter<Driver, 'status' | 'category' | 'class' | 'manufacturer' | 'available'>;

/** The filters within a tab of one status, by the name of their search parameter. */
const filtersWithin: readonly DriverFilter[] = [
  {
    id: 'category',
    label: 'Category',
    known: categories,
    valuesOf: (driver) => [driver.category],
    labelOf: (category) => categoryText({ category }),
  },
  { id: 'class', label: 'Driver class', valuesOf: (driver) => [driver.driverClass || noValue] },
  { id: 'manufacturer', label: 'Manufacturer', valuesOf: (driver) => [driver.manufacturer || noValue] },
];

/** The filters of all drivers, where several statuses can be shown together. */
export const driverFilters: readonly DriverFilter[] = [
  {
    id: 'status',
    label: 'Status',
    known: approvalStatuses,
    valuesOf: (driver) => [driver.approvalStatus],
    labelOf: (approvalStatus) => statusText({ approvalStatus }),
  },
  ...filtersWithin,
];

/** The filters of drivers whose date is still to come: the day on which that is, in the reader's zone. */
const scheduledFilters: readonly DriverFilter[] = [
  {
    id: 'available',
    label: 'Available on',
    isByValue: true,
    valuesOf: ({ deployDateTime }) => (deployDateTime === null ? [] : [dayOf(deployDateTime)]),
    labelOf(day) {
      const start = startOfDay(day);
      return start === undefined ? day : formatDay(start);
    },
  },
  ...filtersWithin,
];

/** The filters of a tab. */
export function filtersOf(tab: DriversTab): readonly DriverFilter[] {
  if (tab === 'scheduled') return scheduledFilters;
  return tab === 'all' ? driverFilters : filtersWithin;
}

/** Every filter off, on the tab that is open. */
export const noFilters: DriversSearch = {
  q: undefined,
  status: undefined,
  category: undefined,
  class: undefined,
  manufacturer: undefined,
  available: undefined,
};

/** Whether a tab shows a driver. @param now epoch ms */
export function isInTab(driver: Driver, tab: DriversTab, now: Instant): boolean {
  return tab === 'all' || standingOf(driver, now) === tab;
}

/** The tab that a profile opens on, by how its drivers stand: what needs a person, if anything does. */
export function firstTab({ needsReview }: Pick<Coverage, 'needsReview'>): DriversTab {
  return needsReview > 0 ? 'needsReview' : 'all';
}

/** How many drivers each tab holds. @param now epoch ms */
export function countTabs(drivers: readonly Driver[], now: Instant): Record<DriversTab, number> {
  return { ...coverageOf(drivers, now), all: drivers.length };
}
