import { describe, expect, it } from 'vitest';
import { toIso } from '../../lib/instant.ts';
import type { Item } from '../../runs/model/run.ts';
import { driverOf, itemOf } from '../../runs/testing/test-runs.ts';
import type { DriverIntent } from './intent.ts';
import { reviewedDriver } from './reviewed.ts';
import { whyNot } from './rules.ts';
import {
  driverSettleTime,
  driverStamp,
  judgeAfterSending as judgeAfter,
  judgeBeforeSending as judgeBefore,
  type SeenDriver,
} from './verdicts.ts';

const date = Date.UTC(2026, 11, 8, 5);
const approve: DriverIntent = { kind: 'driver-approval', action: 'approve', deployAt: null };
const approveAt: DriverIntent = { ...approve, deployAt: date };

const now = Date.UTC(2026, 11, 8, 12);
const day = 86_400_000;
const judgeBeforeSending = (intent: DriverIntent, item: Item, driver: SeenDriver, wasSent: boolean) =>
  // A date that was decided on is still to come.
  judgeBefore(intent, item, driver, wasSent, intent.deployAt === null ? now : intent.deployAt - 1);
const judgeAfterSending = (intent: DriverIntent, item: Item, driver: SeenDriver, elapsed: number) =>
  judgeAfter(intent, item, driver, elapsed, now);

describe('a read before sending', () => {
  it('leaves out what would be available at once because its date has passed', () => {
    const late = judgeBefore(approveAt, itemOf('a'), driverOf('a', 'needsReview', null), false, date + 1);
    expect(late).toMatchObject({ phase: 'settled', outcome: 'skipped' });
    expect(late.reason).toMatch(/^The date passed before this was sent/);
  });

  const judge = (driver: SeenDriver, wasSent = false) =>
    judgeBeforeSending(approve, itemOf('a'), driver, wasSent);

  it('lets through what is as the person saw it, with a stamp for the reads to come', () => {
    for (const wasSent of [false, true]) {
      expect(judge(driverOf('a', 'needsReview', date), wasSent)).toEqual({
        id: 'a',
        phase: 'planned',
        outcome: null,
        pre: `needsReview ${date}`,
        name: 'Driver a',
        detail: '1.0',
        reviewed: reviewedDriver(driverOf('a')),
      });
    }
  });

  it.each([
    ['already so', driverOf('a', 'approved'), 'skipped'],
    ['changed by a colleague', driverOf('a', 'declined'), 'changedByOther'],
    ['gone', 'gone', 'notFound'],
    ['in a row that could not be read', 'unreadable', 'skipped'],
  ] as const)('%s: is left out', (_what, driver, outcome) => {
    expect(judge(driver)).toMatchObject({ phase: 'settled', outcome });
  });

  it('of a row that could not be read never says "already so" or "not found", also after a refusal', () => {
    for (const wasSent of [false, true]) {
      expect(judge('unreadable', wasSent).reason).toBe('Couldn’t read its row, so it wasn’t sent');
    }
  });

  it('leaves a date alone that another admin set while this waited to be sent', () => {
    const waited = itemOf('a', { before: 'approved', pre: 'approved no date' });
    const asBefore = driverOf('a', 'approved', null);
    expect(judgeBeforeSending(approveAt, waited, asBefore, true).phase).toBe('planned');
    expect(judgeBeforeSending(approveAt, waited, driverOf('a', 'approved', date + 86_400_000), true)).toEqual(
      {
        id: 'a',
        phase: 'settled',
        outcome: 'changedByOther',
        after: `approved ${toIso(date + 86_400_000)}`,
        reason: 'Its date changed while it waited to be sent; skipped',
      },
    );
  });

  it('after a refused sending takes "already so" for its effect', () => {
    expect(judge(driverOf('a', 'approved'), true).outcome).toBe('confirmed');
    expect(judge(driverOf('a', 'declined'), true).outcome).toBe('changedByOther');
  });

  it('lets a new date for an approved driver through', () => {
    const item = itemOf('a', { before: 'approved' });
    const soDated = (at: number) => judgeBeforeSending(approveAt, item, driverOf('a', 'approved', at), false);
    expect(soDated(date + 1).outcome).toBe('skipped');
    expect(soDated(0)).toMatchObject({ phase: 'planned', pre: 'approved 0' });
  });

  it('does not take a colleague’s date, which is still to come, for what was wanted at once', () => {
    const dated = driverOf('a', 'approved', now + 90 * day);
    const changed = { phase: 'settled', outcome: 'changedByOther' };
    expect(judge(dated)).toMatchObject(changed);
    expect(judge(dated, true)).toMatchObject(changed);
  });

  it('says what it was and what it is', () => {
    expect(judge(driverOf('a', 'declined')).reason).toBe(
      'Status changed from “needs review” to “declined”; skipped',
    );
  });
});

