import { describe, expect, it } from 'vitest';
import { driverOf } from '../../resources/driver-profiles/test-drivers.ts';
import { whyNot } from './rules.ts';

describe('[G14] what Intune allows', () => {
  it.each([
    ['approve', 'needsReview', true],
    ['approve', 'approved', false],
    ['approve', 'declined', true],
    ['approve', 'suspended', true],
    ['decline', 'needsReview', true],
    ['decline', 'approved', false],
    ['decline', 'declined', false],
    ['decline', 'suspended', false],
    ['suspend', 'needsReview', false],
    ['suspend', 'approved', true],
    ['suspend', 'declined', false],
    ['suspend', 'suspended', false],
    ['changeDate', 'needsReview', false],
    ['changeDate', 'approved', true],
    ['changeDate', 'declined', false],
    ['changeDate', 'suspended', false],
  ] as const)('%s of a driver that is %s: %s', (request, approvalStatus, allowed) => {
    expect(whyNot(request, driverOf({ approvalStatus })) === undefined).toBe(allowed);
  });

  it('offers nothing on a status that this version does not know, and names it', () => {
    for (const request of ['approve', 'decline', 'suspend', 'changeDate'] as const) {
      expect(whyNot(request, driverOf({ approvalStatus: 'quarantined' }))).toContain('quarantined');
    }
  });
});
