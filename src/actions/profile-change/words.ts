import type { Review } from '../review.ts';
import type { ProfileIntent } from './intent.ts';

/** What a change of a profile does, each thing once. */
export const consequences: Readonly<Record<ProfileIntent['change'], Review['consequences']>> = {
  create: [
    'Creates a driver update policy in Intune that is assigned to no group. Nothing changes on any device until you assign it.',
  ],
  edit: ['Changes what the profile is called and how it approves. Approvals that exist stay as they are.'],
  delete: [
    'Deletes the profile with its approvals and its assignments. This can’t be undone. Devices keep the drivers that they have installed.',
  ],
};

/** A deferral of a profile, in words beside its field. */
export const deferralHint =
  'Recommended drivers are approved by Intune, and available so many days later: 0 to 30.';
