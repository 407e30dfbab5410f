import { expect, it } from 'vitest';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { formatDay } from '../../ui/format.ts';
import { choicesOf } from '../../ui/list-page/filter-choices.ts';
import { passing } from '../../ui/list-page/filters.ts';
import { countTabs, driverFilters, filtersOf, firstTab, isInTab, noValue } from './driver-filters.ts';
import { type DriversSearch, type DriversTab, driversTabs } from './search.ts';

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
const [byStatus, , , byManufacturer] = driverFilters;

function idsOf(search: DriversSearch): string[] {
  const chosen = driverFilters.map(({ id }) => search[id] ?? []);
  return drivers.filter(passing(driverFilters, chosen) ?? (() => true)).map(({ id }) => id);
}

it('each standing has a tab; a date that is still to come makes an approved driver scheduled', () => {
  const now = Date.UTC(2026, 5, 1);
  const approved = { approvalStatus: 'approved', category: 'recommended' } as const;
  const all = [
    ...drivers,
    driverOf({ id: 'e', ...approved, deployDateTime: now + 1 }),
    driverOf({ id: 'f', ...approved, deployDateTime: now }),
  ];
  const idsIn = (tab: DriversTab) => all.filter((driver) => isInTab(driver, tab, now)).map(({ id }) => id);
  expect(driversTabs.map((tab) => idsIn(tab).join(''))).toEqual(['abcdef', 'b', 'e', 'af', '', 'c']);
  const counts = countTabs(all, now);
  expect(driversTabs.map((tab) => counts[tab])).toEqual([6, 1, 1, 2, 0, 1]);
});

it('a profile opens on what needs review, and on all drivers where nothing does', () => {
  expect(firstTab({ needsReview: 3 })).toBe('needsReview');
  expect(firstTab({ needsReview: 0 })).toBe('all');
});

it('statuses are a filter of all drivers alone, and days of those that are still to become available', () => {
  expect(filtersOf('all').map(({ id }) => id)).toEqual(['status', 'category', 'class', 'manufacturer']);
  expect(filtersOf('scheduled').map(({ id }) => id)).toEqual([
    'available',
    'category',
    'class',
    'manufacturer',
  ]);
  expect(filtersOf('approved').map(({ id }) => id)).toEqual(['category', 'class', 'manufacturer']);
});

it('drivers are found by every filter at once, also by what they do not have', () => {
  expect(idsOf({ manufacturer: ['Dell'], class: ['Firmware'] })).toEqual(['c']);
  expect(idsOf({ manufacturer: [noValue] })).toEqual(['b']);
  expect(idsOf({ status: [] })).toHaveLength(4);
});

it('days are offered one after the other, as the reader writes them', () => {
  const [byDay] = filtersOf('scheduled');
  const on = (id: string, month: number, day: number) =>
    driverOf({ id, deployDateTime: new Date(2026, month, day, 18).getTime() });
  const scheduled = [on('a', 11, 5), on('b', 8, 28), on('c', 11, 5), driverOf({ id: 'd' })];
  expect(byDay && choicesOf(byDay, scheduled, ['soon'])).toEqual([
    { value: '2026-09-28', label: formatDay(Date.UTC(2026, 8, 28, 12)), count: 1 },
    { value: '2026-12-05', label: formatDay(Date.UTC(2026, 11, 5, 12)), count: 2 },
    { value: 'soon', label: 'soon', count: 0 },
  ]);
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
