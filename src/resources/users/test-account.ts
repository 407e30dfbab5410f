import type { Account } from './account.ts';

/** An account for tests: a member of Entra ID alone who is enabled, but for what is given. */
export function testAccount(given: Partial<Account> = {}): Account {
  return {
    via: 'entraID',
    targetId: 'u-1',
    accountId: 'u-1',
    displayName: 'Adele Vance',
    userPrincipalName: 'adele.vance@contoso.example',
    userType: 'Member',
    isSynced: false,
    isEnabled: true,
    sessionsFrom: Date.UTC(2026, 10, 22, 10),
    passwordFrom: Date.UTC(2026, 8, 1),
    riskState: null,
    ...given,
  };
}