describe('a read before sending that finds another driver than the one that was reviewed', () => {
  it.each([
    [{ name: 'Other' }, 'Name changed from “Driver a” to “Other”; skipped'],
    [{ version: '2.0' }, 'Version changed from “1.0” to “2.0”; skipped'],
    [{ driverClass: 'Firmware' }, 'Class changed from “Networking” to “Firmware”; skipped'],
    [{ driverClass: '' }, 'Class changed from “Networking” to nothing; skipped'],
    [
      { approvalStatus: 'suspended', version: '2.0' },
      'Status changed from “needs review” to “paused”, Version changed from “1.0” to “2.0”; skipped',
    ],
  ])('leaves it out, first and again: %j', (change, reason) => {
    for (const wasSent of [false, true]) {
      const found = { ...driverOf('a'), ...change };
      expect(judgeBeforeSending(approve, itemOf('a'), found, wasSent)).toMatchObject({
        phase: 'settled',
        outcome: 'changedByOther',
        reason,
      });
    }
  });

  it('does not take what the history left out of a name for a change', () => {
    const driver = { ...driverOf('a'), name: 'Audio, Bearer 0.AXoAabcdefghijklmnopqrst' };
    const item = itemOf('a', { reviewed: { ...reviewedDriver(driver), name: 'Audio, Bearer [secret]' } });
    expect(judgeBeforeSending(approve, item, driver, false).phase).toBe('planned');
  });

  it('sends nothing that the rules of the action forbid, whatever a plan says', () => {
    const decline: DriverIntent = { kind: 'driver-approval', action: 'decline', deployAt: null };
    const approved = itemOf('a', { before: 'approved' });
    expect(judgeBeforeSending(decline, approved, driverOf('a', 'approved'), false)).toMatchObject({
      outcome: 'changedByOther',
      reason: whyNot('decline', driverOf('a', 'approved')),
    });
  });
});

it('keeps for the record what the read showed', () => {
  const item = itemOf('a', { phase: 'answered', outcome: 'successful' });
  const after = (driver: SeenDriver) => judgeAfterSending(approveAt, item, driver, driverSettleTime)?.after;
  expect(after(driverOf('a', 'approved', date))).toBe('approved 2026-12-08T05:00:00.000Z');
  expect(after(driverOf('a', 'declined'))).toBe('declined');
  expect(after('gone')).toBeUndefined();
  expect(judgeBeforeSending(approve, itemOf('a'), driverOf('a', 'approved'), false).after).toBe('approved');
});

