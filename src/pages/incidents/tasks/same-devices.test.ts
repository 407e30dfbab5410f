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

it('finds them for the device on which a file was found by its hash', () => {
  const file = testTask({
    id: 'file',
    actionType: 'stopAndQuarantineFile',
    responseAction: { identifierValue: 'svch0st.exe', deviceId: '', isolationType: '' },
  });
  const all = [file, on('name', 'PC-1'), on('id', '', 'ab'.repeat(20)), on('other', 'PC-2')];
  const device = { keys: ['ab'.repeat(20), 'pc-1.contoso.example'] };
  expect(onSameDevices([file], all)).toEqual([]);
  expect(onSameDevices([file], all, [device]).map(({ id }) => id)).toEqual(['name', 'id']);
});
