import { expect, it } from 'vitest';
import { changeIntent } from '../../actions/incident-change/intent.ts';
import type { Intent, Item, Outcome } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf, taskItemOf } from '../../runs/testing/test-runs.ts';
import { postedAt, postedIn, seenIn } from './seen.ts';

const tasks = new Set(['a', 'b', 'one', 'two']);
const isolate: Intent = { kind: 'response-action' };

function sentAt(at: number, item: Item, intent: Intent = isolate) {
  const attempt = { clientRequestId: 'c', ids: [item.id], sentAt: new Date(at).toISOString() };
  return runOf([stepOf('a', [item], { attempts: [attempt] })], { intent, state: 'done' });
}

const settled = (outcome: Outcome) => ({ phase: 'settled', outcome }) as const;
const told = (at: number, text: string, more = {}) => ({
  at,
  text,
  isUnknown: false,
  isComment: false,
  note: '',
  ...more,
});

it('tells what was sent since then, the earliest first, with its result', () => {
  const task = (outcome: Outcome) => taskItemOf('a', settled(outcome));
  const neverSent = runOf([stepOf('b', [taskItemOf('b')])], { intent: isolate });
  const runs = [
    sentAt(9, task('completed')),
    sentAt(7, task('failed')),
    sentAt(2, task('failed')),
    neverSent,
  ];
  const { byTask, byIncident } = seenIn(runs, 5, tasks);
  expect([...byTask]).toEqual([
    ['a', [told(7, 'Isolate device: Failed'), told(9, 'Isolate device: Completed')]],
  ]);
  expect(byIncident.size).toBe(0);
});

it('tells an action on a user beside each task that it carries out, and else on the incident', () => {
  const intent = { kind: 'user-action', action: 'disable', via: 'entraID' } as const;
  const megan = (ids: string) =>
    itemOf('account', {
      name: 'Megan Bowen',
      incident: '7',
      reviewed: { tasks: ids },
      ...settled('unknown'),
    });
  const withTasks = seenIn([sentAt(9, megan('one two'), intent)], 5, tasks);
  const line = told(9, 'Disable user: Unknown', { isUnknown: true });
  expect([...withTasks.byTask]).toEqual([
    ['one', [line]],
    ['two', [line]],
  ]);
  expect(withTasks.byIncident.size).toBe(0);
  for (const ids of ['', 'not read']) {
    const { byTask, byIncident } = seenIn([sentAt(9, megan(ids), intent)], 5, tasks);
    expect(byTask.size).toBe(0);
    expect(byIncident.get('7')).toEqual([
      told(9, 'Disable user · Megan Bowen: Unknown', { isUnknown: true }),
    ]);
  }
});

const comment = (at: number, text: string, outcome: Outcome) =>
  sentAt(at, itemOf('comment 1', { incident: '7', detail: text, ...settled(outcome) }), {
    kind: 'incident-comment',
    comment: text,
  });

it('tells comments and changes on the incident', () => {
  const change = sentAt(
    8,
    itemOf('7', { incident: '7', ...settled('confirmed') }),
    changeIntent({ status: 'resolved' }),
  );
  const driver = sentAt(8, itemOf('driver'), { kind: 'driver-approval', action: 'approve', deployAt: null });
  const { byTask, byIncident } = seenIn([comment(9, 'Done', 'confirmed'), change, driver], 5, tasks);
  expect(byTask.size).toBe(0);
  expect([...byIncident.keys()]).toEqual(['7']);
  expect(byIncident.get('7')?.map(({ at, isComment }) => [at, isComment])).toEqual([
    [8, false],
    [9, true],
  ]);
  expect(byIncident.get('7')?.map(({ text }) => text)).toEqual([
    'Set status to Resolved: Confirmed',
    'Add comment “Done”: Confirmed',
  ]);
});

it('knows when a text was posted last, unless it was refused or was sent before', () => {
  const runs = [
    comment(9, 'Wait\r\nfor Finance', 'unknown'),
    comment(8, 'Refused', 'rejected'),
    comment(3, 'Old', 'confirmed'),
    comment(7, 'Wait\nfor Finance', 'confirmed'),
  ];
  const posted = postedIn(runs, 5).get('7');
  expect(postedAt(posted, 'Wait\nfor Finance')).toBe(9);
  expect(postedAt(posted, 'Refused')).toBeUndefined();
  expect(postedAt(posted, 'Old')).toBeUndefined();
  expect(postedAt(undefined, 'Old')).toBeUndefined();
});
