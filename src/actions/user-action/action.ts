import { invokeActionRequest } from '../../graph/identity-accounts.ts';
import { userActionRequest } from '../../graph/users.ts';
import { userPage } from '../../resources/incident-tasks/portal-pages.ts';
import { incidentKeys } from '../../resources/incidents/queries.ts';
import { userKeys } from '../../resources/users/queries.ts';
import type { Intent } from '../../runs/model/run.ts';
import type { Action } from '../action.ts';
import { isUserIntent, type UserIntent, userKind } from './intent.ts';
import { reviewUsers, whyTypeUsers } from './review.ts';
import { userStateName } from './state.ts';
import { accountActionNames, decisionFor } from './words.ts';
import { userWork } from './work.ts';

/**
 * Act on the accounts of users: disable, enable, force a password reset, require sign-in, mark as compromised. In Entra ID by
 * calls on the user; in Active Directory and Okta by Defender for Identity.
 */
export const userAction: Action = {
  kind: userKind,
  isIntent: isUserIntent,
  // Evidence of a disabled user is remediated.
  touches: () => [userKeys.all, incidentKeys.all],
  mostInRequest: 1,
  accepted: 'successful',
  mayTurnFailure: () => true,
  /** Disabling and enabling alone. The other actions can’t be taken back, or only with a look at the user in Entra. */
  undo(intent, { outcome }) {
    if (outcome !== 'confirmed' || !isUserIntent(intent)) return undefined;
    const { action } = intent;
    if (action !== 'disable' && action !== 'enable') return undefined;
    return action === 'disable'
      ? { intent: { ...intent, action: 'enable' }, before: 'disabled' }
      : { intent: { ...intent, action: 'disable' }, before: 'enabled' };
  },
  // The user is looked up in the dialog, and must be seen before anything is decided.
  canBeStaged: () => false,
  undoLabel: 'Undo',
  noun: 'user',
  decided: 'user',
  perRequest: 'One request per user.',
  heads: { name: 'User', detail: 'Account', incident: 'Incident' },
  role: 'User Administrator; to mark users as compromised or act in Active Directory, Security Administrator',
  mostPerMinute: Number.POSITIVE_INFINITY,
  carryOut: (intent, { graph }) => userWork(graph, sound(intent)),
  requestOf(intent, targetId, [accountId = '']) {
    const { action, via } = sound(intent);
    if (via === 'entraID') return userActionRequest(targetId, action);
    return invokeActionRequest({ identityId: targetId, accountId, identityProvider: via, action });
  },
  review: (intent, targets, _seen, { username }) => reviewUsers(sound(intent), targets, username),
  whyType: whyTypeUsers,
  decision: (intent, _before, counted) => decisionFor(sound(intent).action, counted),
  nameFor: (intent) => accountActionNames[sound(intent).action],
  graphNameFor: (intent) => sound(intent).action,
  stateName: userStateName,
  dateText: () => '',
  lastMoment: () => null,
  nextStep: () => ({ text: 'Look for the user in Entra', href: userPage('').href }),
};

/** @throws for any other: `isIntent` has let it pass */
function sound(intent: Intent): UserIntent {
  if (isUserIntent(intent)) return intent;
  throw new Error('This is no intent for users');
}