describe('[G8] a read after sending', () => {
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
    ['unknown', 'declined', soon, undefined],
    ['unknown', 'declined', late - 1, undefined],
    ['unknown', 'declined', late, 'changedByOther'],
    ['contradicted', 'approved', late, 'confirmed'],
    ['contradicted', 'needsReview', late, 'contradicted'],
  ] as const;
  const pre = driverStamp(driverOf('a'));

  it.each(cases)('%s, and reads %s after %i ms: %s', (outcome, status, elapsed, expected) => {
    const item = itemOf('a', { pre, phase: 'answered', outcome });
    const verdict = judgeAfterSending(approve, item, driverOf('a', status), elapsed);
    expect(verdict?.outcome).toBe(expected);
    if (verdict) expect(verdict.phase).toBe('settled');
  });

  it('[G9] of a driver that Intune called failed settles at once, and the read has the last word', () => {
    const item = itemOf('a', { phase: 'answered', outcome: 'failed', reason: 'Intune gave no reason' });
    expect(judgeAfterSending(approve, item, driverOf('a', 'needsReview'), soon)).toMatchObject({
      phase: 'settled',
      outcome: 'failed',
      reason: 'Intune gave no reason',
    });
    expect(judgeAfterSending(approve, item, driverOf('a', 'approved'), soon)).toMatchObject({
      outcome: 'confirmed',
      reason: 'Intune reported a failure, but it’s in the state you asked for',
    });
  });

  it.each([
    ['unknown', 'notApplied', 'Unchanged 121 s later', 'needsReview'],
    ['unknown', 'changedByOther', 'Sent; “declined” 121 s later', 'declined'],
    ['successful', 'contradicted', 'Intune accepted it, but still shows “declined” 121 s later', 'declined'],
  ] as const)('of what was %s tells the seconds: %s', (outcome, expected, reason, status) => {
    const item = itemOf('a', { pre, phase: 'answered', outcome });
    const verdict = judgeAfterSending(approve, item, driverOf('a', status), late + 700);
    expect(verdict).toMatchObject({ phase: 'settled', outcome: expected, reason });
  });

  it('does not confirm "as soon as possible" by a date that is still to come', () => {
    const dated = driverOf('a', 'approved', now + 90 * day);
    const read = (outcome: 'successful' | 'unknown') =>
      judgeAfterSending(approve, itemOf('a', { pre, phase: 'answered', outcome }), dated, late);
    expect(read('unknown')?.outcome).toBe('changedByOther');
    expect(read('successful')).toMatchObject({
      outcome: 'contradicted',
      reason: 'Intune accepted it, but shows a different date 120 s later',
    });
  });

  it('takes a suspension for no contradiction of an approval that Intune has confirmed', () => {
    const read = (outcome: 'successful' | 'unknown', intent = approve) =>
      judgeAfterSending(
        intent,
        itemOf('a', { pre, phase: 'answered', outcome }),
        driverOf('a', 'suspended'),
        late,
      );
    expect(read('successful')).toMatchObject({
      outcome: 'successful',
      reason: 'Paused before it could be confirmed',
    });
    expect(read('unknown')?.outcome).toBe('changedByOther');
    expect(read('successful', { ...approve, action: 'decline' })?.outcome).toBe('contradicted');
  });

  it('compares with the read before sending, not with what the person saw', () => {
    const item = itemOf('a', {
      before: 'approved',
      pre: 'approved 0',
      phase: 'answered',
      outcome: 'unknown',
    });
    const read = (at: number) => judgeAfterSending(approveAt, item, driverOf('a', 'approved', at), late);
    expect(read(0)?.outcome).toBe('notApplied');
    expect(read(5_000)?.outcome).toBe('changedByOther');
  });

  it.each([
    ['unknown', 'notFound', 'No longer in the profile, 120 s later'],
    ['successful', 'successful', 'Left the profile before it could be confirmed'],
  ] as const)('of a driver that is gone, and was %s, waits for the schedule', (outcome, expected, reason) => {
    const item = itemOf('a', { pre, phase: 'answered', outcome });
    expect(judgeAfterSending(approve, item, 'gone', late - 1)).toBeUndefined();
    expect(judgeAfterSending(approve, item, 'gone', late)).toMatchObject({ outcome: expected, reason });
  });

  it.each(['unknown', 'successful', 'failed', 'skipped'] as const)(
    'of a row that could not be read proves nothing of what was %s',
    (outcome) => {
      const item = itemOf('a', { pre, phase: 'answered', outcome });
      expect(judgeAfterSending(approve, item, 'unreadable', 10 * late)).toBeUndefined();
    },
  );

  it('with another date than the one sent is no success', () => {
    const item = itemOf('a', { phase: 'answered', outcome: 'successful' });
    const other = driverOf('a', 'approved', date + 3_600_000);
    expect(judgeAfterSending(approveAt, item, other, soon)).toBeUndefined();
    expect(judgeAfterSending(approveAt, item, other, late)).toMatchObject({
      outcome: 'contradicted',
      reason: 'Intune accepted it, but shows a different date 120 s later',
    });
  });

  it.each([
    ['rejected', 'The request was rejected, but it’s in the state you asked for'],
    ['failed', 'Intune reported a failure, but it’s in the state you asked for'],
    ['skipped', 'The request was rejected, but it’s in the state you asked for'],
    ['successful', ''],
    ['unknown', ''],
    [null, ''],
  ] as const)('confirms what was %s as soon as it is as wanted', (outcome, reason) => {
    const item = itemOf('a', { pre, phase: 'answered', outcome });
    const expected = { id: 'a', phase: 'settled', outcome: 'confirmed', reason };
    expect(judgeAfterSending(approve, item, driverOf('a', 'approved'), soon)).toMatchObject(expected);
  });

  it('of what was refused settles at once, with the reason of the refusal', () => {
    const item = itemOf('a', { pre, phase: 'answered', outcome: 'rejected', reason: 'No.' });
    const expected = { id: 'a', phase: 'settled', outcome: 'rejected', reason: 'No.' };
    expect(judgeAfterSending(approve, item, driverOf('a'), soon)).toMatchObject(expected);
    expect(judgeAfterSending(approve, item, 'gone', soon)).toMatchObject(expected);
  });
});
