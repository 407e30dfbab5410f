import { expect, it } from 'vitest';
import { testTask } from '../incident-tasks/test-task.ts';
import { testAlert, testEvidence } from '../incidents/test-alerts.ts';
import { deviceNamesIn, incidentsToName, withDeviceName } from './device-names.ts';

const id = '0a1b2c3d-0000-4000-8000-000000000001';
const file = (deviceId: string, incident: { id: string } | null = { id: '7' }) =>
  testTask({
    id: deviceId,
    actionType: 'stopAndQuarantineFile',
    responseAction: { identifierValue: '3395', isolationType: '', deviceId },
    incident,
  });

it('evidence is asked for where tasks name a device by an id alone', () => {
  expect(incidentsToName([file(id), file(''), file('x', null), testTask()])).toEqual(['7']);
  const named = testTask({
    responseAction: { identifierValue: 'ENG-WS-0420', isolationType: '', deviceId: id },
  });
  expect(incidentsToName([file(id), named])).toEqual([]);
});

it('a device that evidence knows is named by it', () => {
  const evidence = [
    testEvidence('device', { azureADDeviceId: id, azureAdDeviceId: id, hostName: 'ENG-WS-0420' }),
    testEvidence('file'),
  ];
  const names = deviceNamesIn([{ alerts: { items: [testAlert({}, evidence)], leftOut: 0 } }]);
  expect(withDeviceName(file(id.toUpperCase()), names).responseAction?.deviceId).toBe('ENG-WS-0420');
  const other = file('other');
  expect(withDeviceName(other, names)).toBe(other);
  const none = testTask({ responseAction: null });
  expect(withDeviceName(none, names)).toBe(none);
});
