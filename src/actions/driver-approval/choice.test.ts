import { describe, expect, it } from 'vitest';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { chooseDrivers } from './choice.ts';

const drivers = ['needsReview', 'approved', 'declined', 'suspended', 'quarantined'].map((approvalStatus) =>
  driverOf({ id: approvalStatus, approvalStatus }),
);
const idsOf = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id);

describe('an approval', () => {
  it('takes what needs review, and offers declined and paused drivers apart', () => {
    const { sent, optional, skipped } = chooseDrivers('approve', drivers, []);
    expect(idsOf(sent)).toEqual(['needsReview']);
    expect(optional.map(({ status, drivers: some }) => [status, idsOf(some)])).toEqual([
      ['declined', ['declined']],
      ['suspended', ['suspended']],
    ]);
    expect(idsOf(skipped.map(({ row }) => row))).toEqual(['approved', 'quarantined']);
  });

  it('takes what a person has ticked, and nothing that the ticks do not name', () => {
    expect(idsOf(chooseDrivers('approve', drivers, ['declined']).sent)).toEqual(['needsReview', 'declined']);
    expect(idsOf(chooseDrivers('approve', drivers, ['approved', 'quarantined']).sent)).toEqual([
      'needsReview',
    ]);
  });
});

it.each([
  ['decline', 'needsReview'],
  ['suspend', 'approved'],
  ['changeDate', 'approved'],
] as const)('%s takes %s drivers alone, and offers no others', (request, status) => {
  const { sent, optional } = chooseDrivers(request, drivers, ['declined', 'suspended']);
  expect(idsOf(sent)).toEqual([status]);
  expect(optional).toEqual([]);
});
