import { describe, expect, it } from 'vitest';
import { testEvidence, testOther } from '../incidents/test-alerts.ts';
import { groupsByTarget, inHeldOrder } from './by-target.ts';
import { evidenceKeys, joinOf } from './join.ts';
import { testTask } from './test-task.ts';

const id = 'a'.repeat(40);
const sha1 = 'f'.repeat(40);
const pc = testEvidence('device', { hostName: 'FIN-LT-0231', mdeDeviceId: id, riskScore: 'high' });
const server = testEvidence('device', { hostName: 'SRV-FILE-02', osPlatform: 'WindowsServer2022' });
const file = testEvidence('file', { fileDetails: { fileName: 'svch0st.exe', sha1 }, mdeDeviceId: id });
const fileElsewhere = testEvidence('file', {
  fileDetails: { fileName: 'svch0st.exe', sha1 },
  mdeDeviceId: 'b',
});
const process = testEvidence('process', { imageFile: { fileName: 'remote.exe', sha1: 'e'.repeat(40) } });
const user = testEvidence('user', { userAccount: { userPrincipalName: 'adele@contoso.example' } });
const mailbox = testEvidence('mailbox', { primaryAddress: 'megan@contoso.example' });
const mail = testEvidence('analyzedMessage', { networkMessageId: 'n-1234', subject: 'Invoice 4471' });
const cluster = testEvidence('mailCluster', { networkMessageIds: ['n-5678'], clusterByValue: 'Invoices' });
const all = [fileElsewhere, pc, server, file, process, user, mailbox, mail, cluster];

const on = (actionType: string, identifierValue: string, given: Parameters<typeof testTask>[0] = {}) =>
  testTask({
    id: `${actionType} ${identifierValue}`,
    actionType,
    displayName: actionType,
    responseAction: { identifierValue, isolationType: '', deviceId: '' },
    ...given,
  });
const bare = (actionType: string, displayName: string, description = '') =>
  testTask({ id: displayName, actionType, displayName, description, responseAction: null });

describe('evidence of a task', () => {
  it('is that of the target which Graph names', () => {
    expect(joinOf(on('isolateDevice', 'fin-lt-0231'), all)).toEqual({ evidence: pc, by: 'target' });
    expect(joinOf(on('isolateDevice', id), all)?.evidence).toBe(pc);
    expect(joinOf(on('disableUser', 'ADELE@contoso.example'), all)?.evidence).toBe(user);
    expect(joinOf(on('softDeleteEmail', 'n-1234'), all)?.evidence).toBe(mail);
    expect(joinOf(on('isolateDevice', 'PC-404', { displayName: 'FIN-LT-0231' }), all)).toBeUndefined();
  });

  it('of a file is that on its device', () => {
    const responseAction = { identifierValue: sha1, isolationType: '', deviceId: id };
    expect(joinOf(on('stopAndQuarantineFile', sha1, { responseAction }), all)?.evidence).toBe(file);
    expect(joinOf(on('stopAndQuarantineFile', sha1), all)?.evidence).toBe(fileElsewhere);
  });

  it('is the one that the title names where Graph gives no target, or else the description', () => {
    expect(joinOf(bare('isolateDevice', 'Isolate device FIN-LT-0231.'), all)).toEqual({
      evidence: pc,
      by: 'title',
    });
    expect(joinOf(bare('isolateDevice', 'Isolate it', 'The device srv-file-02, now'), all)).toEqual({
      evidence: server,
      by: 'description',
    });
    expect(joinOf(bare('stopAndQuarantineFile', `Quarantine ${sha1}`), all)?.by).toBe('title');
  });

  it('is none where the text names several, a part of a name, or nothing', () => {
    expect(joinOf(bare('isolateDevice', 'Isolate FIN-LT-0231 and SRV-FILE-02'), all)).toBeUndefined();
    expect(joinOf(bare('isolateDevice', 'Isolate FIN-LT-02310 or xFIN-LT-0231'), all)).toBeUndefined();
    expect(joinOf(bare('isolateDevice', 'Isolate FIN-LT-0231.contoso.example'), all)).toBeUndefined();
    expect(joinOf(bare('disableUser', 'Disable FIN-LT-0231'), all)).toBeUndefined();
    expect(joinOf(bare('text', 'Call FIN-LT-0231'), all)).toBeUndefined();
    expect(joinOf(on('isolateDevice', ' ', { displayName: 'Isolate' }), all)).toBeUndefined();
  });

  it('goes by keys of each kind', () => {
    const keys = [
      ...all,
      testEvidence('ip', { ipAddress: '203.0.113.44' }),
      testEvidence('url', { url: 'https://a.example' }),
      testEvidence('oauthApplication', { appId: 'app' }),
      testEvidence('cloudApplication', { displayName: 'Drive' }),
      testEvidence('registryKey', { registryHive: 'HKLM', registryKey: 'Run' }),
      testEvidence('registryValue', { registryHive: 'HKLM', registryKey: 'Run', registryValueName: 'X' }),
    ].map((piece) => evidenceKeys(piece).length);
    expect(Math.min(...keys)).toBeGreaterThan(0);
    expect(evidenceKeys(testOther())).toEqual([]);
  });
});

