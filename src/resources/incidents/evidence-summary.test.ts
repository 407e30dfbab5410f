import { expect, it } from 'vitest';
import { evidenceName, evidenceOf } from './evidence-summary.ts';
import {
  evidenceKindsText,
  evidenceKindText,
  remediationText,
  verdictText,
  witnessOf,
} from './evidence-words.ts';
import { testAlert, testEvidence, testOther } from './test-alerts.ts';

const account = { userPrincipalName: 'adele@contoso.example' };

it('evidence of several alerts is told once: the gravest verdict, the latest state', () => {
  const at = (hour: number) => `2026-11-30T${hour}:00:00Z`;
  const device = (given: object) => testEvidence('device', { hostName: 'SRV-FILE-02', ...given });
  const command = (processCommandLine: string) =>
    testEvidence('process', { imageFile: { fileName: 'cmd.exe' }, mdeDeviceId: 'd1', processCommandLine });
  const found = evidenceOf([
    testAlert({ id: 'a1' }, [
      testEvidence('ip', { ipAddress: '203.0.113.44', verdict: 'noThreatsFound' }),
      device({ verdict: 'malicious', remediationStatus: 'active', createdDateTime: at(10) }),
      command('a'),
      command('b'),
      testOther({ verdict: 'burnt' }),
    ]),
    testAlert({ id: 'a2' }, [
      device({ verdict: 'suspicious', remediationStatus: 'remediated', createdDateTime: at(11) }),
      device({ verdict: 'suspicious', remediationStatus: 'none' }),
    ]),
  ]);
  expect(found.map(({ verdict, alerts, evidence }) => [evidence.kind, verdict, alerts])).toEqual([
    ['device', 'malicious', 2],
    ['other', 'burnt', 1],
    ['process', '', 1],
    ['process', '', 1],
    ['ip', 'noThreatsFound', 1],
  ]);
  expect(found[0]?.evidence.remediationStatus).toBe('remediated');
});

it.each([
  [testEvidence('device', { deviceDnsName: 'srv.contoso.example' }), 'srv.contoso.example', 'Device'],
  [testEvidence('device', { mdeDeviceId: 'd1' }), 'd1', 'Device'],
  [testEvidence('file', { fileDetails: { sha256: 'ff' } }), 'ff', 'File'],
  [testEvidence('file', { fileDetails: { sha1: 'aa' } }), 'aa', 'File'],
  [testEvidence('file', { fileDetails: { fileName: 'a.exe' } }), 'a.exe', 'File'],
  [testEvidence('process', { processCommandLine: 'cmd /c' }), 'cmd /c', 'Process'],
  [testEvidence('user', { userAccount: account }), account.userPrincipalName, 'User'],
  [testEvidence('user', { userAccount: { accountName: 'adele' } }), 'adele', 'User'],
  [testEvidence('mailbox', { primaryAddress: 'a@b.example' }), 'a@b.example', 'Mailbox'],
  [testEvidence('mailbox', { displayName: 'Adele' }), 'Adele', 'Mailbox'],
  [testEvidence('analyzedMessage', { subject: 'Invoice' }), 'Invoice', 'Email'],
  [testEvidence('analyzedMessage', { networkMessageId: 'n1' }), 'n1', 'Email'],
  [testEvidence('mailCluster', { clusterByValue: 'Subject' }), 'Subject', 'Email cluster'],
  [testEvidence('ip', { ipAddress: '203.0.113.44' }), '203.0.113.44', 'IP address'],
  [testEvidence('url', { url: 'https://a.example' }), 'https://a.example', 'URL'],
  [testEvidence('oauthApplication', { displayName: 'Mailer' }), 'Mailer', 'OAuth app'],
  [testEvidence('cloudApplication', { displayName: 'Drive' }), 'Drive', 'Cloud app'],
  [testEvidence('registryKey', { registryKey: 'Run' }), 'Run', 'Registry key'],
  [testEvidence('registryValue', { registryValueName: 'Updater' }), 'Updater', 'Registry value'],
  [testEvidence('registryValue', { registryKey: 'Run' }), 'Run', 'Registry value'],
  [testOther(), '', 'toasterEvidence'],
])('evidence %# has a name and a kind', (piece, name, kind) => {
  expect([evidenceName(piece), evidenceKindText(piece)]).toEqual([name, kind]);
});

it('verdicts and remediation states have words, and unknown ones stay', () => {
  expect(['', 'malicious', 'burnt'].map(verdictText)).toEqual(['Not judged', 'Malicious', 'burnt']);
  const states = ['none', 'running', 'toasted'].map((remediationStatus) =>
    remediationText({ remediationStatus }),
  );
  expect(states).toEqual(['', 'Remediation in progress', 'toasted']);
});

it.each([
  ['completed', 'remediated', 'agrees'],
  ['completed', 'active', 'disagrees'],
  ['completed', 'running', 'silent'],
  ['failed', 'unremediated', 'agrees'],
  ['failed', 'blocked', 'disagrees'],
  ['failed', 'none', 'silent'],
  ['inProgress', 'remediated', 'disagrees'],
  ['inProgress', 'running', 'silent'],
  ['notStarted', 'remediated', 'silent'],
])('of an action that is %s, evidence that is %s %s', (actionStatus, remediationStatus, kind) => {
  const task = { actionType: 'isolateDevice', actionStatus };
  expect(witnessOf(task, { remediationStatus }).kind).toBe(kind);
});

it('evidence is no witness of a scan, and none is silent', () => {
  const scan = { actionType: 'runAntiVirusScan', actionStatus: 'completed' };
  expect(witnessOf(scan, { remediationStatus: 'remediated' }).kind).toBe('silent');
  expect(witnessOf({ ...scan, actionType: 'isolateDevice' }, undefined).kind).toBe('silent');
});

it('several of a kind have a heading, and those of an unknown one its type', () => {
  const pieces = [testEvidence('device'), testEvidence('ip'), testEvidence('mailbox'), testOther()];
  expect(pieces.map(evidenceKindsText)).toEqual(['Devices', 'IP addresses', 'Mailboxes', 'toasterEvidence']);
  expect(evidenceKindsText({ ...testOther(), type: '' })).toBe('Kind not provided');
});
