import type { IdentityProvider } from '../../graph/identity-accounts.ts';
import type { AccountAction } from '../../graph/users.ts';
import { directoryNames } from '../../resources/users/words.ts';
import type { Review } from '../review.ts';

/** A decision: "Disable 1 user", "Require sign-in of the remaining 3 users". @param counted "1 user" */
export function decisionFor(action: AccountAction, counted: string): string {
  switch (action) {
    case 'disable':
      return `Disable ${counted}`;
    case 'enable':
      return `Enable ${counted}`;
    case 'forcePasswordReset':
      return `Force a password reset for ${counted}`;
    case 'requireUserToSignInAgain':
      return `Require sign-in of ${counted}`;
    case 'markUserAsCompromised':
      return `Mark ${counted} as compromised`;
  }
}

/** What is done to one user, as buttons and records call it. */
export const accountActionNames: Readonly<Record<AccountAction, string>> = {
  disable: 'Disable user',
  enable: 'Enable user',
  forcePasswordReset: 'Force password reset',
  requireUserToSignInAgain: 'Require sign-in',
  markUserAsCompromised: 'Mark as compromised',
};

/** What an action does, and what it doesn’t. */
export function consequencesOf(action: AccountAction, via: IdentityProvider): Review['consequences'] {
  const directory = directoryNames[via];
  switch (action) {
    case 'disable':
      return [
        `Disables the account in ${directory}: the user can’t sign in again until an admin enables it. Undo enables it.`,
        via === 'activeDirectory'
          ? 'Entra ID follows with the next synchronization, usually within 30 minutes. Sessions in the cloud last until then.'
          : 'Open sessions can last up to an hour. Require sign-in ends them sooner.',
      ];
    case 'enable':
      return [
        `Enables the account in ${directory}: the user can sign in again.`,
        ...(via === 'activeDirectory'
          ? ['Entra ID follows with the next synchronization, usually within 30 minutes.']
          : []),
      ];
    case 'forcePasswordReset':
      return [
        'Asks for a new password at the next sign-in. The password itself stays until then, and open sessions go on.',
        'This can’t be undone, and Microsoft Graph doesn’t show it: it can be accepted, but not confirmed.',
      ];
    case 'requireUserToSignInAgain':
      return [
        'Ends the user’s sessions in all apps within some minutes. The user signs in again. This can’t be undone.',
      ];
    case 'markUserAsCompromised':
      return [
        'Sets the user’s risk to high. Policies for risky users may block the user, or ask for a new password. Actiondesk can’t undo this: in Entra, dismiss the risk.',
      ];
  }
}

/** The role in Entra ID that Microsoft names for an action. */
export function roleFor(
  action: AccountAction,
  via: IdentityProvider,
): 'User Administrator' | 'Security Administrator' {
  return via !== 'entraID' || action === 'markUserAsCompromised'
    ? 'Security Administrator'
    : 'User Administrator';
}