describe('tasks by target', () => {
  it('come as devices with what is on them, users, email, files, and last the whole incident', () => {
    const responseAction = { identifierValue: sha1, isolationType: '', deviceId: id };
    const tasks = [
      bare('text', 'Call the user'),
      on('stopAndQuarantineFile', 'lonely.exe'),
      on('softDeleteEmail', 'n-1234'),
      on('softDeleteEmail', 'n-5678'),
      on('hardDeleteEmail', 'n-9999'),
      on('disableUser', 'adele@contoso.example'),
      on('requireSignIn', 'ADELE@contoso.example'),
      bare('disableUser', 'Disable megan@contoso.example'),
      on('stopAndQuarantineFile', sha1, { responseAction }),
      on('isolateDevice', 'FIN-LT-0231'),
      bare('runAntiVirusScan', 'Scan FIN-LT-0231'),
      on('isolateDevice', 'SRV-FILE-02', { actionStatus: 'completed' }),
      bare('isolateDevice', 'Isolate the other one'),
    ];
    const groups = groupsByTarget(tasks, tasks, all);
    expect(groups.map(({ kind, name, tasks: own, done }) => [kind, name, own.length, done])).toEqual([
      ['device', 'FIN-LT-0231', 3, 0],
      ['device', '', 1, 0],
      ['user', 'adele@contoso.example', 2, 0],
      ['user', 'megan@contoso.example', 1, 0],
      ['email', 'Invoice 4471', 1, 0],
      ['email', 'Invoices', 1, 0],
      ['email', 'n-9999', 1, 0],
      ['file', 'lonely.exe', 1, 0],
      ['device', 'SRV-FILE-02', 1, 1],
      ['incident', '', 1, 0],
    ]);
    expect(groups[0]?.facts).toMatchObject({ risk: 'high' });
    expect(groups[0]?.tasks[0]?.file).toBe(sha1);
    expect(groups[8]).toMatchObject({ isOpen: false, facts: { role: 'server' } });
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
  });

  it('go by the target that Graph names where no evidence is known', () => {
    const tasks = [on('isolateDevice', 'FIN-LT-0231'), on('runAntiVirusScan', 'fin-lt-0231')];
    expect(groupsByTarget(tasks, tasks, [])).toMatchObject([
      { kind: 'device', facts: undefined, tasks: [{}, {}] },
    ]);
  });

  it('put a file on the only device that evidence has it on, where the task doesn’t name one', () => {
    const other = '0a1b2c3d-0000-4000-8000-000000000001';
    const onId = (deviceId: string) =>
      on('stopAndQuarantineFile', sha1, {
        responseAction: { identifierValue: sha1, isolationType: '', deviceId },
      });
    const placed = (deviceId: string, evidence: Parameters<typeof groupsByTarget>[2]) => {
      const [group] = groupsByTarget([onId(deviceId)], [onId(deviceId)], evidence);
      return [group?.kind, group?.name, group?.tasks[0]?.fileDevice];
    };
    const sha256 = '9'.repeat(64);
    const own = testEvidence('file', { fileDetails: { sha1, sha256 } });
    const same = testEvidence('process', { imageFile: { sha256 }, mdeDeviceId: id });
    expect(placed(id, [pc, file, fileElsewhere])).toEqual(['device', 'FIN-LT-0231', undefined]);
    expect(placed(other, [pc, file])).toEqual(['device', 'FIN-LT-0231', 'byHash']);
    // The evidence of the task itself has no device, and another piece with the same hash has.
    expect(placed('', [own, pc, same])).toEqual(['device', 'FIN-LT-0231', 'byHash']);
    // Several are none, a device without a name is another one, and an id that nothing knows stays.
    expect(placed(other, [pc, file, fileElsewhere])).toEqual(['device', other, 'several']);
    expect(placed('', [pc, file, fileElsewhere])).toEqual(['file', sha1, 'several']);
    expect(placed(other, [pc])).toEqual(['device', other, 'unnamed']);
    expect(placed('', [pc])).toEqual(['file', sha1, undefined]);
    expect(placed(other, [])).toEqual(['device', other, undefined]);
    expect(placed('', [fileElsewhere])).toEqual(['file', sha1, undefined]);
  });

  it('name files, users and email by what the text names', () => {
    const tasks = [
      bare('stopAndQuarantineFile', 'Quarantine svch0st.exe'),
      bare('stopAndQuarantineFile', 'Quarantine remote.exe'),
      bare('softDeleteEmail', 'Delete n-1234'),
      bare('softDeleteEmail', 'Delete'),
    ];
    const own = [pc, file, process, mail];
    expect(groupsByTarget(tasks, tasks, own).map(({ kind, name }) => [kind, name])).toEqual([
      ['device', 'FIN-LT-0231'],
      ['email', 'Invoice 4471'],
      ['email', ''],
      ['file', 'remote.exe'],
    ]);
  });
});

it('a target holds its place when its tasks end or its evidence comes; a new one is the last', () => {
  const tasks = [on('isolateDevice', 'A'), on('isolateDevice', 'FIN-LT-0231'), on('disableUser', 'x')];
  const first = inHeldOrder(groupsByTarget(tasks, tasks, []), []);
  expect(first.map(({ name }) => name)).toEqual(['A', 'FIN-LT-0231', 'x']);
  const held = first.flatMap((group) => group.tasks.map(({ task }) => task.id));
  const [one, ...others] = tasks as [(typeof tasks)[0], ...typeof tasks];
  const later = [on('isolateDevice', 'new'), { ...one, status: 'completed' as const }, ...others];
  const sorted = groupsByTarget(later, later, all);
  expect(sorted.map(({ name }) => name)).toEqual(['new', 'FIN-LT-0231', 'x', 'A']);
  expect(inHeldOrder(sorted, held).map(({ name }) => name)).toEqual(['A', 'FIN-LT-0231', 'x', 'new']);
});
