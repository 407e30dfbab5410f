import { approvalStatuses, type Driver } from '../../graph/driver-inventories.ts';
import { statusText } from '../../resources/driver-profiles/words.ts';
import type { FilterChoice } from '../../ui/filter-menu.tsx';
import type { DriversSearch, DriversTab } from './search.ts';

/** Where a driver without a class or a manufacturer is found. */
export const noValue = '(none)';

/** The tab a driver belongs to. Intune has these two; what was recommended once stands with the others. */
export function isInTab(driver: Driver, tab: DriversTab): boolean {
  return tab === 'all' || (tab === 'recommended') === (driver.category === 'recommended');
}

/** The filter that an address describes. */
export function driverFilter(
  tab: DriversTab,
  { status, class: classes, manufacturer }: Pick<DriversSearch, 'status' | 'class' | 'manufacturer'>,
): (driver: Driver) => boolean {
  const isAmong = (chosen: readonly string[] | undefined, value: string) =>
    !chosen || chosen.length === 0 || chosen.includes(value || noValue);
  return (driver) =>
    isInTab(driver, tab) &&
    isAmong(status, driver.approvalStatus) &&
    isAmong(classes, driver.driverClass) &&
    isAmong(manufacturer, driver.manufacturer);
}

/** How many drivers each tab holds. */
export function countTabs(drivers: readonly Driver[]): Record<DriversTab, number> {
  const recommended = drivers.filter((driver) => isInTab(driver, 'recommended')).length;
  return { recommended, other: drivers.length - recommended, all: drivers.length };
}

/**
 * The choices of the three filters, with the number of drivers behind each, over the drivers of a tab. A choice of the
 * address stays, under its label, even when no driver has it.
 */
export function filterChoices(
  drivers: readonly Driver[],
  { tab = 'recommended', status, class: classes, manufacturer }: DriversSearch,
): { status: FilterChoice[]; classes: FilterChoice[]; manufacturers: FilterChoice[] } {
  const shown = drivers.filter((driver) => isInTab(driver, tab));
  const known: readonly string[] = approvalStatuses;
  return {
    status: choicesOf(
      shown.map((driver) => driver.approvalStatus),
      status,
      (value) => statusText({ approvalStatus: value }),
    ).sort((a, b) => rank(known, a.value) - rank(known, b.value)),
    classes: choicesOf(
      shown.map((driver) => driver.driverClass || noValue),
      classes,
    ),
    manufacturers: choicesOf(
      shown.map((driver) => driver.manufacturer || noValue),
      manufacturer,
    ),
  };
}

function rank(known: readonly string[], value: string): number {
  const index = known.indexOf(value);
  return index === -1 ? known.length : index;
}

function choicesOf(
  values: readonly string[],
  chosen: readonly string[] = [],
  label: (value: string) => string = (value) => value,
): FilterChoice[] {
  const counts = new Map(chosen.map((value) => [value, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, label: label(value), count }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
