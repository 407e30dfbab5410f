/**
 * The permissions of user actions, each the least of its action, asked for when it is needed. All of them need an
 * administrator's consent. https://learn.microsoft.com/graph/permissions-reference
 */
export const userScopes = {
  read: ['User.Read.All'],
  revoke: ['User.RevokeSessions.All'],
  /** Microsoft names both for `accountEnabled`. */
  enable: ['User.EnableDisableAccount.All', 'User.Read.All'],
  resetPassword: ['User-PasswordProfile.ReadWrite.All'],
  /** To read and to change: it is asked for where a user is to be judged. */
  risk: ['IdentityRiskyUser.ReadWrite.All'],
  readIdentities: ['SecurityIdentitiesAccount.Read.All'],
  actOnIdentities: ['SecurityIdentitiesActions.ReadWrite.All'],
} as const satisfies Record<string, readonly string[]>;
