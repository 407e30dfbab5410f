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

const incidentWith = (evidence: Parameters<typeof testAlert>[1], incidentId = '7') => ({
  id: incidentId,
  alerts: { items: [testAlert({}, evidence)], leftOut: 0 },
});

it('a device that evidence knows is named by it', () => {
  const evidence = [
    testEvidence('device', { azureADDeviceId: id, azureAdDeviceId: id, hostName: 'ENG-WS-0420' }),
    testEvidence('file'),
  ];
  const names = deviceNamesIn([incidentWith(evidence)], [file(id)]);
  expect(withDeviceName(file(id.toUpperCase()), names).responseAction?.deviceId).toBe('ENG-WS-0420');
  const other = file('other');
  expect(withDeviceName(other, names)).toBe(other);
  const none = testTask({ responseAction: null });
  expect(withDeviceName(none, names)).toBe(none);
});

it('a device whose id no evidence has goes by the hash of the file, in the same incident, and says so', () => {
  const evidence = (host: string) => [
    testEvidence('device', { mdeDeviceId: `of ${host}`, hostName: host }),
    testEvidence('file', { fileDetails: { sha1: '3395' }, mdeDeviceId: `of ${host}` }),
  ];
  const nameIn = (...incidents: Parameters<typeof deviceNamesIn>[0]) =>
    deviceNamesIn(incidents, [file(id), testTask(), testTask({ responseAction: null })]).get(id);
  expect(nameIn(incidentWith(evidence('ENG-WS-0419')))).toBe('ENG-WS-0419 (by the file’s hash)');
  expect(nameIn(incidentWith(evidence('ENG-WS-0419'), '8'))).toBeUndefined();
  expect(nameIn(incidentWith([...evidence('ENG-WS-0419'), ...evidence('ENG-WS-0420')]))).toBeUndefined();
});

it('a device task without the ID of Graph names no other task', () => {
  const evidence = [testEvidence('device', { mdeDeviceId: id, hostName: 'ENG-WS-0420' })];
  const responseAction = { identifierValue: id, isolationType: '', deviceId: '' };
  const names = deviceNamesIn([incidentWith(evidence)], [testTask({ responseAction, incident: { id: '7' } })]);
  expect(names.has('')).toBe(false);
});
