import { describe, expect, it } from 'vitest';
import { testTask } from '../incident-tasks/test-task.ts';
import { testEvidence } from '../incidents/test-alerts.ts';
import { conflictText } from './conflict-words.ts';
import { deviceBy, deviceFactsOf, roleOf } from './device-facts.ts';
import { deviceKeyOf, deviceTruths, type RunKnowledge, truthFor } from './device-truth.ts';
import { controlText, deviceLine, riskText, roleText } from './words.ts';

const id = 'a'.repeat(40);
const device = (given: object) => testEvidence('device', given);

describe('devices of evidence', () => {
  it('are put together by any id or name that they share, the latest facts first', () => {
    const facts = deviceFactsOf([
      device({
        hostName: 'SRV-FILE-02',
        osPlatform: 'WindowsServer2019',
        loggedOnUsers: [{ accountName: 'adele' }],
      }),
      device({ mdeDeviceId: id, riskScore: 'high', createdDateTime: '2026-11-30T10:00:00Z' }),
      device({ hostName: 'PC-1', riskScore: 'low' }),
      device({
        mdeDeviceId: id,
        hostName: 'srv-file-02',
        azureAdDeviceId: 'entra-1',
        osPlatform: 'WindowsServer2022',
        loggedOnUsers: [{ accountName: 'ADELE' }, { accountName: '' }],
        createdDateTime: '2026-11-30T09:00:00Z',
      }),
    ]);
    expect(facts).toHaveLength(2);
    expect(facts[0]).toMatchObject({
      name: 'srv-file-02',
      mdeDeviceId: id,
      azureAdDeviceId: 'entra-1',
      os: 'WindowsServer2022',
      risk: 'high',
      users: ['ADELE'],
      role: 'server',
    });
    expect(deviceFactsOf([device({}), device({ mdeDeviceId: id })]).map(({ name }) => name)).toEqual([
      '',
      id,
    ]);
  });

  it('are found by a name or an id, in its short or its full form, unless two could be meant', () => {
    const facts = deviceFactsOf([
      device({ hostName: 'pc-1', deviceDnsName: 'pc-1.contoso.example' }),
      device({ deviceDnsName: 'pc-2.contoso.example' }),
      device({ deviceDnsName: 'pc-2.fabrikam.example' }),
    ]);
    const nameOf = (text: string) => deviceBy(text, facts)?.name;
    expect(nameOf('PC-1')).toBe('pc-1');
    expect(nameOf('pc-2.contoso.example')).toBe('pc-2.contoso.example');
    expect(nameOf('pc-2')).toBeUndefined();
    expect(nameOf('pc-1.other.example')).toBe('pc-1');
    expect(nameOf('')).toBeUndefined();
    expect(nameOf('pc-9')).toBeUndefined();
  });

  it.each([
    ['X', '', ['Domain controller'], 'domainController'],
    ['DC-EU-01', 'WindowsServer2022', [], 'domainController'],
    ['DC01', '', [], 'domainController'],
    ['DC01', 'Windows11', [], 'client'],
    ['FIN-LT-0231', 'Windows11', [], 'client'],
    ['SRV-FILE-02', '', [], 'server'],
    ['FILE-02', 'WindowsServer2022', [], 'server'],
    ['ABCDC1', '', [], 'unknown'],
  ])('%s with %j and the tags %j is taken for: %s', (name, os, tags, role) => {
    expect(roleOf(name, os, tags).role).toBe(role);
    expect(roleOf(name, os, tags).roleWhy === '').toBe(role === 'unknown');
  });

  it('have words, and unknown members stay', () => {
    expect(roleText({ role: 'domainController' })).toBe('Domain controller');
    expect([riskText({ risk: 'High' }), riskText({ risk: 'Epic' })]).toEqual(['High risk', 'Epic']);
    expect(deviceLine({ os: 'WindowsServer2022', users: ['adele'] })).toBe('Windows Server 2022, adele');
  });
});

const known: RunKnowledge = { usual: {}, started: {}, unknown: new Set() };
const hour = 3_600_000;
const now = 100 * hour;
const on = (name: string, given: Parameters<typeof testTask>[0] = {}) =>
  testTask({
    id: `${given.actionType ?? 'isolateDevice'} ${given.actionStatus ?? ''} ${given.lastModifiedDateTime ?? ''}`,
    responseAction: { identifierValue: name, isolationType: 'full', deviceId: '' },
    lastModifiedDateTime: now,
    ...given,
  });

function truth(tasks: ReturnType<typeof on>[], more: Partial<RunKnowledge> = {}) {
  const [only] = deviceTruths(tasks, [], { ...known, ...more }, now).values();
  if (!only) throw new Error('There is no device');
  return only;
}

