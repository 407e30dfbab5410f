import { expect, it } from 'vitest';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { lookAlikesOf } from './task-looks.ts';

const on = (id: string, identifierValue: string, deviceId: string, displayName = 'Isolate device') =>
  testTask({ id, displayName, responseAction: { identifierValue, deviceId, isolationType: '' } });

function flagged(...tasks: ReturnType<typeof testTask>[]): readonly string[] {
  const isLikeAnother = lookAlikesOf(tasks);
  return tasks.filter(isLikeAnother).map(({ id }) => id);
}

it('two tasks on one device are no look-alikes, and two devices of one name are', () => {
  expect(flagged(on('a', 'PC-1', 'AB'), on('b', 'PC-1', 'ab'), on('c', 'PC-2', 'cd'))).toEqual([]);
  expect(flagged(on('a', 'PC-1', ''), on('b', 'PC-1', ''))).toEqual([]);
  expect(flagged(on('a', 'PC-1', 'ab'), on('b', 'PC-1', 'cd'))).toEqual(['a', 'b']);
});

it('names that look the same, and tasks about nothing with one title', () => {
  expect(flagged(on('a', 'PC-1', 'ab'), on('b', '\u0420C-1', 'cd'))).toEqual(['a', 'b']);
  const call = { displayName: 'Call the user', responseAction: null };
  expect(flagged(testTask({ id: 'a', ...call }), testTask({ id: 'b', ...call }))).toEqual(['a', 'b']);
});
