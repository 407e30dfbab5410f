import { expect, it } from 'vitest';
import { planStatus } from '../../actions/task-status/plan.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { testIncident } from '../../resources/incidents/test-incident.ts';
import { canTakeComment, noteAsComment, withComment } from './status-comment.ts';

const call = testTask({ id: 'a', displayName: 'Call the user', actionType: 'text', responseAction: null });

it('makes a note a comment that names its tasks, or else their number', () => {
  expect(noteAsComment(' CHG-441 ', [call], [call])).toMatch(/^Call the user.*: CHG-441$/);
  expect(noteAsComment('CHG-441', Array(6).fill(call), [call])).toBe('6 tasks: CHG-441');
});

it('sends the comment in the same run as the status, after it', () => {
  const plan = planStatus('completed', [call], 'CHG-441', [call]);
  const both = withComment(plan, testIncident({ id: '7' }), 'Call the user: CHG-441', ['sam']);
  expect(both.title).toBe('Set 1 task to Completed and comment');
  expect(both.note).toBe('CHG-441');
  expect(both.targets.map(({ id, intent }) => [id, intent])).toEqual([
    ['a', { kind: 'task-status', status: 'completed' }],
    ['7', { kind: 'incident-comment', comment: 'Call the user: CHG-441' }],
  ]);
});

it('offers no comment on an incident that was not read, or that was merged', () => {
  expect(canTakeComment(undefined)).toBe(false);
  expect(canTakeComment({ ...testIncident({}), status: '' })).toBe(false);
  expect(canTakeComment(testIncident({ status: 'redirected' }))).toBe(false);
  expect(canTakeComment(testIncident({ status: 'active' }))).toBe(true);
});
