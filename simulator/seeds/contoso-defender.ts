import type { DefenderSeed } from '../graph/defender.ts';
import { second } from '../tenants/clock.ts';
import { cloudAppOf, ipOf, mailboxOf, processOf, registryOf, urlOf } from './evidence.ts';
import { type IncidentRow, type Rows, toDefender } from './incident-rows.ts';

/** Its isolation fails 30 s after it was started. */
export const failingDevice = 'SRV-FILE-02';
/** Its quarantine is only partly done 20 s after it was started. */
export const partialFile = '3395856ce81f2b7382dee72602f798b642f14140';
/** Its isolation has been running for hours and never ends. */
export const stuckDevice = 'ENG-WS-0419';

const lateral: IncidentRow = {
  id: '2972395',
  title: 'Multi-stage incident involving initial access and lateral movement on multiple endpoints',
  severity: 'high',
  status: 'awaitingAction',
  age: 95,
  summary:
    'A signed remote-support tool was installed from a phishing page on FIN-LT-0231 and used to reach three more devices of Finance within 40 minutes.',
  alerts: [
    {
      title: 'Suspicious remote access software',
      techniques: ['T1566.002', 'T1219'],
      category: 'InitialAccess',
      evidence: [
        urlOf('https://support-fabrikam.example/get?for=adele'),
        ipOf('203.0.113.77', 'NL'),
        processOf(
          'FIN-LT-0231',
          'remotesupport.exe',
          '"C:\\Users\\adele\\Downloads\\remotesupport.exe" /silent',
        ),
        registryOf('FIN-LT-0231', 'Software\\Microsoft\\Windows\\CurrentVersion\\Run', 'RemoteSupport'),
      ],
    },
    { title: 'Possible lateral movement', techniques: ['T1021.002', 'T1570'], category: 'LateralMovement' },
    { title: 'LSASS process memory read', techniques: ['T1003.001'], category: 'CredentialAccess' },
  ],
  comment: 'Isolate all four devices before 22:30: the operator comes back every hour.',
};
const ransomware: IncidentRow = {
  id: '2972401',
  title: 'Pre-ransomware activity on an engineering workstation',
  severity: 'high',
  status: 'awaitingAction',
  age: 210,
  summary: 'Shadow copies were deleted and a known encryptor was staged on ENG-WS-0419.',
  alerts: ['Shadow copy deletion', 'Ransomware-linked tool staged'],
};
const mail: IncidentRow = {
  id: '2972388',
  title: 'Business email compromise of a finance account',
  severity: 'medium',
  status: 'awaitingAction',
  age: 340,
  summary: 'A sign-in from an unusual place was followed by an inbox rule and invoices to customers.',
  alerts: [
    {
      title: 'Suspicious inbox rule',
      techniques: ['T1564.008', 'T1114.003'],
      category: 'DefenseEvasion',
      source: 'microsoftDefenderForOffice365',
      detection: 'microsoftDefenderForOffice365',
      product: 'Microsoft Defender for Office 365',
      evidence: [mailboxOf('megan.bowen@contoso.example', 'Megan Bowen')],
    },
    {
      title: 'Unfamiliar sign-in properties',
      techniques: ['T1078.004'],
      category: 'InitialAccess',
      source: 'azureAdIdentityProtection',
      detection: 'azureAdIdentityProtection',
      product: 'Microsoft Entra ID Protection',
      evidence: [ipOf('198.51.100.23', 'BR'), cloudAppOf('Microsoft Exchange Online', 20_893)],
    },
  ],
};
const recovery: IncidentRow = {
  id: '2971940',
  title: 'Infostealer on a laptop of Human Resources, cleaned up',
  severity: 'medium',
  status: 'awaitingAction',
  age: 1_500,
  summary: 'The device was rebuilt. The restrictions put on it can be taken back.',
  alerts: ['Credential theft tool'],
};
const sales: IncidentRow = {
  id: '2971725',
  title: 'Unwanted software on sales laptops',
  severity: 'low',
  status: 'inProgress',
  age: 2_900,
  summary: 'Bundled adware was found on two laptops.',
  alerts: ['Unwanted software'],
};
const test: IncidentRow = {
  id: '2971502',
  title: 'Attack simulation of the red team',
  severity: 'informational',
  status: 'active',
  age: 4_300,
  summary: 'The activity was announced by the security team.',
  alerts: ['Suspicious PowerShell command line'],
};
const closed: IncidentRow = {
  id: '2970011',
  title: 'Malicious document opened in Purchasing',
  severity: 'high',
  status: 'resolved',
  age: 8_700,
  summary: 'The document was blocked before its second stage.',
  alerts: ['Malicious document'],
};

