import { expect, it } from 'vitest';
import { changeIntent } from '../actions/incident-change/intent.ts';
import type { Intent } from '../runs/model/run.ts';
import { decisionOf } from './next-words.ts';

const drivers = (action: 'approve' | 'decline' | 'suspend'): Intent => ({
  kind: 'driver-approval',
  action,
  deployAt: null,
});

it.each([
  ['resume', drivers('approve'), 130, 'needsReview', 'Approve the remaining 130 drivers'],
  ['resume', drivers('decline'), 1, 'needsReview', 'Decline the remaining 1 driver'],
  ['resume', drivers('approve'), 3, 'approved', 'Change date of the remaining 3 drivers'],
  ['resume', { kind: 'response-action' }, 3, 'notStarted', 'Run the remaining 3 actions'],
  ['resume', { kind: 'inventory-sync' }, 2, '', 'Sync the remaining 2 profiles'],
  ['retry', drivers('approve'), 1, 'needsReview', 'Approve 1 driver again'],
  ['retry', { kind: 'task-status', status: 'completed' }, 2, 'open', 'Set 2 tasks to Completed again'],
  [
    'resume',
    { kind: 'task-status', status: 'notRelevant' },
    3,
    'open',
    'Set the remaining 3 tasks to Not relevant',
  ],
  [
    'retry',
    { kind: 'profile-change', change: 'edit', displayName: 'Lab', description: '', deferral: null },
    1,
    '["Pilot","",null]',
    'Edit 1 profile again',
  ],
  ['resume', { kind: 'profile-change', change: 'delete' }, 1, 'there', 'Delete the remaining 1 profile'],
  [
    'resume',
    { kind: 'incident-comment', comment: 'Done' },
    3,
    'not there',
    'Comment on the remaining 3 incidents',
  ],
  ['retry', { kind: 'incident-comment', comment: 'Done' }, 1, 'not there', 'Comment on 1 incident again'],
  ['resume', changeIntent({ owner: 'sam' }), 2, '{"owner":""}', 'Assign the remaining 2 incidents to sam'],
  ['undo', changeIntent({ status: 'active' }), 5, '{"status":"resolved"}', 'Set 5 incidents to Active'],
  ['undo', { kind: 'profile-assignment', groups: 'none' }, 1, 'none', 'Assign 1 profile'],
  ['retry', { kind: 'response-action' }, 1, 'failed', 'Run 1 action again'],
  [
    'resume',
    { kind: 'user-action', action: 'disable', via: 'entraID' },
    2,
    'enabled',
    'Disable the remaining 2 users',
  ],
  ['undo', drivers('suspend'), 12, 'approved', 'Pause 12 drivers'],
] as const)('a run that follows names its action: %s', (kind, intent, count, before, words) => {
  const items = [{ id: 'a', name: '', detail: '', before, reviewed: {} }];
  expect(decisionOf(kind, [{ id: 't', name: '', intent, items }], count)).toBe(words);
});
