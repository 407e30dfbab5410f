import { expect, it } from 'vitest';
import { othersOf } from './others.ts';
import { testTask } from './test-task.ts';

const on = (id: string, identifierValue: string, incident: string | null, deviceId = '') =>
  testTask({
    id,
    actionType: deviceId === '' ? 'isolateDevice' : 'stopAndQuarantineFile',
    responseAction: { identifierValue, isolationType: '', deviceId },
    incident: incident === null ? null : { id: incident },
  });

it('beside a task stand those on its target, of any incident, and the rest of its incident', () => {
  const task = on('1', 'SRV-FILE-02', 'a');
  const all = [
    task,
    on('2', 'srv-file-02', 'b'),
    on('3', 'svch0st.exe', 'a', 'SRV-FILE-02'),
    on('4', 'FIN-LT-0231', 'a'),
    on('5', 'FIN-LT-0231', 'b'),
    testTask({ id: '6', actionType: 'text', responseAction: null, incident: { id: 'a' } }),
  ];
  const ids = (given: typeof task) => {
    const { sameTarget, sameIncident } = othersOf(given, all);
    return [sameTarget.map(({ id }) => id), sameIncident.map(({ id }) => id)];
  };
  expect(ids(task)).toEqual([
    ['2', '3'],
    ['4', '6'],
  ]);
  const withoutTarget = testTask({ id: '7', responseAction: null, incident: null });
  expect(ids(withoutTarget)).toEqual([[], []]);
});
