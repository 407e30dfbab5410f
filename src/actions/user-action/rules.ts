import type { AccountAction } from '../../graph/users.ts';
import type { Account } from '../../resources/users/account.ts';
import { isShown, stateOf, wantedState } from './state.ts';

/**
 * Why an action can't be done to an account, or undefined where it can.
 * https://learn.microsoft.com/graph/api/user-revokesigninsessions: it has no effect on external users.
 */
export function whyNotAccount(action: AccountAction, account: Account): string | undefined {
  if (account.userType === 'Guest') {
    if (action === 'requireUserToSignInAgain') return 'Only a guest’s own organization can end the sessions';
    if (action === 'forcePasswordReset') return 'Only a guest’s own organization can ask for a new password';
  }
  const state = stateOf(action, account);
  if (state === wantedState(action)) return alreadyWords[action];
  const needsState = action === 'disable' || action === 'enable';
  return needsState && !isShown(state)
    ? 'Microsoft Graph doesn’t show whether the account is enabled'
    : undefined;
}

/** The same for the person who is signed in: nobody disables the account that they work with. */
export function whyNotUser(action: AccountAction, account: Account, username: string): string | undefined {
  if (action === 'disable' && isOwn(account.userPrincipalName, username)) {
    return 'This is your own account. Another admin has to disable it';
  }
  return whyNotAccount(action, account);
}

export function isOwn(userPrincipalName: string, username: string): boolean {
  return userPrincipalName !== '' && userPrincipalName.toLowerCase() === username.toLowerCase();
}

const alreadyWords: Readonly<Record<AccountAction, string>> = {
  disable: 'Already disabled',
  enable: 'Already enabled',
  markUserAsCompromised: 'Already confirmed as compromised',
  // Both can be asked for at any time.
  requireUserToSignInAgain: '',
  forcePasswordReset: '',
};