describe('the truth of a device', () => {
  const isolated = on('PC-1', { actionStatus: 'completed', lastModifiedDateTime: 1 * hour });
  const released = on('PC-1', {
    actionType: 'unIsolateDevice',
    actionStatus: 'completed',
    lastModifiedDateTime: 2 * hour,
  });

  it('is the latest thing that was done, over all incidents', () => {
    expect(truth([isolated]).isolation).toMatchObject({ state: 'on', since: hour, task: isolated });
    expect(truth([isolated, { ...released, incident: { id: 'other' } }]).isolation.state).toBe('off');
    expect(truth([isolated, released, on('PC-1', { actionStatus: 'completed' })]).isolation.state).toBe('on');
    expect(truth([isolated]).restriction).toMatchObject({ state: 'never', since: null });
  });

  it('is what happens now, before what was', () => {
    const running = on('PC-1', { actionStatus: 'inProgress', lastModifiedDateTime: now - 3 * hour });
    expect(truth([isolated, running])).toMatchObject({
      isolation: { state: 'turningOn', isStuck: true },
      stuck: [running],
    });
    const releasing = on('PC-1', { actionType: 'unIsolateDevice', actionStatus: 'inProgress' });
    expect(truth([isolated, releasing]).isolation).toMatchObject({ state: 'turningOff', isStuck: false });
  });

  it('is a failure only where nothing was done, and closed failures do not count', () => {
    const failed = on('PC-1', { actionStatus: 'failed', status: 'failed' });
    expect(truth([failed])).toMatchObject({ isolation: { state: 'failed' }, failed: [failed] });
    expect(truth([isolated, failed]).isolation.state).toBe('on');
    expect(truth([on('PC-1', { actionStatus: 'partiallyCompleted', status: 'completed' })]).failed).toEqual(
      [],
    );
  });

  it('is unknown while nobody knows what came of a sending', () => {
    const sent = on('PC-1');
    expect(truth([isolated, sent], { unknown: new Set([sent.id]) }).isolation.state).toBe('unknown');
  });

  it('is one for every name and id of the device, files on it included', () => {
    const facts = deviceFactsOf([device({ mdeDeviceId: id, hostName: 'PC-1' })]);
    const file = testTask({
      id: 'file',
      actionType: 'stopAndQuarantineFile',
      responseAction: { identifierValue: 'ff', isolationType: '', deviceId: id },
    });
    const user = testTask({ id: 'user', actionType: 'disableUser' });
    const tasks = [isolated, file, user, on('', { id: 'nameless' })];
    const truths = deviceTruths(tasks, facts, known, now);
    expect([...truths.keys()]).toEqual([id]);
    expect(truthFor(file, tasks, facts, truths)).toMatchObject({ name: 'PC-1', tasks: [isolated, file] });
    expect(truthFor(user, tasks, facts, truths)).toBeUndefined();
    expect(deviceKeyOf(isolated, tasks, [])).toBe('pc-1');
  });

  it('has conflicts before anything is sent', () => {
    const kinds = (tasks: ReturnType<typeof on>[]) => truth(tasks).conflicts.map(({ kind }) => kind);
    const waiting = on('PC-1');
    const running = on('PC-1', { actionStatus: 'inProgress' });
    const release = on('PC-1', { actionType: 'unIsolateDevice' });
    expect(kinds([waiting, { ...waiting, id: 'second' }])).toEqual(['double']);
    expect(kinds([release, { ...release, id: 'second' }])).toEqual(['double']);
    expect(kinds([waiting, release])).toEqual([]);
    expect(kinds([running, release])).toEqual(['opposed']);
    expect(kinds([isolated, waiting])).toEqual(['already']);
    // A device that is isolated needs none of two.
    expect(kinds([isolated, waiting, { ...waiting, id: 'second' }])).toEqual(['already']);
    expect(
      truth([waiting, { ...waiting, id: 'second' }], { unknown: new Set(['second']) }).conflicts,
    ).toEqual([expect.objectContaining({ kind: 'double', isUnknown: true })]);
    expect(kinds([isolated, release])).toEqual([]);
    expect(kinds([isolated, released, release])).toEqual(['already']);
  });
});

