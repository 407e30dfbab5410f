import { describe, expect, it } from 'vitest';
import { driverSettleTime, isAsWanted, judgeAfterSending, judgeBeforeSending } from './driver-verdicts.ts';
import type { DriverIntent } from './model.ts';
import { driverOf, itemOf } from './test-runs.ts';

const date = Date.UTC(2026, 11, 8, 5);
const approve: DriverIntent = { kind: 'drivers', action: 'approve', deployAt: null };
const approveAt: DriverIntent = { ...approve, deployAt: date };
const decline: DriverIntent = { ...approve, action: 'decline' };
const suspend: DriverIntent = { ...approve, action: 'suspend' };

describe('isAsWanted', () => {
  it.each([
    [approve, driverOf('a', 'approved'), true],
    [approve, driverOf('a', 'approved', date), true],
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
    expect(isAsWanted(intent, driver)).toBe(expected);
  });
});

describe('a read before sending', () => {
  const judge = (driver: ReturnType<typeof driverOf> | undefined, wasSent = false) =>
    judgeBeforeSending(approve, itemOf('a'), driver, wasSent)?.outcome;

  it.each([
    ['as the person saw it', driverOf('a'), undefined],
    ['already so', driverOf('a', 'approved'), 'skipped'],
    ['changed by a colleague', driverOf('a', 'declined'), 'changedByOther'],
    ['gone', undefined, 'notFound'],
  ])('%s', (_what, driver, outcome) => {
    expect(judge(driver)).toBe(outcome);
  });

  it('after a refused sending takes "already so" for its effect', () => {
    expect(judge(driverOf('a', 'approved'), true)).toBe('confirmed');
    expect(judge(driverOf('a', 'declined'), true)).toBe('changedByOther');
    expect(judge(driverOf('a'), true)).toBeUndefined();
  });

  it('lets a new date for an approved driver through', () => {
    const item = itemOf('a', { before: 'approved' });
    expect(judgeBeforeSending(approveAt, item, driverOf('a', 'approved', date + 1), false)?.outcome).toBe(
      'skipped',
    );
    expect(judgeBeforeSending(approveAt, item, driverOf('a', 'approved', 0), false)).toBeUndefined();
  });

  it('says what it was and what it is', () => {
    const verdict = judgeBeforeSending(approve, itemOf('a'), driverOf('a', 'declined'), false);
    expect(verdict?.reason).toBe('It was needsReview and is declined now');
  });
});

describe('a read after sending', () => {
  const soon = 2_000;
  const late = driverSettleTime;
  const cases = [
    ['successful', 'approved', soon, 'confirmed'],
    ['successful', 'needsReview', soon, undefined],
    ['successful', 'needsReview', late - 1, undefined],
    ['successful', 'needsReview', late, 'contradicted'],
    ['successful', 'declined', soon, undefined],
    ['successful', 'declined', late, 'contradicted'],
    ['unknown', 'approved', soon, 'confirmed'],
    ['unknown', 'needsReview', soon, undefined],
    ['unknown', 'needsReview', late - 1, undefined],
    ['unknown', 'needsReview', late, 'notApplied'],
    ['unknown', 'declined', soon, 'changedByOther'],
    ['unknown', 'declined', late, 'changedByOther'],
  ] as const;

  it.each(cases)('%s, and reads %s after %i ms: %s', (outcome, status, elapsed, expected) => {
    const item = itemOf('a', { phase: 'answered', outcome });
    const verdict = judgeAfterSending(approve, item, driverOf('a', status), elapsed);
    expect(verdict?.outcome).toBe(expected);
    if (verdict) expect(verdict.phase).toBe('settled');
  });

  it('of a driver that Intune called failed settles at once, and the read has the last word', () => {
    const item = itemOf('a', { phase: 'answered', outcome: 'failed', reason: 'Intune gave no reason' });
    expect(judgeAfterSending(approve, item, driverOf('a', 'needsReview'), soon)).toMatchObject({
      phase: 'settled',
      outcome: 'failed',
      reason: 'Intune gave no reason',
    });
    expect(judgeAfterSending(approve, item, driverOf('a', 'approved'), soon)).toMatchObject({
      outcome: 'confirmed',
      reason: 'Intune reported a failure, but it reads as wanted',
    });
  });

  it('of a driver that is gone', () => {
    const item = itemOf('a', { phase: 'answered', outcome: 'unknown' });
    expect(judgeAfterSending(approve, item, undefined, soon)?.outcome).toBe('notFound');
  });

  it('with another date than the one sent is no success', () => {
    const item = itemOf('a', { phase: 'answered', outcome: 'successful' });
    const other = driverOf('a', 'approved', date + 3_600_000);
    expect(judgeAfterSending(approveAt, item, other, soon)).toBeUndefined();
    expect(judgeAfterSending(approveAt, item, other, late)).toMatchObject({
      outcome: 'contradicted',
      reason: 'Intune said yes, but the date it shows is another',
    });
  });
});
