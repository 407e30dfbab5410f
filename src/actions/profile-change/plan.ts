import type { NewProfile, ProfileValues } from '../../graph/driver-profile-writes.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import { profileName } from '../../resources/driver-profiles/names.ts';
import { approvalMethodText } from '../../resources/driver-profiles/words.ts';
import type { Plan, PlannedItem } from '../../runs/model/run.ts';
import type { Action } from '../action.ts';
import { type ProfileIntent, profileKind } from './intent.ts';
import { reviewedNew, reviewedProfile } from './reviewed.ts';
import { notThere, stateOf, there, valuesOf } from './state.ts';

/** What commands say of the action before there is a run. The rest of it comes with the dialogs. */
export const profileNeeds: Pick<Action, 'kind' | 'role'> = {
  kind: profileKind,
  role: 'Intune Administrator',
};

/** Where new profiles are made: the collection. One after the other, so that a list tells which is whose. */
export const newProfilesId = 'windowsDriverUpdateProfiles';

/** The decision in words: "Create the profile Pilot ring". */
export function changeTitle({ change }: ProfileIntent, name: string): string {
  const verb = { create: 'Create', edit: 'Edit', delete: 'Delete' }[change];
  return `${verb} the profile ${name}`;
}

/** @param profiles every profile there is */
export function planCreate(values: NewProfile, profiles: readonly DriverProfile[], note: string): Plan {
  const intent: ProfileIntent = { kind: profileKind, change: 'create', ...values };
  return planOf(intent, newProfilesId, planNew(values, profiles), note);
}

export function planEdit(values: ProfileValues, profile: DriverProfile, note: string): Plan {
  const intent: ProfileIntent = { kind: profileKind, change: 'edit', ...values };
  return planOf(intent, profile.id, planExisting(intent, profile), note);
}

export function planDelete(profile: DriverProfile, note: string): Plan {
  const intent: ProfileIntent = { kind: profileKind, change: 'delete' };
  return planOf(intent, profile.id, planExisting(intent, profile), note);
}

function planOf(intent: ProfileIntent, id: string, item: PlannedItem, note: string): Plan {
  const { name } = item;
  return {
    title: changeTitle(intent, name),
    note: note.trim(),
    targets: [{ id, name: id === newProfilesId ? 'Driver profiles' : name, intent, items: [item] }],
  };
}

/** A profile that is to be made. Its name stands for it: two of one name are never on their way at once. */
export function planNew(values: NewProfile, profiles: readonly DriverProfile[]): PlannedItem {
  const { displayName, approvalType, deferral } = values;
  return {
    id: displayName,
    name: profileName({ displayName, id: displayName }),
    detail: approvalMethodText({ approvalType, deploymentDeferralInDays: deferral }),
    before: notThere,
    reviewed: reviewedNew(displayName, profiles),
  };
}

/** A profile that is to be edited or deleted, as it is reviewed. */
export function planExisting(intent: ProfileIntent, profile: DriverProfile): PlannedItem {
  return {
    id: profile.id,
    name: profileName(profile),
    detail: intent.change === 'edit' ? changedText(valuesOf(profile), intent) : '',
    before: intent.change === 'edit' ? stateOf(valuesOf(profile)) : there,
    reviewed: reviewedProfile(profile),
  };
}

/** What an edit changes: "Name, deferral". */
export function changedText(before: ProfileValues, after: ProfileValues): string {
  const changed = [
    ...(before.displayName === after.displayName ? [] : ['name']),
    ...(before.description === after.description ? [] : ['description']),
    ...(before.deferral === after.deferral ? [] : ['deferral']),
  ].join(', ');
  return `${changed.charAt(0).toUpperCase()}${changed.slice(1)}`;
}
