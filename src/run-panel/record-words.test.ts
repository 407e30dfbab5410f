import { expect, it } from 'vitest';
import type { Intent } from '../runs/model.ts';
import { actionId, actionName, stateName } from './record-words.ts';

const approve: Intent = { kind: 'drivers', action: 'approve', deployAt: null };

it.each([
  [approve, '', ''],
  [approve, 'needsReview', 'Needs review'],
  [approve, 'approved 2026-12-08T02:00:00Z', 'Approved, available from 2026-12-08T02:00:00Z'],
  [approve, 'of a later version', 'of a later version'],
  [{ kind: 'tasks' }, 'partiallyCompleted', 'Partially completed'],
  [{ kind: 'sync' }, 'never', 'Never synced'],
  [{ kind: 'sync' }, 'pending never', 'Syncing'],
  [{ kind: 'sync' }, `failure ${Date.UTC(2026, 11, 8)}`, 'Sync failed, last synced 2026-12-08T00:00:00.000Z'],
] as const)('%j %s reads as “%s”', (intent, state, words) => {
  expect(stateName(intent, state)).toBe(words);
});

it('an action has a name for people, and Graph’s', () => {
  const driver = { before: 'approved', reviewed: {} };
  expect([actionName(approve, driver), actionId(approve, driver)]).toEqual(['Change date', 'approve']);
  const task = { before: 'notStarted', reviewed: { actionType: 'disableUser' } };
  expect([actionName({ kind: 'tasks' }, task), actionId({ kind: 'tasks' }, task)]).toEqual([
    'Disable user',
    'disableUser',
  ]);
  expect([actionName({ kind: 'sync' }, driver), actionId({ kind: 'sync' }, driver)]).toEqual([
    'Sync inventory',
    'syncInventory',
  ]);
});
