import { expect, it } from 'vitest';
import { testTask } from '../../../resources/incident-tasks/test-task.ts';
import { onSameDevices } from './same-devices.ts';

const on = (id: string, identifierValue: string, deviceId = '') =>
  testTask({ id, responseAction: { identifierValue, deviceId, isolationType: '' } });

it('finds the tasks of other incidents on the same devices, by short name, full name and id', () => {
  const own = on('own', 'PC-1', 'AB'.repeat(20));
  const all = [
    own,
    on('full name', 'pc-1.contoso.example'),
    on('id', '', 'ab'.repeat(20)),
    on('other', 'PC-2'),
    testTask({
      id: 'user',
      actionType: 'disableUser',
      responseAction: { identifierValue: 'PC-1', deviceId: '', isolationType: '' },
    }),
    testTask({ id: 'none', responseAction: null }),
  ];
  expect(onSameDevices([own], all).map(({ id }) => id)).toEqual(['own', 'full name', 'id']);
});
