import type { IncidentState } from '../../graph/incident-state.ts';
import type { classifications, determinations, Incident, incidentStatuses } from '../../graph/incidents.ts';

export type IncidentStatus = (typeof incidentStatuses)[number];
export type Classification = (typeof classifications)[number];
export type Determination = (typeof determinations)[number];

/** What a person may set. Defender itself merges incidents, and Defender Experts set “awaiting action”. */
export const settableStatuses = ['active', 'inProgress', 'resolved'] as const satisfies IncidentStatus[];
export type SettableStatus = (typeof settableStatuses)[number];

/** An undo may bring this one back as well. */
export const restorableStatuses = [...settableStatuses, 'awaitingAction'] as const;

/**
 * Which determinations go with which classification, in the order of Microsoft's page, which lists them for the incidents of
 * Defender XDR; the reference of Microsoft Graph lists the members alone.
 * https://learn.microsoft.com/defender-xdr/api-update-incidents
 */
export const determinationsOf: Readonly<Record<Classification, readonly Determination[]>> = {
  truePositive: [
    'multiStagedAttack',
    'maliciousUserActivity',
    'compromisedAccount',
    'malware',
    'phishing',
    'unwantedSoftware',
    'other',
  ],
  informationalExpectedActivity: [
    'securityTesting',
    'lineOfBusinessApplication',
    'confirmedActivity',
    'other',
  ],
  falsePositive: ['notMalicious', 'notEnoughDataToValidate', 'other'],
  unknown: ['unknown'],
};

/**
 * Pairs from before August 2022, when that page withdrew two members, and classifications without more, that incidents may
 * have: an undo may bring them back.
 */
const restorableDeterminations: typeof determinationsOf = {
  truePositive: ['unknown', 'apt'],
  informationalExpectedActivity: ['unknown', 'securityPersonnel'],
  falsePositive: ['unknown'],
  unknown: [],
};

export function isPair(classification: Classification, determination: Determination): boolean {
  return [...determinationsOf[classification], ...restorableDeterminations[classification]].includes(
    determination,
  );
}

/** Why an incident can't be changed, or undefined where it can. */
export function whyNoChange({ status }: Pick<Incident, 'status'>): string | undefined {
  return status === 'redirected' ? 'Merged into another incident' : undefined;
}

/** Why the tags of an incident can't be changed: Graph replaces the whole list. */
export function whyNoTags({ customTags }: Pick<IncidentState, 'customTags'>): string | undefined {
  return customTags.leftOut > 0 ? 'Some tags couldn’t be read, and a new list would remove them' : undefined;
}
