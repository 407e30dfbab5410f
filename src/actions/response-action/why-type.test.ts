import { describe, expect, it } from 'vitest';
import type { ActionType } from '../../graph/incident-tasks.ts';
import { testTask } from '../../resources/incident-tasks/test-task.ts';
import { readTask, reviewedTask } from './reviewed.ts';
import { whyTypeTasks } from './why-type.ts';

const patterns = ['SRV-*', 'DC*'];

describe('[U4] the number of response actions is typed', () => {
  const task = (actionType: ActionType, target: string) => ({
    reviewed: reviewedTask(
      testTask({
        actionType,
        responseAction: target ? { identifierValue: target, deviceId: '', isolationType: '' } : null,
      }),
    ),
  });
  const many = (count: number, actionType: ActionType) =>
    Array.from({ length: count }, (_, number) => task(actionType, `target-${number}`));
  const why = (items: readonly ReturnType<typeof task>[]) =>
    whyTypeTasks(
      items.map(({ reviewed }) => readTask(reviewed)),
      patterns,
    );

  it('not for four laptops, one harmless action, or one user', () => {
    expect(why(many(4, 'isolateDevice'))).toEqual([]);
    expect(why(many(10, 'runAntiVirusScan'))).toEqual([]);
    expect(why(many(1, 'disableUser'))).toEqual([]);
    expect(why(many(3, 'softDeleteEmail'))).toEqual([]);
  });

  it.each([
    [many(209, 'restrictAppExecution'), ['Restricts 209 devices']],
    [
      [...many(9, 'isolateDevice'), ...many(2, 'softDeleteEmail')],
      ['Isolates 9 devices, soft-deletes 2 emails'],
    ],
    [many(2, 'disableUser'), ['Disables 2 users']],
    [many(11, 'disableUser'), ['Disables 11 users']],
    [many(1, 'hardDeleteEmail'), ['Hard-deletes 1 email', 'Users can’t recover a hard-deleted email']],
    [many(1, 'stopAndQuarantineFile'), ['Quarantines 1 file', 'Whatever runs from a quarantined file ends']],
    [
      [task('isolateDevice', 'srv-file-02.contoso.example')],
      ['Includes the important device srv-file-02.contoso.example'],
    ],
    [[task('isolateDevice', '')], ['The target of 1 task isn’t provided']],
  ])('for blast radius, case %#', (items, expected) => {
    expect(why(items)).toEqual(expected);
  });

  it('counts targets, not tasks: one device twice is one', () => {
    const twice = Array.from({ length: 12 }, () => task('runAntiVirusScan', 'FIN-LT-0231'));
    expect(why(twice)).toEqual([]);
  });

  it('says every reason, the gravest first', () => {
    expect(why([task('isolateDevice', 'DC-01'), task('hardDeleteEmail', '<a@b>')])).toEqual([
      'Isolates 1 device, hard-deletes 1 email',
      'Users can’t recover a hard-deleted email',
      'Includes the important device DC-01',
    ]);
  });

  it('names every action of a mixed run by its number of targets, whatever the reason is', () => {
    const mixed = [
      task('stopAndQuarantineFile', 'a1b2'),
      ...many(3, 'isolateDevice'),
      ...many(2, 'restrictAppExecution'),
    ];
    expect(why(mixed)).toEqual([
      'Isolates 3 devices, restricts 2 devices, quarantines 1 file',
      'Whatever runs from a quarantined file ends',
    ]);
    expect(why([task('isolateDevice', 'DC-01'), task('runAntiVirusScan', '')])).toEqual([
      'Isolates 1 device, scans 1 device',
      'Includes the important device DC-01',
      'The target of 1 task isn’t provided',
    ]);
    expect(why([task('disableUser', 'a'), task('requireSignIn', 'b')])).toEqual([
      'Disables 1 user, requires sign-in of 1 user',
    ]);
  });

  it('names the important devices, each once and a few of many', () => {
    const servers = ['SRV-1', 'SRV-2', 'SRV-2', 'DC-01', 'DC-02', 'DC-03'];
    expect(why(servers.map((server) => task('runAntiVirusScan', server)))).toEqual([
      'Includes 5 important devices: SRV-1, SRV-2, DC-01 and 2 more',
    ]);
  });
});
