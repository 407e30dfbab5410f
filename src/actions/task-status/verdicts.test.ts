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
    const changed = { ...open, lastModifiedByDisplayName: '', ...changes };
    expect(judge(changed)).toMatchObject({ outcome: 'changedByOther', reason });
    expect(judge({ ...changed, lastModifiedByDisplayName: 'Priya Nair' })?.reason).toBe(
      `${reason}. Last changed by Priya Nair`,
    );
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

  it.each<[Outcome, string | undefined]>([
    ['successful', undefined],
    ['unknown', undefined],
    ['rejected', 'The request was rejected, but the task has the status you asked for'],
    ['skipped', 'The request was rejected, but the task has the status you asked for'],
  ])('that has the status is confirmed, and says where its request was refused: %s', (outcome, reason) => {
    const verdict = judge(outcome, { ...open, status: 'completed' }, 0);
    expect(verdict).toMatchObject({ outcome: 'confirmed' });
    expect(verdict?.reason).toBe(reason);
  });

  it('that reads as before proves nothing early on, since reads lag behind', () => {
    expect(judge('successful', open, 59_999)).toBeUndefined();
    expect(judge('unknown', open, 59_999)).toBeUndefined();
    expect(judge('unknown', 'gone', 59_999)).toBeUndefined();
    expect(judge('unknown', { ...open, status: 'inProgress' }, 59_999)).toBeUndefined();
    expect(judge('unknown', 'unreadable')).toBeUndefined();
  });

  it('that still reads as before after a minute was not changed', () => {
    expect(judge('unknown', open)).toMatchObject({ outcome: 'notApplied', reason: 'Unchanged 60 s later' });
    for (const outcome of ['successful', 'contradicted'] as const) {
      expect(judge(outcome, open)).toMatchObject({
        outcome: 'contradicted',
        reason: 'Defender accepted it, but shows “open” 60 s later',
      });
    }
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

  it('that an analyst has edited, and that reads as before, stays unknown: the edit may have undone ours', () => {
    expect(judge('unknown', { ...open, lastModifiedDateTime: 6 })).toBeUndefined();
    expect(judge('successful', { ...open, lastModifiedDateTime: 6 })).toMatchObject({
      outcome: 'contradicted',
    });
  });

  it.each<Outcome>(['successful', 'unknown', 'skipped'])(
    'that has a third status was changed by another analyst: %s',
    (outcome) => {
      expect(judge(outcome, { ...open, status: 'inProgress' })).toMatchObject({
        outcome: 'changedByOther',
        reason: '“in progress” by now. Last changed by Defender Experts',
      });
    },
  );

  it('that is no longer listed after a minute is not found, unless it was accepted', () => {
    expect(judge('unknown', 'gone')).toMatchObject({
      outcome: 'notFound',
      reason: 'No longer listed, 60 s later',
    });
    expect(judge('successful', 'gone')).toMatchObject({
      outcome: 'successful',
      reason: 'Accepted. No longer listed, 60 s later',
    });
  });
});
