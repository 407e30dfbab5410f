import { describe, expect, it } from 'vitest';
import type { IncidentComment } from '../../graph/incidents.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { judgeCommentAfter, judgeCommentBefore, listStamp } from './verdicts.ts';

const intent = { kind: 'incident-comment', comment: 'Isolated both devices.\nWaiting.' } as const;
const ownNames = ['Sam Operator', 'sam@contoso.com'];

const comment = (
  createdDateTime: number | null,
  createdByDisplayName = 'Sam Operator',
  text: string = intent.comment,
): IncidentComment => ({ comment: text, createdByDisplayName, createdDateTime });
const incident = (items: readonly IncidentComment[], { leftOut = 0, status = 'active' } = {}) => ({
  status,
  comments: { items, leftOut },
});

const old = comment(1);
const reviewed = { merged: 'no', own: '1' };
const item = (rest: Parameters<typeof itemOf>[1] = {}) =>
  itemOf('comment 1', { before: 'not there', reviewed, pre: 'among 1', ...rest });

describe('just before a sending, a new comment', () => {
  const fresh = { wasSent: false, ownNames };
  const sent = { wasSent: true, ownNames };

  it('is sent, and the same comments from before are remembered', () => {
    const before = incident([old, comment(2, 'Kim'), comment(3, 'Kim', 'Other'), comment(null, 'Kim')]);
    expect(judgeCommentBefore(intent, item({ pre: '' }), before, fresh)).toEqual({
      id: 'comment 1',
      phase: 'planned',
      outcome: null,
      pre: 'among 1,2,no date',
      reviewed,
    });
    expect(listStamp(intent, incident([]))).toBe('among ');
  });

  it('is left alone where it has appeared since the decision: a lost request of an earlier run came late', () => {
    for (const late of [comment(2), comment(2, ' ')])
      expect(judgeCommentBefore(intent, item(), incident([old, late]), fresh)).toEqual({
        id: 'comment 1',
        phase: 'settled',
        outcome: 'changedByOther',
        reason: 'The comment has appeared since you decided; skipped',
        after: 'added',
      });
    expect(judgeCommentBefore(intent, item({ reviewed: {} }), incident([old]), fresh)).toMatchObject({
      outcome: 'changedByOther',
    });
    // A read that lags behind shows fewer: the facts of the decision stay.
    expect(judgeCommentBefore(intent, item(), incident([]), fresh)).toMatchObject({
      phase: 'planned',
      reviewed,
    });
  });

  it('is left alone where its incident was merged into another', () => {
    expect(judgeCommentBefore(intent, item(), incident([], { status: 'redirected' }), fresh)).toMatchObject({
      outcome: 'changedByOther',
      reason: 'Merged into another incident; skipped',
    });
  });

  it('that was sent before is sent again only where it is not there, against the first list', () => {
    expect(judgeCommentBefore(intent, item(), incident([old]), sent)).toMatchObject({
      phase: 'planned',
      pre: 'among 1',
    });
    expect(judgeCommentBefore(intent, item(), incident([old, comment(2)]), sent)).toMatchObject({
      phase: 'settled',
      outcome: 'confirmed',
      after: 'added',
    });
  });

  it.each([
    ['a colleague has added the same', item(), incident([old, comment(2, 'Kim')]), 'Kim has added the same'],
    ['a comment can’t be read', item(), incident([old], { leftOut: 1 }), 'The comments don’t tell'],
    ['the list from before is lost', item({ pre: '' }), incident([old]), 'The comments don’t tell'],
  ])('that was sent before is not sent again where %s', (_what, known, seen, reason) => {
    expect(judgeCommentBefore(intent, known, seen, sent)).toMatchObject({
      phase: 'answered',
      outcome: 'unknown',
      reason: expect.stringContaining(reason),
    });
  });
});

