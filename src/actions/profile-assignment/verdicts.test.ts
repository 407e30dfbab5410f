import { describe, expect, it } from 'vitest';
import type { GroupAssignment } from '../../graph/profile-assignments.ts';
import type { Assigned } from '../../resources/driver-profiles/assignments.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf } from '../../runs/testing/test-runs.ts';
import { listOf } from './list.ts';
import { reviewedList } from './plan.ts';
import { judgeAssignAfter, judgeAssignBefore, type SeenAssignments } from './verdicts.ts';

const groupOf = (digit: string, mode: GroupAssignment['mode'] = 'include') => ({
  mode,
  groupId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
});
const [a, b, c] = [groupOf('a'), groupOf('b'), groupOf('c', 'exclude')];
const seen = (groups: readonly GroupAssignment[], rest: Partial<Assigned> = {}): Assigned => ({
  groups,
  others: [],
  isPartial: false,
  ...rest,
});
const intent = { kind: 'profile-assignment', groups: listOf([a, b, c]) } as const;
const item = (rest: Parameters<typeof itemOf>[1] = {}) =>
  itemOf('p', { before: listOf([a]), reviewed: reviewedList([a]), ...rest });

describe('just before a sending, assignments', () => {
  const judge = (assigned: Assigned, wasSent = false) => judgeAssignBefore(intent, item(), assigned, wasSent);

  it('that are as they were reviewed are replaced', () => {
    expect(judge(seen([a]))).toMatchObject({
      phase: 'planned',
      pre: listOf([a]),
      reviewed: reviewedList([a]),
    });
  });

  it('that are so already, in any order, are left alone; after a sending, they are confirmed', () => {
    expect(judge(seen([c, b, a]))).toMatchObject({ outcome: 'skipped', left: 'alreadySo' });
    expect(judge(seen([c, b, a]), true)).toMatchObject({ outcome: 'confirmed', after: intent.groups });
  });

  it('that a colleague has changed are not overwritten', () => {
    expect(judge(seen([a, b]))).toMatchObject({
      outcome: 'changedByOther',
      reason: 'The assignments have changed since you decided: 2 groups included now; skipped',
    });
    expect(judge(seen([a], { others: ['All devices'] }))).toMatchObject({
      outcome: 'changedByOther',
      reason: expect.stringContaining('All devices'),
    });
    expect(judge(seen([a], { isPartial: true }))).toMatchObject({ outcome: 'changedByOther' });
  });
});

describe('after a sending, assignments', () => {
  const judge = (outcome: Outcome, assigned: SeenAssignments, elapsed = 60_000) =>
    judgeAssignAfter(intent, item({ phase: 'answered', outcome, reason: 'Why' }), assigned, elapsed);

  it.each<[Outcome, boolean]>([
    ['successful', false],
    ['unknown', false],
    ['rejected', true],
    ['skipped', true],
  ])('that are as wanted are confirmed: %s', (outcome, isTold) => {
    const verdict = judge(outcome, seen([a, b, c]), 0);
    expect(verdict).toMatchObject({ outcome: 'confirmed', after: intent.groups });
    expect(verdict?.reason !== undefined).toBe(isTold);
  });

  it('that read as before prove nothing early on, and after a minute were not changed', () => {
    expect(judge('unknown', seen([a]), 59_999)).toBeUndefined();
    expect(judge('unknown', seen([]), 59_999)).toBeUndefined();
    expect(judge('unknown', seen([a]))).toMatchObject({ outcome: 'notApplied' });
    for (const outcome of ['successful', 'contradicted'] as const)
      expect(judge(outcome, seen([a]))).toMatchObject({ outcome: 'contradicted' });
    expect(judge('rejected', seen([a]), 0)).toMatchObject({ outcome: 'rejected', reason: 'Why' });
    expect(judge('skipped', seen([a]), 0)).toMatchObject({ left: 'refusedForNow' });
  });

  it('that are a third list were changed by a colleague; those that can’t be read prove nothing', () => {
    expect(judge('successful', seen([b]))).toMatchObject({
      outcome: 'changedByOther',
      reason: '1 group included by now',
    });
    expect(judge('unknown', seen([a, b, c], { others: ['All users'] }))).toMatchObject({
      outcome: 'changedByOther',
    });
    expect(judge('unknown', seen([a], { isPartial: true }))).toBeUndefined();
    expect(judge('unknown', 'gone')).toMatchObject({ outcome: 'notFound' });
  });
});
