import type { EvidenceRecord } from '../graph/evidence.ts';
import type { TaskSketch } from './incident-records.ts';
import { guidOf, hexOf } from './random.ts';

/** Evidence of the kinds that alerts of a fleet mostly have. Types: https://learn.microsoft.com/graph/api/resources/security-alertevidence */

type Base = Partial<
  Pick<EvidenceRecord, 'roles' | 'detailedRoles' | 'tags' | 'verdict' | 'remediationStatus'>
>;

/** Its date is that of its alert, which fills it in. */
function toEvidence(type: string, members: object, base: Base = {}): EvidenceRecord {
  return {
    '@odata.type': `#microsoft.graph.security.${type}Evidence`,
    createdDateTime: '',
    verdict: 'suspicious',
    remediationStatus: 'active',
    remediationStatusDetails: null,
    roles: [],
    detailedRoles: [],
    tags: [],
    ...base,
    ...members,
  };
}

const mdeIdOf = (host: string) => hexOf(`device ${host}`).slice(0, 40);

function fileDetails(name: string, sha1 = hexOf(`sha1 ${name}`).slice(0, 40)) {
  return {
    fileName: name,
    filePath: 'C:\\ProgramData\\Contoso',
    filePublisher: null,
    fileSize: 184_320,
    issuer: null,
    md5: hexOf(`md5 ${sha1}`).slice(0, 32),
    sha1,
    sha256: hexOf(`sha256 ${sha1}`),
    signer: null,
  };
}

const nameOf = (upn: string) =>
  (upn.split('@')[0] ?? '').replaceAll(
    /(^|\.)(\w)/g,
    (_, dot: string, letter: string) => `${dot === '' ? '' : ' '}${letter.toUpperCase()}`,
  );

/** A user's security identifier in Active Directory. */
export const sidOf = (upn: string) =>
  `S-1-5-21-1004336348-1177238915-682003330-${1_000 + Number.parseInt(hexOf(`sid ${upn}`).slice(0, 4), 16)}`;

function accountOf(upn: string) {
  return {
    accountName: upn.split('@')[0] ?? '',
    // Services have no account in Entra ID.
    azureAdUserId: upn.startsWith('svc-') ? null : guidOf(`user ${upn}`),
    displayName: nameOf(upn),
    domainName: 'CONTOSO',
    resourceAccessEvents: [],
    userPrincipalName: upn,
    userSid: sidOf(upn),
  };
}

export function deviceOf(host: string, base: Base = {}): EvidenceRecord {
  const isServer = /^(SRV|DC)-/.test(host);
  const members = {
    hostName: host,
    deviceDnsName: `${host.toLowerCase()}.contoso.example`,
    dnsDomain: 'contoso.example',
    ntDomain: 'CONTOSO',
    mdeDeviceId: mdeIdOf(host),
    azureAdDeviceId: guidOf(`entra device ${host}`),
    firstSeenDateTime: '2026-01-12T07:00:00Z',
    healthStatus: 'active',
    onboardingStatus: 'onboarded',
    defenderAvStatus: 'updated',
    riskScore: 'high',
    osPlatform: isServer ? 'WindowsServer2022' : 'Windows11',
    osBuild: isServer ? 20_348 : 26_100,
    version: isServer ? '21H2' : '24H2',
    rbacGroupId: 11,
    rbacGroupName: isServer ? 'Servers' : 'Workstations',
    ipInterfaces: ['10.20.30.40'],
    lastIpAddress: '10.20.30.40',
    lastExternalIpAddress: '192.0.2.10',
    loggedOnUsers: [],
    vmMetadata: null,
  };
  const roles: Base = {
    detailedRoles: host.startsWith('DC-') ? ['DomainController', 'PrimaryDevice'] : ['PrimaryDevice'],
  };
  return toEvidence('device', members, { ...roles, roles: ['compromised'], ...base });
}

export function userOf(upn: string): EvidenceRecord {
  return toEvidence('user', { userAccount: accountOf(upn), stream: null }, { roles: ['compromised'] });
}

/** @param sha1 which a task names */
export function fileOf(name: string, host: string, sha1?: string): EvidenceRecord {
  const members = {
    fileDetails: fileDetails(name, sha1),
    mdeDeviceId: mdeIdOf(host),
    detectionStatus: 'detected',
  };
  return toEvidence('file', members, { verdict: 'malicious' });
}

