import { type Evidence, remediationStatuses, verdicts } from '../../graph/evidence.ts';
import type { IncidentTask } from '../../graph/incident-tasks.ts';
import { isKnown } from '../../lib/members.ts';
import { showHidden } from '../../lib/visible-text.ts';

const verdictTexts = {
  unknown: 'Not judged',
  suspicious: 'Suspicious',
  malicious: 'Malicious',
  noThreatsFound: 'No threats found',
} as const;

const remediationTexts = {
  none: '',
  remediated: 'Remediated',
  prevented: 'Prevented',
  blocked: 'Blocked',
  notFound: 'Not found',
  active: 'Active',
  pendingApproval: 'Waits for approval',
  declined: 'Remediation declined',
  unremediated: 'Not remediated',
  running: 'Remediation in progress',
  partiallyRemediated: 'Partially remediated',
} as const;

const kindTexts: Readonly<Record<Exclude<Evidence['kind'], 'other'>, string>> = {
  device: 'Device',
  file: 'File',
  process: 'Process',
  user: 'User',
  mailbox: 'Mailbox',
  analyzedMessage: 'Email',
  mailCluster: 'Email cluster',
  ip: 'IP address',
  url: 'URL',
  oauthApplication: 'OAuth app',
  cloudApplication: 'Cloud app',
  registryKey: 'Registry key',
  registryValue: 'Registry value',
};

/** In words; a member that this version does not know stays as it came. */
export function verdictText(verdict: string): string {
  if (verdict === '') return verdictTexts.unknown;
  return isKnown(verdicts, verdict) ? verdictTexts[verdict] : showHidden(verdict);
}

/** '' where nothing is said of it. */
export function remediationText({ remediationStatus }: Pick<Evidence, 'remediationStatus'>): string {
  return isKnown(remediationStatuses, remediationStatus)
    ? remediationTexts[remediationStatus]
    : showHidden(remediationStatus);
}

/** "Device"; of a kind that this version does not know, Graph's own type. */
export function evidenceKindText(piece: Evidence): string {
  return piece.kind === 'other' ? showHidden(piece.type) : kindTexts[piece.kind];
}

/** The same over several of a kind: "Devices", "IP addresses". */
export function evidenceKindsText(piece: Evidence): string {
  const text = evidenceKindText(piece);
  if (piece.kind === 'other') return text || 'Kind not provided';
  return /[sx]$/.test(text) ? `${text}es` : `${text}s`;
}

/** What evidence says beside the action status of a task: a second witness. */
export interface Witness {
  readonly kind: 'agrees' | 'disagrees' | 'silent';
  /** '' where the evidence is silent. */
  readonly text: string;
}

const silent: Witness = { kind: 'silent', text: '' };

const done = ['remediated', 'prevented', 'blocked'];
const undone = ['active', 'unremediated', 'declined'];
/** Actions that remediate what they act on; a scan or a package changes nothing about it. */
const remediating = ['isolateDevice', 'restrictAppExecution', 'stopAndQuarantineFile', 'disableUser'];
const alsoMail = ['softDeleteEmail', 'hardDeleteEmail'];

/**
 * Whether evidence confirms what Defender says of a task's action. Both may lag behind, so disagreement is a reason to look,
 * not an error.
 */
export function witnessOf(
  task: Pick<IncidentTask, 'actionType' | 'actionStatus'>,
  evidence: Pick<Evidence, 'remediationStatus'> | undefined,
): Witness {
  if (!evidence || ![...remediating, ...alsoMail].includes(task.actionType)) return silent;
  const state = remediationText(evidence).toLowerCase();
  const isDone = done.includes(evidence.remediationStatus);
  const isUndone = undone.includes(evidence.remediationStatus);
  switch (task.actionStatus) {
    case 'completed':
      if (isDone) return { kind: 'agrees', text: `Evidence agrees: ${state}` };
      return isUndone ? { kind: 'disagrees', text: `Completed, but evidence says: ${state}` } : silent;
    case 'failed':
      if (isUndone) return { kind: 'agrees', text: `Evidence agrees: ${state}` };
      return isDone ? { kind: 'disagrees', text: `Failed, but evidence says: ${state}` } : silent;
    case 'inProgress':
      return isDone ? { kind: 'disagrees', text: `Still in progress, but evidence says: ${state}` } : silent;
    default:
      return silent;
  }
}
