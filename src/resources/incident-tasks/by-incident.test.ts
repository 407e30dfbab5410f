import { describe, expect, it } from 'vitest';
import type { Incident } from '../../graph/incidents.ts';
import { testIncident } from '../incidents/test-incident.ts';
import { howFar, howFarTexts, incidentIdsOf, tasksByIncident } from './by-incident.ts';
import { testTask } from './test-task.ts';

const incident = (id: string, severity: string, createdDateTime: number): [string, Incident] => [
  id,
  testIncident({ id, severity, createdDateTime }),
];

const isolation = (device: string, given: Parameters<typeof testTask>[0] = {}) =>
  testTask({
    id: `${device} ${given.actionStatus ?? ''}`,
    responseAction: { identifierValue: device, isolationType: 'full', deviceId: '' },
    ...given,
  });

describe('tasks by incident', () => {
  it('come in the order of their incidents: open ones, then by severity, then the oldest; those not read come last', () => {
    const of = (id: string, given: Parameters<typeof testTask>[0] = {}) =>
      testTask({ id: `${id} task`, incident: { id }, ...given });
    const tasks = [
      testTask({ incident: null }),
      of('missing'),
      of('done', { status: 'completed' }),
      of('low'),
      of('newer'),
      of('medium'),
      of('older'),
    ];
    const incidents = new Map([
      incident('done', 'high', 1),
      incident('low', 'low', 1),
      incident('newer', 'high', 5),
      incident('older', 'high', 4),
      incident('medium', 'medium', 1),
    ]);
    expect(tasksByIncident(tasks, incidents).map(({ incidentId }) => incidentId)).toEqual([
      'older',
      'newer',
      'medium',
      'low',
      'missing',
      '',
      'done',
    ]);
    expect(incidentIdsOf(tasks)).toEqual(['done', 'low', 'medium', 'missing', 'newer', 'older']);
  });

  it('are open while something is left to do: a failure is, what is closed or completed is not', () => {
    const isOpen = (given: Parameters<typeof testTask>[0]) =>
      tasksByIncident([testTask(given)], new Map())[0]?.isOpen;
    expect(isOpen({ actionStatus: 'failed', status: 'failed' })).toBe(true);
    expect(isOpen({ actionStatus: 'failed', status: 'completed' })).toBe(false);
    expect(isOpen({ actionStatus: 'completed' })).toBe(false);
    expect(isOpen({ status: 'notRelevant' })).toBe(false);
  });

  it('concern each device and user once, whatever names them', () => {
    const id = '3395856c-e81f-4b73-82de-e72602f798b6';
    const tasks = [
      isolation('FIN-LT-0231', {
        responseAction: { identifierValue: 'FIN-LT-0231', isolationType: '', deviceId: id },
      }),
      isolation('fin-lt-0231', { actionType: 'runAntiVirusScan' }),
      isolation(id, { id: 'by id' }),
      testTask({
        id: 'file',
        actionType: 'stopAndQuarantineFile',
        responseAction: { identifierValue: 'svch0st.exe', isolationType: '', deviceId: id },
      }),
      isolation('megan@contoso.example', { actionType: 'disableUser' }),
      isolation('MEGAN@contoso.example', { actionType: 'requireSignIn' }),
      testTask({ id: 'by hand', actionType: 'text', responseAction: null }),
    ];
    expect(tasksByIncident(tasks, new Map())[0]).toMatchObject({ devices: 1, users: 1 });
  });

  it('have the age of their incident, and else of the oldest task', () => {
    const tasks = [testTask({ id: '1', createdDateTime: 9 }), testTask({ id: '2', createdDateTime: 7 })];
    const since = (known: [string, Incident][]) => tasksByIncident(tasks, new Map(known))[0]?.since;
    expect(since([])).toBe(7);
    expect(since([incident('2972395', 'high', 3)])).toBe(3);
  });
});

