import { expect, it } from 'vitest';
import type { Item, Run } from '../../runs/model/run.ts';
import { itemOf, stepOf } from '../../runs/testing/test-runs.ts';
import { type Acted, actedTasks, actedText } from './acted-tasks.ts';

const sentAt = '2026-11-30T09:12:00Z';

function runOf(
  action: string,
  item: Partial<Item>,
  tasks = 'a b',
  sent: readonly string[] = [sentAt],
): Pick<Run, 'steps'> {
  const intent = { kind: 'user-action', action, via: 'entraID' };
  const attempts = sent.map((at) => ({ clientRequestId: '1', ids: ['user'], sentAt: at }));
  const items = [itemOf('user', { phase: 'settled', reviewed: { tasks }, ...item })];
  return { steps: [stepOf('1', items, { intent, attempts })] };
}

const told = (...runs: readonly Pick<Run, 'steps'>[]) => [...actedTasks(runs)];

it('tasks know what a user action did for them, and when', () => {
  const at = Date.parse(sentAt);
  const disabled = { action: 'disable', isConfirmed: true, at };
  expect(told(runOf('disable', { outcome: 'confirmed' }))).toEqual([
    ['a', disabled],
    ['b', disabled],
  ]);
  expect(told(runOf('disable', { outcome: 'successful' }, 'a', []))).toEqual([
    ['a', { action: 'disable', isConfirmed: false, at: null }],
  ]);
});

it('an undo or an unknown result leaves nothing to tell, and what was never sent or was refused changes nothing', () => {
  const disabled = runOf('disable', { outcome: 'confirmed' });
  expect(told(runOf('enable', { outcome: 'confirmed' }, ''), disabled)).toEqual([]);
  expect(told(runOf('disable', { outcome: 'unknown' }), disabled)).toEqual([]);
  expect(told(runOf('enable', { outcome: 'rejected' }, ''), disabled)).toHaveLength(2);
  expect(told(runOf('enable', { outcome: 'skipped' }, ''), disabled)).toHaveLength(2);
  expect(told(runOf('enable', { outcome: null, phase: 'planned' }, ''), disabled)).toHaveLength(2);
  // Another action on the same user, and another kind of run.
  expect(told(runOf('requireUserToSignInAgain', { outcome: 'unknown' }), disabled)).toHaveLength(2);
  expect(told(runOf('nothing', { outcome: 'confirmed' }))).toEqual([]);
});

it('what was only accepted is not told as done', () => {
  const acted: Acted = { action: 'disable', isConfirmed: true, at: null };
  expect(actedText(acted)).toBe('Account disabled');
  expect(actedText({ ...acted, isConfirmed: false })).toBe('Disable user: accepted');
});
