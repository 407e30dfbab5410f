import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { changeIntent } from './intent.ts';
import { planItem } from './plan.ts';
import { testIncidentState } from './test-incident-state.ts';
import { changeableOf, incidentStamp, judgeChangeAfter, judgeChangeBefore } from './verdicts.ts';

const ownNames = ['Sam Operator', 'sam@contoso.com'];
const assign = changeIntent({ owner: 'sam@contoso.com' });
const tag = changeIntent({ addTags: ['VIP'], removeTags: ['Old'] });

const before = testIncidentState({ assignedTo: 'Customer', tags: ['Old', 'Theirs'] });
const planned = (intent = assign) => planItem(intent, { ...before, ...changeableOf(before) });
const item = (intent = assign, rest: Parameters<typeof itemOf>[1] = {}) =>
  itemOf('7', { before: planned(intent).before, reviewed: planned(intent).reviewed, ...rest });
const seen = (given: Parameters<typeof testIncidentState>[0]) =>
  testIncidentState({ assignedTo: 'Customer', tags: ['Old', 'Theirs'], ...given });

describe('just before a sending, an incident', () => {
  const judge = (intent: typeof assign, incident: typeof before, wasSent = false) =>
    judgeChangeBefore(intent, item(intent), incident, { wasSent, ownNames });

  it('that is as it was reviewed is changed', () => {
    expect(judge(assign, before)).toEqual({
      id: '7',
      phase: 'planned',
      outcome: null,
      pre: '{"owner":"Customer"} 5',
      name: 'Lateral movement',
      reviewed: { owner: 'customer', merged: 'no' },
    });
    expect(incidentStamp(assign, seen({ lastUpdateDateTime: null }))).toBe('{"owner":"Customer"} no date');
  });

  it('of which something else has changed is changed all the same', () => {
    const changed = seen({ status: 'inProgress', tags: ['Old', 'New'], classification: 'truePositive' });
    expect(judge(assign, changed)).toMatchObject({ phase: 'planned' });
    expect(judge(tag, seen({ assignedTo: 'Kim', tags: ['Old', 'Theirs', 'More'] }))).toMatchObject({
      phase: 'planned',
    });
  });

  it('that is so already is left alone; after a sending, it is confirmed', () => {
    const done = seen({ assignedTo: 'SAM@contoso.com' });
    expect(judge(assign, done)).toMatchObject({ outcome: 'skipped', left: 'alreadySo' });
    expect(judge(assign, done, true)).toMatchObject({ outcome: 'confirmed' });
    expect(judge(tag, seen({ tags: ['vip', 'Theirs'] }))).toMatchObject({ left: 'alreadySo' });
  });

  it.each([
    [{ assignedTo: 'Kim' }, 'Owner changed from “customer” to “kim”; skipped'],
    [
      { assignedTo: 'Kim', lastModifiedBy: 'kim@contoso.com' },
      'Owner changed from “customer” to “kim”; skipped. Last changed by kim@contoso.com',
    ],
    [
      { assignedTo: '', lastModifiedBy: 'sam@contoso.com' },
      'Owner changed from “customer” to nothing; skipped. Last changed by you',
    ],
    [{ status: 'redirected' }, 'Merged into another incident; skipped'],
  ])('that a colleague has changed is not touched: %j', (given, reason) => {
    expect(judge(assign, seen(given))).toMatchObject({ outcome: 'changedByOther', reason });
  });

  it('whose tags can’t all be read gets no new list', () => {
    const partial = seen({ tagsLeftOut: 1 });
    expect(judge(tag, partial)).toMatchObject({
      outcome: 'changedByOther',
      reason: 'Some tags couldn’t be read, and a new list would remove them; skipped',
    });
    expect(judge(assign, partial)).toMatchObject({ phase: 'planned' });
  });

  it('is told its other status and classification in words', () => {
    const change = changeIntent({
      status: 'resolved',
      assessment: { classification: 'truePositive', determination: 'malware' },
    });
    const changed = seen({ status: 'inProgress', classification: 'falsePositive', determination: 'other' });
    expect(judge(change, changed).reason).toBe(
      'Status changed from “Active” to “In progress”, Classification changed from “Not classified” to “False positive, other”; skipped',
    );
  });
});

describe('after a sending, an incident', () => {
  const judge = (
    outcome: Outcome,
    incident: typeof before | 'gone',
    elapsed = 60_000,
    intent: typeof assign = assign,
  ) => {
    const sent = item(intent, {
      phase: 'answered',
      outcome,
      reason: 'Why',
      pre: incidentStamp(intent, before),
    });
    return judgeChangeAfter(intent, sent, incident, { elapsed, ownNames });
  };

  it.each<[Outcome, string | undefined]>([
    ['successful', undefined],
    ['unknown', undefined],
    ['rejected', 'The request was rejected, but the incident is as you asked for'],
    ['skipped', 'The request was rejected, but the incident is as you asked for'],
  ])('that is as wanted is confirmed: %s', (outcome, reason) => {
    const verdict = judge(outcome, seen({ assignedTo: 'sam@contoso.com' }), 0);
    expect(verdict).toMatchObject({ outcome: 'confirmed', after: '{"owner":"sam@contoso.com"}' });
    expect(verdict?.reason).toBe(reason);
  });

  it('has its tags confirmed, whatever tags a colleague has added meanwhile', () => {
    expect(judge('unknown', seen({ tags: ['VIP', 'Theirs', 'More'] }), 0, tag)).toMatchObject({
      outcome: 'confirmed',
    });
  });

  it('that reads as before proves nothing early on, since reads lag behind', () => {
    expect(judge('successful', before, 59_999)).toBeUndefined();
    expect(judge('unknown', before, 59_999)).toBeUndefined();
    expect(judge('unknown', seen({ assignedTo: 'Kim' }), 59_999)).toBeUndefined();
    expect(judge('unknown', before)).toMatchObject({ outcome: 'notApplied', reason: 'Unchanged 60 s later' });
    for (const outcome of ['successful', 'contradicted'] as const) {
      expect(judge(outcome, seen({ lastModifiedBy: 'kim' }))).toMatchObject({
        outcome: 'contradicted',
        reason: 'Defender accepted it, but shows “owner Customer” 60 s later. Last changed by kim',
      });
    }
    expect(judge('rejected', before, 0)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
    expect(judge('skipped', before, 0)).toMatchObject({ outcome: 'skipped', left: 'refusedForNow' });
  });

  it('that was changed since, and reads as before, stays unknown: the change may have undone ours', () => {
    expect(judge('unknown', seen({ lastUpdateDateTime: 6 }))).toBeUndefined();
  });

  it.each<Outcome>(['successful', 'unknown', 'skipped'])(
    'with a third state was changed by a colleague, who is named: %s',
    (outcome) => {
      expect(judge(outcome, seen({ assignedTo: 'Kim', lastModifiedBy: 'Kim Lee' }))).toMatchObject({
        outcome: 'changedByOther',
        reason: '“owner Kim” by now. Last changed by Kim Lee',
      });
    },
  );

  it('whose tags can’t all be read stays as it is known', () => {
    const partial = seen({ tags: ['VIP'], tagsLeftOut: 1 });
    expect(judge('unknown', partial, 60_000, tag)).toBeUndefined();
    expect(judge('rejected', partial, 60_000, tag)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
  });

  it('that is gone is not found', () => {
    expect(judge('successful', 'gone')).toMatchObject({ outcome: 'notFound' });
  });
});
