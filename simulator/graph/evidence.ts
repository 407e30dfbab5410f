import type { SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { Task } from './defender.ts';
import type { User } from './users.ts';

export type RemediationStatus = Security.EvidenceRemediationStatus;

/** A piece of evidence as it is sent: the members of its own type come beside those of the base. */
export type EvidenceRecord = Required<Omit<Security.AlertEvidence, '@odata.type'>> & {
  readonly '@odata.type': string;
} & Readonly<Record<string, unknown>>;

export type AlertRecord = Omit<Security.Alert, 'evidence'> & {
  readonly id: string;
  readonly createdDateTime: string;
  readonly evidence: readonly EvidenceRecord[];
};

/** These stand behind the enum's sentinel, and are sent only to callers that ask for such members. */
const behindSentinel: readonly RemediationStatus[] = [
  'active',
  'pendingApproval',
  'declined',
  'unremediated',
  'running',
  'partiallyRemediated',
];

export function knownRemediation(status: RemediationStatus): RemediationStatus {
  return behindSentinel.includes(status) ? 'unknownFutureValue' : status;
}

/** What response actions have made of the evidence that they act on. That it follows them is a guess. */
const afterAction: Readonly<Record<string, RemediationStatus>> = {
  inProgress: 'running',
  completed: 'remediated',
  partiallyCompleted: 'partiallyRemediated',
  failed: 'unremediated',
};

const onDevices: readonly string[] = ['isolateDevice', 'restrictAppExecution'];
const releases: readonly string[] = ['unIsolateDevice', 'unRestrictAppExecution'];

const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
  return typeof found === 'string' ? found.toLowerCase() : '';
};

const targetOf = ({ record }: Task) => record.responseAction?.identifierValue.toLowerCase() ?? '';

/** Whether a task acts on a piece of evidence. */
function isAbout(task: Task, evidence: EvidenceRecord): boolean {
  const target = targetOf(task);
  if (target === '') return false;
  const { actionType } = task.record;
  if (actionType === 'stopAndQuarantineFile') {
    return [textAt(evidence, 'fileDetails', 'sha1'), textAt(evidence, 'imageFile', 'sha1')].includes(target);
  }
  return [...onDevices, ...releases].includes(actionType) && textAt(evidence, 'hostName') === target;
}

/**
 * The remediation status of a piece of evidence, after what was done about it.
 *
 * @param tasks of its incident, the latest change first
 * @param findUser by sign-in name
 */
export function remediationOf(
  evidence: EvidenceRecord,
  tasks: readonly Task[],
  findUser: (id: string) => User | undefined,
): RemediationStatus {
  const user = findUser(textAt(evidence, 'userAccount', 'userPrincipalName'))?.record;
  if (user && !(user.activeDirectory?.isEnabled ?? user.accountEnabled)) return 'remediated';
  const acted = tasks.find((task) => task.record.actionStatus !== 'notStarted' && isAbout(task, evidence));
  if (!acted) return evidence.remediationStatus;
  const { actionStatus, actionType } = acted.record;
  if (releases.includes(actionType) && actionStatus === 'completed') return 'active';
  return afterAction[actionStatus] ?? evidence.remediationStatus;
}