const user = 'megan.bowen@contoso.example';
const message = '<CAKx7Q=9f2b@mail.fabrikam.example>';

export const contosoRows: Rows = [
  [
    lateral,
    [
      { actionType: 'isolateDevice', target: 'FIN-LT-0231', age: 88 },
      { actionType: 'isolateDevice', target: 'FIN-LT-0244', age: 86 },
      { actionType: 'isolateDevice', target: 'FIN-WS-0107', age: 85 },
      {
        actionType: 'isolateDevice',
        target: failingDevice,
        age: 84,
        script: { ends: 'failed', afterMs: 30 * second },
      },
      { actionType: 'collectInvestigationPackage', target: 'FIN-LT-0231', age: 80 },
      { actionType: 'runAntiVirusScan', target: 'FIN-LT-0244', age: 78 },
      {
        actionType: 'text',
        target: '',
        age: 70,
        title: 'Call the user of FIN-LT-0231',
        description:
          'Ask **Adele Vance** whether she installed the remote-support tool herself.\n\n1. Do not use email or Teams.\n2. Note the time of the call in the incident.',
      },
    ],
  ],
  [
    ransomware,
    [
      {
        actionType: 'isolateDevice',
        target: stuckDevice,
        age: 200,
        status: 'inProgress',
        actionStatus: 'inProgress',
      },
      {
        actionType: 'stopAndQuarantineFile',
        target: partialFile,
        age: 190,
        script: { ends: 'partiallyCompleted', afterMs: 20 * second },
      },
      { actionType: 'restrictAppExecution', target: 'ENG-WS-0420', age: 188 },
      {
        actionType: 'submitIocRule',
        target: '',
        age: 185,
        title: 'Submit indicator rule for the staging server',
      },
      {
        actionType: 'runAntiVirusScan',
        target: 'ENG-WS-0420',
        age: 180,
        status: 'completed',
        actionStatus: 'completed',
        source: 'defenderExpertsManagedResponse',
      },
    ],
  ],
  [
    mail,
    [
      { actionType: 'disableUser', target: user, age: 330 },
      { actionType: 'forceUserPasswordReset', target: user, age: 329 },
      { actionType: 'requireSignIn', target: user, age: 328 },
      { actionType: 'markUserAsCompromised', target: user, age: 327 },
      { actionType: 'hardDeleteEmail', target: message, age: 320 },
      { actionType: 'softDeleteEmail', target: message, age: 319 },
      {
        actionType: 'text',
        target: '',
        age: 300,
        title: 'Remove the inbox rule "RSS" of Megan Bowen',
        withoutResponseAction: true,
      },
    ],
  ],
  [
    recovery,
    [
      { actionType: 'unIsolateDevice', target: 'HR-LT-0088', age: 400 },
      { actionType: 'unRestrictAppExecution', target: 'HR-LT-0088', age: 399 },
      { actionType: 'enableUser', target: 'lee.gu@contoso.example', age: 390 },
    ],
  ],
  [
    sales,
    [
      {
        actionType: 'collectInvestigationPackage',
        target: 'SALES-LT-0310',
        age: 2_700,
        status: 'failed',
        actionStatus: 'failed',
      },
      {
        actionType: 'runAntiVirusScan',
        target: 'SALES-LT-0311',
        age: 2_650,
        status: 'inProgress',
        actionStatus: 'partiallyCompleted',
      },
    ],
  ],
  [test, [{ actionType: 'isolateDevice', target: 'RED-WS-0001', age: 4_200, status: 'notRelevant' }]],
  [
    closed,
    [
      {
        actionType: 'isolateDevice',
        target: 'PUR-LT-0012',
        age: 8_600,
        status: 'completed',
        actionStatus: 'completed',
        source: 'defenderExpertsManagedResponse',
      },
      {
        actionType: 'text',
        target: '',
        age: 8_500,
        status: 'completed',
        title: 'Tell the sender about the abuse',
      },
    ],
  ],
];

/** The incidents and tasks of the contoso seed, with dates relative to `now`. Ids are the same in every such tenant. */
export function contosoDefender(now: number): DefenderSeed {
  return toDefender(contosoRows, now);
}
