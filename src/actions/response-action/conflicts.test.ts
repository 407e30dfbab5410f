import { expect, it } from 'vitest';
import type { ActionType } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { conflictsOf, keptBack } from './conflicts.ts';

const task = (id: string, actionType: ActionType, target: string, more = {}) =>
  testTask({
    id,
    actionType,
    responseAction: { identifierValue: target, deviceId: '', isolationType: '', ...more },
  });
const idsOf = (tasks: ReturnType<typeof task>[]) =>
  conflictsOf(tasks).map((conflict) => conflict.tasks.map(({ id }) => id));

it.each([
  ['two isolations of one device', task('a', 'isolateDevice', 'SRV-1'), task('b', 'isolateDevice', 'srv-1')],
  ['isolate and release', task('a', 'isolateDevice', 'D'), task('b', 'unIsolateDevice', 'D')],
  ['restrict and lift', task('a', 'restrictAppExecution', 'D'), task('b', 'unRestrictAppExecution', 'D')],
  [
    'soft and hard delete of one message',
    task('a', 'softDeleteEmail', '<m>'),
    task('b', 'hardDeleteEmail', '<m>'),
  ],
  ['disable and enable', task('a', 'disableUser', 'u@x'), task('b', 'enableUser', 'U@x')],
  ['two scans of one device', task('a', 'runAntiVirusScan', 'D'), task('b', 'runAntiVirusScan', 'D')],
])('%s conflict', (_what, one, other) => {
  expect(idsOf([one, other])).toEqual([['a', 'b']]);
});

it.each([
  ['isolations of two devices', task('a', 'isolateDevice', 'D1'), task('b', 'isolateDevice', 'D2')],
  ['an isolation and a scan', task('a', 'isolateDevice', 'D'), task('b', 'runAntiVirusScan', 'D')],
  [
    'one file on two devices',
    task('a', 'stopAndQuarantineFile', 'sha', { deviceId: '1' }),
    task('b', 'stopAndQuarantineFile', 'sha', { deviceId: '2' }),
  ],
  ['tasks without targets', task('a', 'isolateDevice', ''), task('b', 'isolateDevice', '')],
])('%s do not', (_what, one, other) => {
  expect(idsOf([one, other])).toEqual([]);
});

it('keeps all of a conflict back until one is chosen, and nothing else', () => {
  const conflicts = conflictsOf([
    task('a', 'isolateDevice', 'D'),
    task('b', 'unIsolateDevice', 'D'),
    task('c', 'runAntiVirusScan', 'D'),
  ]);
  const [conflict] = conflicts;
  expect([...keptBack(conflicts, new Map())]).toEqual(['a', 'b']);
  expect([...keptBack(conflicts, new Map([[conflict?.key ?? '', 'b']]))]).toEqual(['a']);
});
