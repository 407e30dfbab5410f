import { expect, it } from 'vitest';
import type { IncidentTask } from '../../../graph/incident-tasks.ts';
import { deviceTruths } from '../../../resources/devices/device-truth.ts';
import { testTask } from '../../../resources/incident-tasks/test-task.ts';
import { targetName, truthMarks } from './target-words.ts';

function marks(...given: Partial<IncidentTask>[]) {
  const tasks = given.map((each, at) => testTask({ id: `${at}`, ...each }));
  const known = { usual: {}, started: {}, unknown: new Set<string>() };
  const [truth] = deviceTruths(tasks, [], known, 3_600_000).values();
  return truth ? truthMarks(truth, '2972395', testTask().lastModifiedDateTime ?? 0) : [];
}

it('a group without a name says what is missing', () => {
  expect(targetName({ kind: 'device', name: 'PC-1' })).toBe('PC-1');
  expect(targetName({ kind: 'device', name: '' })).toBe('Device not provided');
  expect(targetName({ kind: 'incident', name: '' })).toBe('Whole incident');
});

it('what was done to a device, by whichever incident’s task', () => {
  expect(marks({})).toEqual([]);
  const [own] = marks({ actionStatus: 'completed' });
  expect(own).toMatchObject({ text: expect.stringMatching(/^Isolated \d[^,]*$/), tone: 'success' });
  const [other] = marks({ actionStatus: 'completed', incident: { id: '7' } });
  expect(other?.text).toMatch(/^Isolated .*, by another incident’s task$/);
  expect(other?.hint).toMatch(/^By a task of incident 7\. Task last changed /);
  const [undated] = marks({ actionStatus: 'completed', lastModifiedDateTime: null });
  expect(undated?.hint).toBe('');
});

it('what failed or is stuck in other incidents; here, the tasks themselves say so', () => {
  expect(marks({ actionStatus: 'failed' }).map(({ text }) => text)).toEqual([
    'Not isolated: the action failed',
  ]);
  const elsewhere = marks(
    { actionStatus: 'failed', actionType: 'runAntiVirusScan', incident: { id: '7' } },
    { actionStatus: 'inProgress', incident: { id: '8' } },
  );
  expect(elsewhere.map(({ text, tone }) => `${text} ${tone}`)).toEqual([
    expect.stringMatching(/^Isolating since .*, stuck, by another incident’s task danger$/),
    '1 task failed in other incidents danger',
    '1 task stuck in other incidents danger',
  ]);
});
