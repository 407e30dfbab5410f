import {
  createProfileRequest,
  deleteProfileRequest,
  editProfileRequest,
} from '../../graph/driver-profile-writes.ts';
import { profileKeys } from '../../resources/driver-profiles/queries.ts';
import type { Intent } from '../../runs/model/run.ts';
import { countOf } from '../../ui/format.ts';
import type { Action } from '../action.ts';
import { isProfileIntent, type ProfileIntent, profileKind } from './intent.ts';
import { profileNeeds } from './plan.ts';
import { profileStateName, readState, stateOf } from './state.ts';
import { consequences } from './words.ts';
import { profileWork } from './work.ts';

/** Create, edit or delete driver update profiles. */
export const profileChange: Action = {
  ...profileNeeds,
  isIntent: isProfileIntent,
  touches: profileKeys.changedIn,
  mostInRequest: 1,
  accepted: 'successful',
  mayTurnFailure: () => true,
  /**
   * The earlier values, once the new ones are confirmed. A creation has none: its undo would delete, and nobody can tell
   * right before that whether a colleague has assigned the profile or approved drivers in it, which a deletion takes away
   * for good. “Delete profile” does it, with a look at the profile. A deletion can't be taken back.
   */
  undo(intent, { before, outcome }) {
    const values = readState(before);
    if (outcome !== 'confirmed' || !isProfileIntent(intent) || intent.change !== 'edit' || !values)
      return undefined;
    return { intent: { kind: profileKind, change: 'edit', ...values }, before: stateOf(intent) };
  },
  /**
   * An edit alone. A deletion takes approvals away for good, and needs its name typed beside what it takes. A creation has no
   * id by which a plan could find out later whether it has been made.
   */
  canBeStaged: ({ intent, target, item }) =>
    isProfileIntent(intent) &&
    intent.change === 'edit' &&
    target.id === item.id &&
    readState(item.before) !== undefined,
  undoLabel: 'Undo',
  noun: 'profile',
  decided: 'profile',
  perRequest: 'One request per profile.',
  heads: { name: 'Profile', detail: 'Change' },
  mostPerMinute: Number.POSITIVE_INFINITY,
  carryOut: (intent, { graph }) => profileWork(graph, sound(intent)),
  requestOf(intent, profileId) {
    const change = sound(intent);
    switch (change.change) {
      case 'create':
        return createProfileRequest(change);
      case 'edit':
        return editProfileRequest(profileId, change);
      case 'delete':
        return deleteProfileRequest(profileId);
    }
  },
  review(intent, targets) {
    const { change } = sound(intent);
    const isDeletion = change === 'delete';
    return {
      // The title has said which.
      numbers: [],
      summary: '',
      consequences: consequences[change],
      warnings: [],
      whyType: isDeletion ? [`Deletes ${countOf(targets.length, 'profile')} for good`] : [],
    };
  },
  decision: (intent, _before, counted) => `${verbs[sound(intent).change]} ${counted}`,
  nameFor: (intent) => `${verbs[sound(intent).change]} profile`,
  graphNameFor: (intent) => `${methods[sound(intent).change]} windowsDriverUpdateProfile`,
  stateName: profileStateName,
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Refresh the list' }),
};

const verbs = { create: 'Create', edit: 'Edit', delete: 'Delete' } as const;
const methods = { create: 'POST', edit: 'PATCH', delete: 'DELETE' } as const;

/** @throws for any other: `isIntent` has let it pass */
function sound(intent: Intent): ProfileIntent {
  if (isProfileIntent(intent)) return intent;
  throw new Error('This is no intent for a profile');
}
