import type { SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { IncidentRecord } from './defender.ts';
import { badRequest } from './defender-answers.ts';

export type IncidentChange = Partial<
  Pick<
    IncidentRecord,
    'assignedTo' | 'classification' | 'customTags' | 'determination' | 'resolvingComment' | 'status'
  >
>;

const statuses: readonly Security.IncidentStatus[] = [
  'active',
  'resolved',
  'inProgress',
  'redirected',
  'awaitingAction',
];
const classifications: readonly Security.AlertClassification[] = [
  'unknown',
  'falsePositive',
  'truePositive',
  'informationalExpectedActivity',
];
const determinations: readonly Security.AlertDetermination[] = [
  'unknown',
  'apt',
  'malware',
  'securityPersonnel',
  'securityTesting',
  'unwantedSoftware',
  'other',
  'multiStagedAttack',
  'compromisedAccount',
  'phishing',
  'maliciousUserActivity',
  'notMalicious',
  'notEnoughDataToValidate',
  'confirmedActivity',
  'lineOfBusinessApplication',
];

/** What the reference calls otherwise than the schema. Both are taken, and the schema's name is kept: a guess. */
const documented: Readonly<Record<string, Security.AlertDetermination>> = {
  compromiseduser: 'compromisedAccount',
  clean: 'notMalicious',
  insufficientdata: 'notEnoughDataToValidate',
  confirmeduseractivity: 'confirmedActivity',
};

/** The reference's own example sends `TruePositive`: letter case does not matter. */
function readMember<T extends string>(name: string, value: unknown, members: readonly T[]): T {
  const wanted = typeof value === 'string' ? value.toLowerCase() : undefined;
  const found = members.find((member) => member.toLowerCase() === wanted);
  if (!found) throw badRequest(`The value '${value}' of '${name}' is not a settable one.`);
  return found;
}

function readDetermination(value: unknown): Security.AlertDetermination {
  const alias = typeof value === 'string' ? value.toLowerCase() : '';
  return Object.hasOwn(documented, alias)
    ? (documented[alias] ?? 'unknown')
    : readMember('determination', value, determinations);
}

function readTags(value: unknown): string[] {
  if (Array.isArray(value) && value.every((tag) => typeof tag === 'string')) return value;
  throw badRequest("The value of 'customTags' must be a list of strings.");
}

function readText(name: string, value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw badRequest(`The value of '${name}' must be a string or null.`);
}

/**
 * The five members that the reference lists, and `resolvingComment`, which Microsoft's SDKs send as well; whatever else the
 * body holds is ignored, as of a task.
 */
export function readIncidentChange(body: ReadonlyMap<string, unknown>): IncidentChange {
  const change: IncidentChange = {};
  if (body.has('assignedTo')) change.assignedTo = readText('assignedTo', body.get('assignedTo'));
  if (body.has('classification'))
    change.classification = readMember('classification', body.get('classification'), classifications);
  if (body.has('determination')) change.determination = readDetermination(body.get('determination'));
  if (body.has('status')) change.status = readMember('status', body.get('status'), statuses);
  if (body.has('customTags')) change.customTags = readTags(body.get('customTags'));
  if (body.has('resolvingComment'))
    change.resolvingComment = readText('resolvingComment', body.get('resolvingComment'));
  return change;
}