export function processOf(host: string, name: string, commandLine: string, sha1?: string): EvidenceRecord {
  return toEvidence('process', {
    processId: 4_812,
    processCommandLine: commandLine,
    processCreationDateTime: '2026-11-22T10:00:00Z',
    parentProcessId: 1_204,
    parentProcessCreationDateTime: null,
    parentProcessImageFile: null,
    imageFile: fileDetails(name, sha1),
    mdeDeviceId: mdeIdOf(host),
    detectionStatus: 'detected',
    userAccount: null,
  });
}

export function messageOf(networkMessageId: string, recipient: string): EvidenceRecord {
  const members = {
    networkMessageId,
    internetMessageId: networkMessageId,
    recipientEmailAddress: recipient,
    subject: 'Invoice 4711 is overdue',
    senderIp: '198.51.100.9',
    p1Sender: {
      displayName: 'Accounts',
      emailAddress: 'accounts@fabrikam.example',
      domainName: 'fabrikam.example',
    },
    p2Sender: {
      displayName: 'Accounts',
      emailAddress: 'accounts@fabrikam.example',
      domainName: 'fabrikam.example',
    },
    deliveryAction: 'Delivered',
    deliveryLocation: 'Inbox',
    receivedDateTime: '2026-11-22T09:00:00Z',
    attachmentsCount: 1,
    urlCount: 1,
    urls: ['https://support-fabrikam.example/pay'],
    threats: ['Phish'],
    threatDetectionMethods: ['URL detonation'],
    antiSpamDirection: 'inbound',
    language: 'en',
    urn: null,
  };
  return toEvidence('analyzedMessage', members, { verdict: 'malicious' });
}

export function mailboxOf(upn: string, displayName: string): EvidenceRecord {
  return toEvidence('mailbox', { displayName, primaryAddress: upn, upn, userAccount: accountOf(upn) });
}

export function ipOf(ipAddress: string, countryLetterCode: string): EvidenceRecord {
  const members = { ipAddress, countryLetterCode, location: null, stream: null };
  return toEvidence('ip', members, { roles: ['commandAndControl'], remediationStatus: 'none' });
}

export function urlOf(url: string): EvidenceRecord {
  return toEvidence('url', { url }, { verdict: 'malicious', remediationStatus: 'blocked' });
}

export function registryOf(host: string, registryKey: string, registryValueName: string): EvidenceRecord {
  return toEvidence('registryValue', {
    registryHive: 'HKEY_CURRENT_USER',
    registryKey,
    registryValueName,
    registryValue: 'C:\\ProgramData\\Contoso\\remotesupport.exe',
    registryValueType: 'String',
    mdeDeviceId: mdeIdOf(host),
  });
}

export function cloudAppOf(displayName: string, appId: number): EvidenceRecord {
  const members = { displayName, appId, saasAppId: appId, instanceId: 0, instanceName: null, stream: null };
  return toEvidence('cloudApplication', members, { verdict: 'noThreatsFound', remediationStatus: 'none' });
}

export function oauthAppOf(displayName: string, publisher: string | null): EvidenceRecord {
  const members = {
    displayName,
    publisher,
    appId: guidOf(`oauth app ${displayName}`),
    objectId: guidOf(`service principal ${displayName}`),
  };
  return toEvidence('oauthApplication', members, { verdict: 'malicious' });
}

type Named = Pick<TaskSketch, 'actionType' | 'target'>;

/** What the tasks of an incident act on, each once. */
export function evidenceOf(tasks: readonly Named[]): readonly EvidenceRecord[] {
  const targets = tasks.filter(({ target }) => target !== '');
  const host =
    targets.find(({ actionType }) => actionType.toLowerCase().includes('device'))?.target ?? 'ENG-WS-0419';
  const made = new Map<string, readonly EvidenceRecord[]>();
  for (const { actionType, target } of targets)
    made.set(target, made.get(target) ?? ofTarget(actionType, target, host));
  return [...made.values()].flat();
}

function ofTarget(actionType: Named['actionType'], target: string, host: string): readonly EvidenceRecord[] {
  switch (actionType) {
    case 'stopAndQuarantineFile':
      return [
        fileOf('encryptor.exe', host, target),
        processOf(host, 'encryptor.exe', 'encryptor.exe -all', target),
      ];
    case 'hardDeleteEmail':
    case 'softDeleteEmail':
      return [messageOf(target, 'megan.bowen@contoso.example')];
    case 'disableUser':
    case 'enableUser':
    case 'forceUserPasswordReset':
    case 'markUserAsCompromised':
    case 'requireSignIn':
      return [userOf(target)];
    default:
      return [deviceOf(target)];
  }
}
