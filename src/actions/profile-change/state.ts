import * as v from 'valibot';
import type { ProfileValues } from '../../graph/driver-profile-writes.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { countOf } from '../../ui/format.ts';

/** Of a new profile before it is made, and of a profile before it is deleted. */
export const notThere = 'not there';
export const there = 'there';
export const gone = 'gone';

/** What a person may change of a profile, as it is. A manual profile has no deferral, whatever Graph says. */
export function valuesOf(profile: DriverProfile): ProfileValues {
  const { displayName, description, approvalType, deploymentDeferralInDays } = profile;
  return {
    displayName,
    description,
    deferral: approvalType === 'automatic' ? (deploymentDeferralInDays ?? 0) : null,
  };
}

export function isSameValues(one: ProfileValues, other: ProfileValues): boolean {
  return stateOf(one) === stateOf(other);
}

/** Values as a state: in one text, from which an undo reads them back. */
export function stateOf({ displayName, description, deferral }: ProfileValues): string {
  return JSON.stringify([displayName, description, deferral]);
}

const state = v.pipe(
  v.string(),
  v.parseJson(),
  v.strictTuple([v.string(), v.string(), v.nullable(v.number())]),
  v.transform(
    ([displayName, description, deferral]): ProfileValues => ({ displayName, description, deferral }),
  ),
);

/** @returns undefined for a state that holds no values */
export function readState(text: string): ProfileValues | undefined {
  const parsed = v.safeParse(state, text);
  return parsed.success ? parsed.output : undefined;
}

const createdPrefix = 'created ';

/** The state of a new profile once it has an id. */
export function createdState(profileId: string): string {
  return `${createdPrefix}${profileId}`;
}

/** @returns undefined where nothing has named the id yet */
export function createdId(text: string): string | undefined {
  return text.startsWith(createdPrefix) ? text.slice(createdPrefix.length) : undefined;
}

/** A recorded state: "“Pilot ring”, deferral 7 days, “For volunteers”". */
export function profileStateName(text: string): string {
  const values = readState(text);
  if (values) {
    const { displayName, description, deferral } = values;
    return [
      `“${showHidden(displayName)}”`,
      ...(deferral === null ? [] : [`deferral ${countOf(deferral, 'day')}`]),
      ...(description === '' ? [] : [`“${showHidden(description)}”`]),
    ].join(', ');
  }
  const id = createdId(text);
  if (id !== undefined) return `Created, ID ${showHidden(id)}`;
  return { [notThere]: 'Not there', [there]: 'There', [gone]: 'Deleted' }[text] ?? showHidden(text);
}