it('two devices with one name are two where their ids are known', () => {
  const [a, b] = ['a'.repeat(40), 'b'.repeat(40)] as const;
  const pc = (taskId: string, deviceId: string, given: Parameters<typeof testTask>[0] = {}) =>
    on('DESKTOP-01', {
      id: taskId,
      responseAction: { identifierValue: 'DESKTOP-01', isolationType: 'full', deviceId },
      ...given,
    });
  const isolated = pc('isolated', a, { actionStatus: 'completed' });
  const tasks = [isolated, pc('waiting', b), pc('nameOnly', '')];
  const truths = deviceTruths(tasks, [], known, now);
  expect([...truths].map(([key, { name, conflicts }]) => [key, name, conflicts])).toEqual([
    [a, 'DESKTOP-01', []],
    [b, 'DESKTOP-01', []],
    ['desktop-01', 'DESKTOP-01', []],
  ]);
  // Evidence about one of them says nothing of the other.
  const facts = deviceFactsOf([device({ mdeDeviceId: a, hostName: 'desktop-01' })]);
  expect(tasks.map((task) => deviceKeyOf(task, tasks, facts))).toEqual([a, b, a]);
  const alike = [isolated, pc('again', a), pc('nameOnly', '')];
  expect(new Set(alike.map((task) => deviceKeyOf(task, alike, [])))).toEqual(new Set(['desktop-01']));
});

it('a conflict is unknown where the result of one of its own tasks is, not of another on the device', () => {
  const release = on('PC-1', { id: 'release', actionType: 'unIsolateDevice' });
  const double = [on('PC-1', { id: 'one' }), on('PC-1', { id: 'two' }), release];
  const conflicts = (unknown: string) => truth(double, { unknown: new Set([unknown]) }).conflicts;
  expect(conflicts('release')).toMatchObject([{ kind: 'double', isUnknown: false }]);
  expect(conflicts('two')).toMatchObject([{ kind: 'double', isUnknown: true }]);
});

it('what is known of a device has words', () => {
  const at = { since: null, task: undefined, isStuck: false };
  expect(controlText('isolation', { ...at, state: 'never' }, 0)).toBe('');
  expect(controlText('isolation', { ...at, state: 'on' }, 0)).toBe('Isolated');
  expect(controlText('isolation', { ...at, state: 'on', since: 0 }, 0)).toMatch(/^Isolated \d/);
  expect(controlText('isolation', { ...at, state: 'turningOn', since: 0, isStuck: true }, 0)).toMatch(
    /^Isolating since .*, stuck$/,
  );
  expect(controlText('restriction', { ...at, state: 'failed', since: 0 }, 0)).toBe(
    'Not restricted: the action failed',
  );
  expect(controlText('restriction', { ...at, state: 'unknown', since: 0 }, 0)).toBe('Restriction unknown');
  const task = on('PC-1', { lastModifiedByDisplayName: '' });
  const release = on('PC-1', { actionType: 'unIsolateDevice', lastModifiedByDisplayName: '' });
  const running = {
    ...task,
    id: 'running',
    actionStatus: 'inProgress',
    lastModifiedByDisplayName: 'Priya Nair',
  };
  const say = (kind: 'double' | 'opposed' | 'already', tasks: (typeof task)[], isUnknown = false) =>
    conflictText({ kind, control: 'isolation', tasks, isUnknown }, task.incident?.id ?? '');
  const there = { ...task, incident: { id: '7' } };
  expect(say('double', [task, task])).toBe('2 tasks isolate this device. Run one of them.');
  expect(say('double', [release, release])).toContain('release this device');
  expect(say('opposed', [running, release])).toContain(
    '. One is in progress, last changed by Priya Nair: wait',
  );
  expect(say('already', [task])).toBe('Isolated already by another task.');
  expect(say('already', [running])).toBe('Isolated already by another task, last changed by Priya Nair.');
  expect(say('already', [release])).toBe('Released already by another task.');
  expect(say('already', [there, task])).toBe('Isolated already by a task of incident 7.');
  expect(say('double', [task, there])).toBe(
    '2 tasks isolate this device, the other in incident 7. Run one of them.',
  );
  expect(say('double', [task, there, { ...task, incident: { id: '8' } }])).toBe(
    '3 tasks isolate this device, 2 of them in incidents 7 and 8. Run one of them.',
  );
  expect(say('double', [task, there, there])).toContain('2 of them in incident 7.');
  expect(say('opposed', [there, release])).toContain('another would release it, the other in incident 7.');
});

it('the advice about tasks that do the same follows what is under way', () => {
  const task = on('PC-1');
  const running = { ...task, id: 'running', actionStatus: 'inProgress', lastModifiedByDisplayName: '' };
  const say = (tasks: (typeof task)[], isUnknown = false) =>
    conflictText({ kind: 'double', control: 'isolation', tasks, isUnknown }, '2972395', new Set(['held']));
  expect(say([task, task])).toMatch(/device\. Run one of them\.$/);
  expect(say([task, running])).toMatch(/device\. One is in progress: wait for its result\.$/);
  expect(say([running, running], true)).toMatch(/\. 2 are in progress: wait for their results\.$/);
  expect(say([task, { ...task, id: 'held' }])).toMatch(/\. One is in a run: wait for its result\.$/);
  expect(say([task, task], true)).toMatch(/\. The result of one isn’t known: check again first\.$/);
});
