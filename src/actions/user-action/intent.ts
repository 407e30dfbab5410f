import { type IdentityProvider, identityProviders } from '../../graph/identity-accounts.ts';
import { type AccountAction, accountActions } from '../../graph/users.ts';
import { isKnown } from '../../lib/members.ts';
import type { Intent } from '../../runs/model/run.ts';

export const userKind = 'user-action';

/** What is to be done to users, and in which directory. */
export type UserIntent = {
  readonly kind: typeof userKind;
  readonly action: AccountAction;
  readonly via: IdentityProvider;
};

/** True of an intent for users whose parts are sound: the history may have been changed by hand. */
export function isUserIntent(intent: Intent): intent is UserIntent {
  const { kind, action, via } = intent;
  return (
    Object.keys(intent).length === 3 &&
    kind === userKind &&
    typeof action === 'string' &&
    isKnown(accountActions, action) &&
    typeof via === 'string' &&
    isKnown(identityProviders, via)
  );
}
