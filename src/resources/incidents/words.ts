import {
  classifications,
  determinations,
  type Incident,
  type IncidentComment,
  incidentStatuses,
  severities,
} from '../../graph/incidents.ts';
import { isKnown } from '../../lib/members.ts';
import { showHidden, showName } from '../../lib/visible-text.ts';
import { commentsInOrder } from './comments.ts';

const severityTexts = {
  unknown: 'Unknown',
  informational: 'Informational',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
} as const;

const statusTexts = {
  active: 'Active',
  resolved: 'Resolved',
  inProgress: 'In progress',
  redirected: 'Merged into another incident',
  awaitingAction: 'Awaiting your action',
} as const;

const classificationTexts = {
  unknown: 'Not classified',
  falsePositive: 'False positive',
  truePositive: 'True positive',
  informationalExpectedActivity: 'Expected activity',
} as const;

const determinationTexts = {
  unknown: '',
  apt: 'advanced persistent threat',
  malware: 'malware',
  securityPersonnel: 'security personnel',
  securityTesting: 'security test',
  unwantedSoftware: 'unwanted software',
  other: 'other',
  multiStagedAttack: 'multi-stage attack',
  compromisedAccount: 'compromised account',
  phishing: 'phishing',
  maliciousUserActivity: 'malicious user activity',
  notMalicious: 'not malicious',
  notEnoughDataToValidate: 'not enough data to validate',
  confirmedActivity: 'confirmed activity',
  lineOfBusinessApplication: 'line-of-business application',
} as const;

/** The name of an incident; its number where Graph gives no name. */
export function incidentName(incident: Pick<Incident, 'displayName' | 'id'>): string {
  return groupTitle({ incidentId: incident.id, incident });
}

/** The name of an incident, or its number as long as nothing else is known; tasks without an incident are together. */
export function groupTitle({
  incidentId,
  incident,
}: {
  readonly incidentId: string;
  readonly incident: Pick<Incident, 'displayName'> | undefined;
}): string {
  if (incidentId === '') return 'Tasks without an incident';
  return showName(incident?.displayName || `Incident ${incidentId}`);
}

/** In words; a member that this version does not know stays as it came. */
export function severityText({ severity }: Pick<Incident, 'severity'>): string {
  return isKnown(severities, severity) ? severityTexts[severity] : showHidden(severity);
}

export function incidentStatusText({ status }: Pick<Incident, 'status'>): string {
  return isKnown(incidentStatuses, status) ? statusTexts[status] : showHidden(status);
}

/** "True positive, multi-stage attack" */
export function assessmentText({
  classification,
  determination,
}: Pick<Incident, 'classification' | 'determination'>): string {
  const what = isKnown(determinations, determination)
    ? determinationTexts[determination]
    : showHidden(determination);
  const whether = isKnown(classifications, classification)
    ? classificationTexts[classification]
    : showHidden(classification) || classificationTexts.unknown;
  return what === '' ? whether : `${whether}, ${what}`;
}

/** The comment to read first: the newest by Defender Experts, or else the newest; undefined where there is none. */
export function leadingComment({ comments }: Pick<Incident, 'comments'>): IncidentComment | undefined {
  return commentsInOrder(comments)[0];
}
