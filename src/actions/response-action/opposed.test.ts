import { expect, it } from 'vitest';
import { deviceKeyOf } from '../../resources/devices/device-truth.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { otherAdvice, otherTasksOf, otherTasksOn } from './opposed.ts';
import { targetKey } from './reviewed.ts';

const isolate = testTask();
const again = testTask({ id: 'again', incident: { id: '2' } });
const release = testTask({ id: 'release', actionType: 'unIsolateDevice', incident: { id: '3' } });
const scan = testTask({ id: 'scan', actionType: 'runAntiVirusScan' });

it('a task that does the same or the opposite on one target is told before anything is sent', () => {
  const all = [isolate, again, release, scan];
  expect(otherTasksOn(isolate, all)).toEqual([
    { task: isolate, other: again, kind: 'same' },
    { task: isolate, other: release, kind: 'opposite' },
  ]);
  expect(otherTasksOn(release, all).map(({ other, kind }) => [other.id, kind])).toEqual([
    [isolate.id, 'opposite'],
    ['again', 'opposite'],
  ]);
  expect(otherTasksOn(scan, all)).toEqual([]);
});

it('what has ended or is closed is no conflict, and neither is another kind of action', () => {
  const done = testTask({ id: 'done', actionType: 'unIsolateDevice', actionStatus: 'completed' });
  const closed = testTask({ id: 'closed', status: 'notRelevant' });
  const restrict = testTask({ id: 'restrict', actionType: 'restrictAppExecution' });
  const unknown = testTask({ id: 'unknown', actionType: 'somethingNew' });
  expect(otherTasksOn(isolate, [done, closed, restrict, unknown])).toEqual([]);
  expect(otherTasksOn(done, [isolate])).toEqual([]);
});

it('of what is sent together, only other tasks on the same targets count', () => {
  const elsewhere = testTask({
    id: 'elsewhere',
    responseAction: { identifierValue: 'FIN-WS-0107', isolationType: '', deviceId: '' },
  });
  const all = [isolate, again, release, elsewhere];
  const told = otherTasksOf([isolate, again], all, targetKey);
  expect(told.map(({ task, other, kind }) => [task.id, other.id, kind])).toEqual([
    [isolate.id, 'release', 'opposite'],
    ['again', 'release', 'opposite'],
  ]);
  expect(otherTasksOf([elsewhere, testTask({ id: 'bare', responseAction: null })], all, targetKey)).toEqual(
    [],
  );
});

it('the advice about a task in progress is to wait for its result', () => {
  const running = testTask({ id: 'running', actionStatus: 'inProgress' });
  expect(otherAdvice({ other: running, kind: 'same' })).toBe(
    'is in progress and does the same: wait for its result.',
  );
  expect(otherAdvice({ other: running, kind: 'opposite' })).toContain('does the opposite: wait');
  expect(otherAdvice({ other: again, kind: 'same' })).toBe('does the same: run only one of them.');
  expect(otherAdvice({ other: release, kind: 'opposite' })).toBe('does the opposite: decide which is right.');
});

it('a task that knows the device by its ID alone is found, too', () => {
  const deviceId = 'a'.repeat(40);
  const named = testTask({
    responseAction: { identifierValue: 'FIN-LT-0231', isolationType: '', deviceId },
  });
  const byId = testTask({
    id: 'byId',
    responseAction: { identifierValue: deviceId, isolationType: '', deviceId: '' },
  });
  const all = [named, byId];
  const keyOf = (task: typeof named) => deviceKeyOf(task, all, []) || targetKey(task);
  expect(otherTasksOf([named], all, keyOf)).toEqual([{ task: named, other: byId, kind: 'same' }]);
});
