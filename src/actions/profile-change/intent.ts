import type { NewProfile, ProfileValues } from '../../graph/driver-profile-writes.ts';
import type { Intent } from '../../runs/model/run.ts';
import { whyNotValues } from './rules.ts';

export const profileKind = 'profile-change';

export type CreateIntent = { readonly kind: typeof profileKind; readonly change: 'create' } & Pick<
  NewProfile,
  keyof NewProfile
>;
export type EditIntent = { readonly kind: typeof profileKind; readonly change: 'edit' } & Pick<
  ProfileValues,
  keyof ProfileValues
>;
export type DeleteIntent = { readonly kind: typeof profileKind; readonly change: 'delete' };

/** What is to be done to a profile: made with these values, given these values, or deleted. */
export type ProfileIntent = CreateIntent | EditIntent | DeleteIntent;

/** True of an intent for a profile whose parts are sound: the history may have been changed by hand. */
export function isProfileIntent(intent: Intent): intent is ProfileIntent {
  const { kind, change, displayName, description, deferral, approvalType } = intent;
  const count = Object.keys(intent).length;
  if (kind !== profileKind) return false;
  if (change === 'delete') return count === 2;
  if (typeof displayName !== 'string' || typeof description !== 'string') return false;
  if (deferral !== null && typeof deferral !== 'number') return false;
  if (whyNotValues({ displayName, description, deferral }) !== undefined) return false;
  if (change === 'edit') return count === 5;
  const hasOwnDeferral = (approvalType === 'automatic') === (deferral !== null);
  return (
    change === 'create' &&
    count === 6 &&
    (approvalType === 'manual' || approvalType === 'automatic') &&
    hasOwnDeferral
  );
}
