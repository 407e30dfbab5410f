import { expect, it } from 'vitest';
import { listOf } from '../../actions/profile-assignment/list.ts';
import { stagedOf } from '../../plan/staged/test-staged.ts';
import { groupChangesOf } from './group-changes.ts';

const groupAt = (place: number) => ({
  mode: 'include' as const,
  groupId: `aaaaaaaa-0000-4000-8000-${String(place).padStart(12, '0')}`,
});
const [a, b] = [groupAt(1), groupAt(2)];
const changesFrom = (before: string, groups: string) =>
  groupChangesOf({
    intent: { kind: 'profile-assignment', groups },
    item: { ...stagedOf('pilot').item, before },
  });

it('a change of assignments says which groups it adds and removes', () => {
  expect(changesFrom(listOf([a]), listOf([b]))).toEqual([
    { verb: 'added', groups: [b], more: 0 },
    { verb: 'removed', groups: [a], more: 0 },
  ]);
  expect(changesFrom('none', listOf([{ ...a, mode: 'exclude' }]))).toEqual([
    { verb: 'added', groups: [{ ...a, mode: 'exclude' }], more: 0 },
  ]);
});

it('of very many groups the first are named, and the others counted', () => {
  const many = Array.from({ length: 25 }, (_, place) => groupAt(place));
  expect(changesFrom('none', listOf(many))).toMatchObject([{ groups: many.slice(0, 20), more: 5 }]);
});

it('any other change, and a list that can’t be read, say nothing of groups', () => {
  expect(groupChangesOf(stagedOf('a'))).toEqual([]);
  expect(changesFrom('everyone', 'none')).toEqual([]);
});
