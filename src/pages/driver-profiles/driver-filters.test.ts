import { describe, expect, it } from 'vitest';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { countTabs, driverFilter, filterChoices, noValue } from './driver-filters.ts';

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
const ids = (filter: ReturnType<typeof driverFilter>) => drivers.filter(filter).map(({ id }) => id);

describe('the drivers of a tab', () => {
  it('are Intune’s two, and what was recommended once, or is not known, stands with the others', () => {
    expect(ids(driverFilter('recommended', {}))).toEqual(['a']);
    expect(ids(driverFilter('other', {}))).toEqual(['b', 'c', 'd']);
    expect(ids(driverFilter('all', {}))).toEqual(['a', 'b', 'c', 'd']);
    expect(countTabs(drivers)).toEqual({ recommended: 1, other: 3, all: 4 });
  });

  it('narrow by every filter at once, also by what a driver does not have', () => {
    expect(ids(driverFilter('all', { manufacturer: ['Dell'], class: ['Firmware'] }))).toEqual(['c']);
    expect(ids(driverFilter('all', { manufacturer: [noValue] }))).toEqual(['b']);
    expect(ids(driverFilter('all', { status: [] }))).toHaveLength(4);
  });
});

it('the choices of a filter are counted in the tab, known statuses first, unknown ones as they came', () => {
  const { status, manufacturers } = filterChoices(drivers, { tab: 'all' });
  expect(status.map(({ label }) => label)).toEqual(['Needs review', 'Approved', 'Declined', 'quarantined']);
  expect(manufacturers).toContainEqual({ value: 'Dell', label: 'Dell', count: 2 });
  expect(filterChoices(drivers, { tab: 'recommended' }).manufacturers).toEqual([
    { value: 'Intel', label: 'Intel', count: 1 },
  ]);
});

it('a chosen status that no driver has left keeps its label', () => {
  const { status } = filterChoices([], { status: ['suspended', 'needsReview'], manufacturer: ['Dell'] });
  expect(status).toEqual([
    { value: 'needsReview', label: 'Needs review', count: 0 },
    { value: 'suspended', label: 'Paused', count: 0 },
  ]);
});
