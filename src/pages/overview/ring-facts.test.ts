import { expect, it } from 'vitest';
import type { ConflictsIn } from '../../resources/driver-updates/conflicts.ts';
import { mergedOf } from '../../resources/driver-updates/test-fleet.ts';
import { ringFacts } from './ring-facts.ts';

const now = Date.UTC(2026, 11, 1);
const day = 86_400_000;
const ringIds = ['pilot', 'early', 'broad'];
const approved = { approvalStatus: 'approved', deployDateTime: now - day };
const from = (days: number) => ({ approvalStatus: 'approved', deployDateTime: now + days * day });

function factsOf(versions: Parameters<typeof mergedOf>[0], sharing: ConflictsIn['sharing'] = []) {
  const { updates, columns } = mergedOf(versions);
  const { conflicts, rollouts } = ringFacts(updates, { columns, ringIds, sharing, now });
  return {
    conflicts: conflicts.map(({ update }) => update.key?.slice(0, 2)),
    rollouts: rollouts.map(({ update, next, ...counts }) => ({
      name: update.key?.slice(0, 2),
      next: [next.profileId, (next.at - now) / day],
      ...counts,
    })),
  };
}

it('a rollout is available in a ring and becomes so in another; the one whose next ring is first stands first', () => {
  expect(
    factsOf({
      a1: { in: { pilot: approved, early: from(9), broad: from(16) } },
      b2: { in: { pilot: approved, early: approved, broad: from(2) } },
    }),
  ).toEqual({
    conflicts: [],
    rollouts: [
      { name: 'b2', next: ['broad', 2], available: 2, approved: 3 },
      { name: 'a1', next: ['early', 9], available: 1, approved: 3 },
    ],
  });
});

it('a rollout is on its way before the first ring has it, until the last one does', () => {
  const a1 = { in: { pilot: from(1), early: from(4), broad: from(11) } };
  expect(factsOf({ a1 }).rollouts).toEqual([{ name: 'a1', next: ['pilot', 1], available: 0, approved: 3 }]);
});

it('what one ring awaits alone, is available everywhere or approved beside the rings is no rollout', () => {
  expect(
    factsOf({
      a1: { in: { pilot: from(1), early: {} } },
      b2: { in: { pilot: approved, early: approved } },
      c3: { in: { kiosks: approved, pilot: from(3) } },
    }).rollouts,
  ).toEqual([]);
});

it('a later ring that is ahead of an earlier one is a conflict', () => {
  expect(
    factsOf({ a1: { in: { pilot: {}, broad: approved } }, b2: { in: { pilot: approved, broad: {} } } }),
  ).toEqual({ conflicts: ['a1'], rollouts: [] });
});

it('a rollout that contradicts the order is told as a conflict alone', () => {
  expect(factsOf({ a1: { in: { pilot: approved, early: from(9), broad: approved } } })).toEqual({
    conflicts: ['a1'],
    rollouts: [],
  });
});

it('profiles with a group in common that differ are a conflict, as they are in the list that is led to', () => {
  const sharing = [{ profileIds: ['pilot', 'kiosks'], groupIds: ['all'] }];
  const paused = { approvalStatus: 'suspended' };
  expect(factsOf({ a1: { in: { pilot: approved, kiosks: paused } } }, sharing).conflicts).toEqual(['a1']);
});
