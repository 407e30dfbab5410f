import type { DefenderSeed } from '../graph/defender.ts';
import { minute, second } from '../tenants/clock.ts';
import { contosoRows, failingDevice } from './contoso-defender.ts';
import { cloudAppOf, deviceOf, ipOf, oauthAppOf, urlOf } from './evidence.ts';
import { type IncidentRow, type Rows, type TaskRow, toDefender } from './incident-rows.ts';
import { administrator, cloudUser, serviceAccount } from './users.ts';

/** Grows: a task and an alert after {@link firstGrowth}, and again after {@link secondGrowth}. */
export const growingIncident = '2972412';
export const firstGrowth = 10 * minute;
export const secondGrowth = 30 * minute;
/** A domain controller: isolating it cuts off everybody who signs in there. */
export const domainController = 'DC-02';

const rootkit = 'b7e23ec29af22b0b4e41da31e868d57226121c84';

const growing: IncidentRow = {
  id: growingIncident,
  title: 'Ransomware operator on file servers, still spreading',
  severity: 'high',
  status: 'awaitingAction',
  age: 40,
  summary:
    'Backups were deleted on SRV-SQL-03, and the account of the backup service is used from a domain controller.',
  comment: 'Contain DC-02 last, when a second domain controller answers. SRV-SQL-03 is urgent.',
  customTags: ['Ransomware', 'Wave 2'],
  alerts: [
    {
      title: 'Backups deleted by vssadmin',
      techniques: ['T1490', 'T1059.003'],
      category: 'Impact',
      threat: 'Ransom:Win32/Contoso',
    },
    {
      title: 'Pass-the-hash with a service account',
      techniques: ['T1550.002', 'T1078.002'],
      category: 'LateralMovement',
    },
    {
      title: 'Encryptor started on another server',
      techniques: ['T1486'],
      category: 'Impact',
      afterMs: 40 * minute + firstGrowth,
      evidence: [deviceOf('SRV-FILE-07')],
    },
    {
      title: 'Data sent to a file sharing service',
      techniques: ['T1567.002'],
      category: 'Exfiltration',
      afterMs: 40 * minute + secondGrowth,
      evidence: [urlOf('https://drop.fabrikam.example/upload'), ipOf('203.0.113.90', 'RU')],
    },
  ],
};

const growingTasks: readonly TaskRow[] = [
  { actionType: 'isolateDevice', target: 'SRV-SQL-03', age: 38 },
  { actionType: 'isolateDevice', target: domainController, age: 37 },
  // In another incident its isolation is asked for as well.
  { actionType: 'isolateDevice', target: 'FIN-LT-0244', age: 36 },
  { actionType: 'stopAndQuarantineFile', target: rootkit, age: 35 },
  {
    actionType: 'collectInvestigationPackage',
    target: 'SRV-SQL-03',
    age: 34,
    script: { ends: 'failed', afterMs: 10 * second },
  },
  { actionType: 'disableUser', target: serviceAccount, age: 33 },
  {
    actionType: 'text',
    target: '',
    age: 30,
    title: 'Change the password of the backup service',
    description: 'It is used by **three** servers:\n\n- SRV-SQL-03\n- SRV-FILE-02\n- SRV-FILE-07',
  },
  { actionType: 'isolateDevice', target: 'SRV-FILE-07', age: -firstGrowth / minute },
  { actionType: 'restrictAppExecution', target: 'SRV-FILE-07', age: -secondGrowth / minute },
];

const consent: IncidentRow = {
  id: '2972380',
  title: 'Consent given to a malicious application',
  severity: 'medium',
  status: 'active',
  age: 420,
  summary: 'Adele Vance let an application read mail and files. It copied a mailbox within the hour.',
  assignedTo: null,
  alerts: [
    {
      title: 'Malicious OAuth application consented to',
      techniques: ['T1528', 'T1098.003'],
      category: 'Persistence',
      source: 'microsoftDefenderForCloudApps',
      detection: 'cloudAppSecurity',
      product: 'Microsoft Defender for Cloud Apps',
      evidence: [oauthAppOf('Mail Assistant Pro', null), cloudAppOf('Microsoft 365', 11_161)],
    },
  ],
};

const consentTasks: readonly TaskRow[] = [
  { actionType: 'requireSignIn', target: cloudUser, age: 410 },
  { actionType: 'markUserAsCompromised', target: cloudUser, age: 409 },
  { actionType: 'forceUserPasswordReset', target: administrator, age: 408 },
  // Asks for the opposite of what another incident asks for.
  { actionType: 'unIsolateDevice', target: failingDevice, age: 405 },
  { actionType: 'submitIocRule', target: '', age: 402, title: 'Submit indicator rule for the application' },
  { actionType: 'text', target: '', age: 400, title: 'Take back the consent to “Mail Assistant Pro”' },
];

/** Those of contoso, and two more: 40 tasks over 9 incidents, the latest incident first. */
export function incidentsDefender(now: number): DefenderSeed {
  // Behind those of contoso, so that their tasks keep their numbers.
  const rows: Rows = [...contosoRows, [growing, growingTasks], [consent, consentTasks]];
  const { incidents, tasks } = toDefender(rows, now);
  const byAge = [...incidents].sort(
    (a, b) => Date.parse(b.record.createdDateTime ?? '') - Date.parse(a.record.createdDateTime ?? ''),
  );
  return { incidents: byAge, tasks };
}