describe('how far the tasks of an incident are', () => {
  const completed = { actionStatus: 'completed' } as const;

  it('counts isolated devices first, and does not say the same twice', () => {
    const three = ['A', 'B', 'C'].map((device) => isolation(device, completed));
    const tasks = [...three, isolation('D', { actionStatus: 'failed' })];
    expect(howFarTexts(howFar(tasks, tasks))).toEqual(['3 of 4 isolated']);
    const more = [...tasks, testTask({ id: 'scan', actionType: 'runAntiVirusScan', ...completed })];
    expect(howFarTexts(howFar(more, more))).toEqual(['3 of 4 isolated', '4 of 5 done']);
  });

  it('counts a device once, and as isolated only once Defender says so', () => {
    const tasks = [
      isolation('A', completed),
      isolation('a', { id: 'again' }),
      isolation('B', { status: 'completed' }),
    ];
    expect(howFarTexts(howFar(tasks, tasks))).toEqual(['1 of 2 isolated', '2 of 3 done']);
  });

  it('counts a device that another incident’s task has isolated, and says so', () => {
    const tasks = [isolation('A', completed), isolation('B')];
    const other = isolation('b', {
      id: 'other',
      incident: { id: '2' },
      ...completed,
      lastModifiedDateTime: 5,
    });
    expect(howFarTexts(howFar(tasks, [...tasks, other]))).toEqual([
      '2 of 2 isolated',
      '1 by incident 2',
      '1 of 2 done',
    ]);
    const released = { ...other, id: 'released', actionType: 'unIsolateDevice', lastModifiedDateTime: 6 };
    expect(howFarTexts(howFar(tasks, [...tasks, other, released]))).toEqual(['1 of 2 isolated']);
    const earlier = { ...released, lastModifiedDateTime: null };
    expect(howFar(tasks, [...tasks, other, earlier]).isolated.elsewhere).toEqual(['2']);
  });

  it('does not count a device that was released since, whoever isolated it', () => {
    const own = isolation('A', { ...completed, lastModifiedDateTime: 5 });
    const release = testTask({
      ...isolation('A', { ...completed, lastModifiedDateTime: 6 }),
      id: 'release',
      actionType: 'unIsolateDevice',
      incident: { id: '2' },
    });
    expect(howFarTexts(howFar([own], [own, release]))).toEqual(['0 of 1 isolated', '1 of 1 done']);
  });

  it('does not take an own isolation that is not relevant for another incident’s', () => {
    const tasks = [isolation('A'), isolation('A', { ...completed, status: 'notRelevant' })];
    expect(howFarTexts(howFar(tasks, tasks))).toEqual(['1 of 1 isolated', '0 of 1 done']);
  });

  it('names several other incidents together, and a task without an incident', () => {
    const tasks = ['A', 'B', 'C'].map((device) => isolation(device));
    const by = (device: string, incident: { id: string } | null) =>
      isolation(device, { id: `${device} other`, incident, ...completed });
    const texts = (...others: ReturnType<typeof by>[]) =>
      howFarTexts(howFar(tasks, [...tasks, ...others]))[1];
    expect(texts(by('A', { id: '2' }), by('B', { id: '2' }))).toBe('2 by incident 2');
    expect(texts(by('A', { id: '2' }), by('B', { id: '3' }))).toBe('2 by other incidents');
    expect(texts(by('A', null))).toBe('1 by other incidents');
  });

  it('does not take two devices with one name for one', () => {
    const of = (deviceId: string, given: Parameters<typeof testTask>[0]) =>
      testTask({ responseAction: { identifierValue: 'PC', isolationType: '', deviceId }, ...given });
    const tasks = [of('a', { id: '1', ...completed }), of('b', { id: '2' })];
    expect(howFarTexts(howFar(tasks, tasks))).toEqual(['1 of 2 isolated']);
  });

  it('does not count as done what a person closed after a failure, or while the action goes on', () => {
    const tasks = [
      isolation('A', completed),
      isolation('B', { actionStatus: 'failed', status: 'completed' }),
      isolation('C', { actionStatus: 'inProgress', status: 'completed' }),
      testTask({
        id: 'scan',
        actionType: 'runAntiVirusScan',
        actionStatus: 'partiallyCompleted',
        status: 'completed',
      }),
    ];
    expect(howFar(tasks, tasks)).toMatchObject({ done: 1, closedByHand: 2, of: 4 });
    expect(howFarTexts(howFar(tasks, tasks))).toEqual(['1 of 3 isolated', '1 of 4 done', '2 closed by hand']);
  });

  it('leaves out what is not relevant', () => {
    const tasks = [isolation('A', { status: 'notRelevant' })];
    expect(howFarTexts(howFar(tasks, tasks))).toEqual(['not relevant']);
    const more = [...tasks, testTask({ id: 'by hand', actionType: 'text', status: 'completed' })];
    expect(howFarTexts(howFar(more, more))).toEqual(['1 of 1 done']);
  });
});
