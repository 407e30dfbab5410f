import { describe, expect, it } from 'vitest';
import { driverOf } from '../../runs/testing/test-runs.ts';
import type { DriverIntent } from './intent.ts';
import { isAsWanted } from './verdicts.ts';

const date = Date.UTC(2026, 11, 8, 5);
const now = Date.UTC(2026, 11, 8, 12);
const day = 86_400_000;
const approve: DriverIntent = { kind: 'driver-approval', action: 'approve', deployAt: null };
const approveAt: DriverIntent = { ...approve, deployAt: date };
const decline: DriverIntent = { ...approve, action: 'decline' };
const suspend: DriverIntent = { ...approve, action: 'suspend' };

describe('isAsWanted', () => {
  it.each([
    [approve, driverOf('a', 'approved'), true],
    [approve, driverOf('a', 'approved', date), true],
    // Dated by the service when it was approved, whose clock is another; a later date was a person's choice.
    [approve, driverOf('a', 'approved', now + day - 1), true],
    [approve, driverOf('a', 'approved', now + day), false],
    [suspend, driverOf('a', 'suspended', now + 90 * day), true],
    [decline, driverOf('a', 'declined', now + 90 * day), true],
    [approve, driverOf('a', 'needsReview'), false],
    [approve, driverOf('a', 'unknownFutureValue'), false],
    [decline, driverOf('a', 'declined'), true],
    [decline, driverOf('a', 'approved'), false],
    [suspend, driverOf('a', 'suspended'), true],
    [approveAt, driverOf('a', 'approved', date), true],
    [approveAt, driverOf('a', 'approved', date + 999), true],
    [approveAt, driverOf('a', 'approved', date + 1_000), false],
    [approveAt, driverOf('a', 'approved', date - 1_000), false],
    [approveAt, driverOf('a', 'approved', null), false],
    [approveAt, driverOf('a', 'declined', date), false],
  ])('%j: %j is %s', (intent, driver, expected) => {
    expect(isAsWanted(intent, driver, now)).toBe(expected);
  });
});
