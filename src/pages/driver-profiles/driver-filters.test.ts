import { expect, it } from 'vitest';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { choicesOf } from '../../ui/list-page/filter-choices.ts';
import { passing } from '../../ui/list-page/filters.ts';
import { countTabs, driverFilters, isInTab, noValue } from './driver-filters.ts';
import type { DriversSearch } from './search.ts';

const drivers = [
  driverOf({ id: 'a', category: 'recommended', approvalStatus: 'approved', manufacturer: 'Intel' }),
  driverOf({ id: 'b', category: 'previouslyApproved', approvalStatus: 'needsReview', manufacturer: '' }),
  driverOf({
    id: 'c',
    category: 'other',
    approvalStatus: 'declined',
    manufacturer: 'Dell',
    driverClass: 'Firmware',
  }),
  driverOf({ id: 'd', category: 'experimental', approvalStatus: 'quarantined', manufacturer: 'Dell' }),
];
const [byStatus, , byManufacturer] = driverFilters;

function idsOf(search: DriversSearch): string[] {
  const chosen = driverFilters.map(({ id }) => search[id] ?? []);
  return drivers.filter(passing(driverFilters, chosen) ?? (() => true)).map(({ id }) => id);
}

it('the tabs are Intune’s two, and what was recommended once, or is not known, stands with the others', () => {
  const idsIn = (tab: 'recommended' | 'other' | 'all') =>
    drivers.filter((driver) => isInTab(driver, tab)).map(({ id }) => id);
  expect(idsIn('recommended')).toEqual(['a']);
  expect(idsIn('other')).toEqual(['b', 'c', 'd']);
  expect(idsIn('all')).toEqual(['a', 'b', 'c', 'd']);
  expect(countTabs(drivers)).toEqual({ recommended: 1, other: 3, all: 4 });
});

it('drivers are found by every filter at once, also by what they do not have', () => {
  expect(idsOf({ manufacturer: ['Dell'], class: ['Firmware'] })).toEqual(['c']);
  expect(idsOf({ manufacturer: [noValue] })).toEqual(['b']);
  expect(idsOf({ status: [] })).toHaveLength(4);
});

it('known statuses are offered first, in Intune’s words, and those that are not known as they came', () => {
  const labels = byStatus && choicesOf(byStatus, drivers, ['suspended']).map(({ label }) => label);
  expect(labels).toEqual(['Needs review', 'Approved', 'Declined', 'Paused', 'quarantined']);
  expect(byManufacturer && choicesOf(byManufacturer, drivers, [])).toEqual([
    { value: noValue, label: noValue, count: 1 },
    { value: 'Dell', label: 'Dell', count: 2 },
    { value: 'Intel', label: 'Intel', count: 1 },
  ]);
});