describe('after a sending, a comment', () => {
  const judge = (
    outcome: Outcome,
    seen: ReturnType<typeof incident> | 'gone',
    elapsed = 60_000,
    rest: Parameters<typeof itemOf>[1] = {},
  ) =>
    judgeCommentAfter(intent, item({ phase: 'answered', outcome, reason: 'Why', ...rest }), seen, {
      elapsed,
      ownNames,
    });

  it.each<[Outcome, string | undefined]>([
    ['unknown', undefined],
    ['successful', undefined],
    ['rejected', 'The request was rejected, but the comment is there'],
    ['skipped', 'The request was rejected, but the comment is there'],
  ])('of ours that was not there before is confirmed: %s', (outcome, reason) => {
    const verdict = judge(outcome, incident([old, comment(2, 'sam@CONTOSO.com')]), 0);
    expect(verdict).toMatchObject({ outcome: 'confirmed', after: 'added' });
    expect(verdict?.reason).toBe(reason);
  });

  it('is ours with other line ends, of the same moment as another, and where no author is told', () => {
    const portal = comment(2, 'Sam Operator', ' Isolated both devices.\r\nWaiting. ');
    for (const seen of [
      [old, portal],
      [old, old],
      [old, comment(2, '')],
    ]) {
      expect(judge('unknown', incident(seen), 0)).toMatchObject({ outcome: 'confirmed' });
    }
  });

  it('that is there twice is confirmed, and told: a browser may have sent it once more', () => {
    expect(judge('unknown', incident([old, comment(2), comment(3)]))).toMatchObject({
      outcome: 'confirmed',
      reason: expect.stringContaining('more than once'),
    });
    // The second one is a colleague’s.
    for (const outcome of ['successful', 'unknown'] as const) {
      const verdict = judge(outcome, incident([old, comment(2), comment(3, 'Kim')]));
      expect(verdict).toMatchObject({ outcome: 'confirmed' });
      expect(verdict).not.toHaveProperty('reason');
    }
  });

  it('of a colleague is not mistaken for ours, and leaves a lost one unknown', () => {
    const seen = incident([old, comment(2, 'Kim')]);
    const told = judge('unknown', seen);
    expect(told).toMatchObject({
      phase: 'answered',
      outcome: 'unknown',
      reason: 'Kim has added the same comment. Whether yours is there too, the comments don’t tell',
    });
    expect(judge('unknown', seen, 60_000, { reason: told?.reason ?? '' })).toBeUndefined();
    expect(judge('skipped', seen)).toBeUndefined();
    expect(judge('rejected', seen)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
  });

  it('that Graph has accepted is ours under another name too', () => {
    const seen = incident([old, comment(2, 'Operator, Sam (SOC)')]);
    for (const outcome of ['successful', 'contradicted'] as const)
      expect(judge(outcome, seen)).toMatchObject({ outcome: 'confirmed' });
  });

  it('that is not there proves nothing early on, since reads lag behind', () => {
    expect(judge('unknown', incident([old]), 59_999)).toBeUndefined();
    expect(judge('successful', incident([old]), 59_999)).toBeUndefined();
    expect(judge('rejected', incident([old]), 0)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
    expect(judge('skipped', incident([old]), 0)).toMatchObject({ outcome: 'skipped', left: 'refusedForNow' });
    expect(judge('unknown', incident([old, comment(2, 'Kim', 'Other')]))).toEqual({
      id: 'comment 1',
      phase: 'settled',
      outcome: 'notApplied',
      reason: 'Not among the comments 60 s later',
      after: 'not there',
    });
    for (const outcome of ['successful', 'contradicted'] as const) {
      expect(judge(outcome, incident([old]))).toMatchObject({
        outcome: 'contradicted',
        reason: 'Defender accepted it, but doesn’t show it 60 s later',
      });
    }
  });

  it('stays unknown where a comment can’t be read, or the list from before is lost', () => {
    expect(judge('unknown', incident([old], { leftOut: 1 }))).toBeUndefined();
    expect(judge('unknown', incident([old, comment(2)]), 60_000, { pre: '' })).toBeUndefined();
    expect(judge('successful', incident([old, comment(2)]), 60_000, { pre: '' })).toBeUndefined();
  });

  it('of an incident that is gone is not found', () => {
    expect(judge('unknown', 'gone')).toMatchObject({ outcome: 'notFound' });
  });
});
