import { expect, it } from 'vitest';
import { evidenceFacts } from './evidence-facts.ts';
import { testEvidence, testOther } from './test-alerts.ts';

it.each([
  [
    testEvidence('device', {
      hostName: 'SRV-FILE-02',
      riskScore: 'high',
      osPlatform: 'WindowsServer2022',
      healthStatus: 'inactive',
      loggedOnUsers: [{ accountName: 'adele' }, { accountName: '' }],
    }),
    ['High risk', 'Windows Server 2022, adele', 'inactive'],
  ],
  [testEvidence('device', { hostName: 'A', healthStatus: 'active' }), []],
  [
    testEvidence('file', { fileDetails: { fileName: 'a.exe', sha1: 'ab', sha256: 'cd', filePath: 'C:\\' } }),
    ['SHA1 ab', 'C:\\'],
  ],
  [testEvidence('file', { fileDetails: { fileName: 'a.exe', sha256: 'cd' } }), ['SHA256 cd']],
  [
    testEvidence('process', { imageFile: { fileName: 'cmd.exe' }, processCommandLine: 'cmd /c a' }),
    ['cmd /c a'],
  ],
  [
    testEvidence('user', {
      userAccount: {
        userPrincipalName: 'a@b',
        displayName: 'Adele',
        domainName: 'CONTOSO',
        accountName: 'a',
      },
    }),
    ['Adele', 'CONTOSO\\a'],
  ],
  [testEvidence('user', { userAccount: { userPrincipalName: 'a@b', accountName: 'a' } }), ['a']],
  [testEvidence('mailbox', { primaryAddress: 'a@b', displayName: 'Adele' }), ['Adele']],
  [
    testEvidence('analyzedMessage', {
      subject: 'Invoice',
      p2Sender: { emailAddress: 'x@y' },
      recipientEmailAddress: 'a@b',
    }),
    ['from x@y', 'to a@b'],
  ],
  [testEvidence('analyzedMessage', { subject: 'Invoice', p2Sender: { displayName: 'X' } }), ['from X']],
  [testEvidence('analyzedMessage', { subject: 'Invoice' }), []],
  [testEvidence('mailCluster', { clusterByValue: 'c', networkMessageIds: ['1', '2'] }), ['2 messages']],
  [testEvidence('mailCluster', { clusterByValue: 'c' }), []],
  [testEvidence('ip', { ipAddress: '192.0.2.1', countryLetterCode: 'DE' }), ['DE']],
  [testEvidence('registryKey', { registryHive: 'HKLM', registryKey: 'Run' }), ['HKLM']],
  [
    testEvidence('registryValue', {
      registryHive: 'HKLM',
      registryKey: 'Run',
      registryValueName: 'x',
      registryValue: 'y',
    }),
    ['HKLM\\Run', 'y'],
  ],
  [testEvidence('oauthApplication', { displayName: 'App', appId: '1', publisher: 'P' }), ['P', 'app ID 1']],
  [testEvidence('oauthApplication', { displayName: 'App' }), []],
  [testEvidence('url', { url: 'https://a.example' }), []],
  [testEvidence('cloudApplication', { displayName: 'App' }), []],
  [testOther(), []],
] as const)('evidence says more than its name: %#', (piece, facts) => {
  expect(evidenceFacts(piece)).toEqual(facts);
});
