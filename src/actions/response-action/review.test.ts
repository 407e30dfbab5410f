import { describe, expect, it } from 'vitest';
import type { ActionType, IncidentTask } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { planTask } from './plan.ts';
import { reviewTasks } from './review.ts';

const person = { username: 'sam@contoso.example', importantDevices: [] };
const task = (actionType: ActionType, target: string, rest: Partial<IncidentTask> = {}) =>
  testTask({
    id: `${actionType} ${target}`,
    displayName: `${actionType} ${target}`,
    actionType,
    responseAction: { identifierValue: target, deviceId: '', isolationType: '' },
    ...rest,
  });
const review = (...tasks: readonly IncidentTask[]) =>
  reviewTasks(
    tasks.map((each) => planTask(each, tasks)),
    person,
  );

it('numbers every kind of target, files among them', () => {
  const { numbers } = review(
    task('isolateDevice', 'A'),
    task('isolateDevice', 'B'),
    task('disableUser', 'u'),
    task('softDeleteEmail', 'm'),
    task('stopAndQuarantineFile', 'f'),
  );
  expect(numbers.map(({ value, label }) => `${value} ${label}`)).toEqual([
    '5 actions',
    '2 devices',
    '1 user',
    '1 email',
    '1 file',
  ]);
});

it('counts the device of a file among the devices, and each device once', () => {
  const on = (deviceId: string, identifierValue: string) => ({
    responseAction: { identifierValue, deviceId, isolationType: '' },
  });
  const { numbers } = review(
    task('isolateDevice', 'A', on('ID-A', 'PC-A')),
    task('runAntiVirusScan', 'A', on('', 'pc-a')),
    task('stopAndQuarantineFile', 'f', on('id-a', 'hash')),
    task('stopAndQuarantineFile', 'g', on('id-b', 'hash 2')),
    task('stopAndQuarantineFile', 'h', on('', 'hash 3')),
  );
  expect(numbers.map(({ value, label }) => `${value} ${label}`)).toEqual([
    '5 actions',
    '2 devices',
    '3 files',
  ]);
});

describe('a warning', () => {
  const ranBefore = 'Ran before: Defender may refuse to run it again';
  const failed = (target: string) => task('isolateDevice', target, { actionStatus: 'failed' });

  it('names the tasks that it is about', () => {
    expect(review(failed('A'), task('isolateDevice', 'B')).warnings).toEqual([
      `${ranBefore} (1 of 2: isolateDevice A)`,
    ]);
  });

  it('names a few of many', () => {
    expect(review(...['A', 'B', 'C', 'D', 'E'].map(failed)).warnings).toEqual([
      `${ranBefore} (5 of 5: isolateDevice A, isolateDevice B, isolateDevice C and 2 more)`,
    ]);
  });

  it('of the only task names nothing: the title has', () => {
    expect(review(failed('A')).warnings).toEqual([ranBefore]);
  });
});
