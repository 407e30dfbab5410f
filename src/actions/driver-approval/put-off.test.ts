import { expect, it } from 'vitest';
import { noon } from '../../graph/test-answers.ts';
import { putOff } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import { driverOf, itemOf } from '../../runs/testing/test-runs.ts';
import { driverSettleTime, driverStamp, judgeAfterSending, type SeenDriver } from './verdicts.ts';

/** A driver whose request Graph refused for now: what a read after it says. */
const pre = driverStamp(driverOf('a'));
const soon = 2_000;
const late = driverSettleTime;
const item: Item = itemOf('a', { ...putOff, pre });
const settled = { id: 'a', phase: 'settled' };

const judge = (driver: SeenDriver, elapsed: number) =>
  judgeAfterSending(
    { kind: 'driver-approval', action: 'approve', deployAt: null },
    item,
    driver,
    elapsed,
    noon,
  );

it('it is put off where it reads as before, and done where it reads as wanted', () => {
  expect(judge(driverOf('a'), soon)).toMatchObject({
    ...settled,
    outcome: 'skipped',
    left: 'refusedForNow',
    reason: 'Microsoft asked to wait; nothing changed',
  });
  expect(judge(driverOf('a', 'approved'), soon)).toMatchObject({
    outcome: 'confirmed',
    reason: 'The request was rejected, but it’s in the state you asked for',
  });
});

it('that it is gone, or was changed, counts only in time: a list may be incomplete, and a read an older one', () => {
  expect(judge('gone', late - 1)).toBeUndefined();
  expect(judge(driverOf('a', 'declined'), late - 1)).toBeUndefined();
  expect(judge('gone', late)).toMatchObject({
    ...settled,
    outcome: 'notFound',
    reason: 'No longer in the profile, 120 s later',
  });
  expect(judge(driverOf('a', 'declined'), late)).toMatchObject({
    ...settled,
    outcome: 'changedByOther',
    reason: 'Microsoft asked to wait; now “declined”',
  });
});
