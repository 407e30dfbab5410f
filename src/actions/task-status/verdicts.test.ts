import { describe, expect, it } from 'vitest';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { judgeStatusAfter, judgeStatusBefore, type SeenTask, statusStamp } from './verdicts.ts';

const intent = { kind: 'task-status', status: 'completed' } as const;
const open = testTask({ status: 'open', actionStatus: 'notStarted', lastModifiedDateTime: 5 });
const item = (rest: Parameters<typeof itemOf>[1] = {}) =>
  itemOf('t', { before: 'open', reviewed: { status: 'open', actionStatus: 'notStarted' }, ...rest });

describe('just before a sending, a task', () => {
  const judge = (task: typeof open, wasSent = false) => judgeStatusBefore(intent, item(), task, wasSent);

  it('that is as it was reviewed is sent', () => {
    expect(judge(open)).toMatchObject({ phase: 'planned', pre: 'open 5', reviewed: item().reviewed });
  });

  it('that has the status already is left alone; after a sending, it is confirmed', () => {
    const done = { ...open, status: 'completed' };
    expect(judge(done)).toMatchObject({ phase: 'settled', outcome: 'skipped', left: 'alreadySo' });
    expect(judge(done, true)).toMatchObject({ phase: 'settled', outcome: 'confirmed', after: 'completed' });
  });

  it.each([
    [{ status: 'notRelevant' }, 'Status changed from “open” to “not relevant”; skipped'],
    [{ actionStatus: 'inProgress' }, 'Action status changed from “not started” to “in progress”; skipped'],
    [{ status: 'archived' }, 'Status changed from “open” to “archived”; skipped'],
  ])('that is no longer as it was reviewed is not touched: %j', (changes, reason) => {
    expect(judge({ ...open, ...changes })).toMatchObject({ outcome: 'changedByOther', reason });
  });

  it('whose status this version does not know is not touched, reviewed or not', () => {
    const strange = { ...open, status: 'archived' };
    const reviewed = { status: 'archived', actionStatus: 'notStarted' };
    const decided = item({ before: 'archived', reviewed });
    expect(judgeStatusBefore(intent, decided, strange, false)).toMatchObject({
      outcome: 'changedByOther',
      reason: 'Actiondesk doesn’t recognize the status “archived”',
    });
  });
});

describe('after a sending, a task', () => {
  const sent = (outcome: Outcome) =>
    item({ phase: 'answered', outcome, pre: statusStamp(open), reason: 'Why' });
  const judge = (outcome: Outcome, task: SeenTask, elapsed = 60_000) =>
    judgeStatusAfter(intent, sent(outcome), task, elapsed);

  it.each<Outcome>(['successful', 'unknown', 'rejected', 'skipped'])(
    'that has the status is confirmed: %s',
    (outcome) => {
      expect(judge(outcome, { ...open, status: 'completed' }, 0)).toMatchObject({ outcome: 'confirmed' });
    },
  );

  it('that reads as before proves nothing early on, since reads lag behind', () => {
    expect(judge('successful', open, 59_999)).toBeUndefined();
    expect(judge('unknown', open, 59_999)).toBeUndefined();
    expect(judge('unknown', 'gone', 59_999)).toBeUndefined();
    expect(judge('unknown', 'unreadable')).toBeUndefined();
  });

  it('that still reads as before after a minute was not changed', () => {
    expect(judge('unknown', open)).toMatchObject({ outcome: 'notApplied', reason: 'Unchanged 60 s later' });
    expect(judge('successful', open)).toMatchObject({
      outcome: 'contradicted',
      reason: 'Defender accepted it, but still shows “open” 60 s later',
    });
    expect(judge('rejected', open, 0)).toMatchObject({
      phase: 'settled',
      outcome: 'rejected',
      reason: 'Why',
    });
    expect(judge('skipped', open, 0)).toMatchObject({
      phase: 'settled',
      outcome: 'skipped',
      left: 'refusedForNow',
    });
  });

  it('that has another status, or was touched since, is told as changed by somebody else', () => {
    expect(judge('successful', { ...open, status: 'inProgress' })).toMatchObject({
      outcome: 'changedByOther',
      reason: 'Changed to “in progress” after you decided',
    });
    expect(judge('unknown', { ...open, lastModifiedDateTime: 6 })).toMatchObject({
      outcome: 'changedByOther',
    });
  });

  it('that is no longer listed after a minute is not found', () => {
    expect(judge('unknown', 'gone')).toMatchObject({
      outcome: 'notFound',
      reason: 'No longer listed, 60 s later',
    });
  });
});
