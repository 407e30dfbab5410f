import type { IdentityProvider } from '../../graph/identity-accounts.ts';
import { showName } from '../../lib/visible-text.ts';
import type { Account } from './account.ts';

export const directoryNames: Readonly<Record<IdentityProvider, string>> = {
  entraID: 'Entra ID',
  activeDirectory: 'Active Directory',
  okta: 'Okta',
};

const riskWords: Readonly<Record<string, string>> = {
  none: 'No risk',
  confirmedSafe: 'Confirmed safe',
  remediated: 'Risk remediated',
  dismissed: 'Risk dismissed',
  atRisk: 'At risk',
  confirmedCompromised: 'Confirmed compromised',
};

/** "At risk"; a state of a later version as it is. */
export function riskText(riskState: string): string {
  return riskWords[riskState] ?? showName(riskState);
}

/** What people call a user: the name, or else the sign-in name. */
export function accountName({ displayName, userPrincipalName }: Account): string {
  return showName(displayName || userPrincipalName) || 'User without a name';
}

/** "megan.bowen@contoso.example"; of another directory than Entra ID, "…, Active Directory". */
export function accountDetail({ userPrincipalName, via }: Account): string {
  const directory = via === 'entraID' ? '' : directoryNames[via];
  return [showName(userPrincipalName), directory].filter(Boolean).join(', ');
}

/** "Enabled", "Disabled", "State not shown". */
export function enabledText(isEnabled: boolean | null): string {
  return isEnabled === null ? 'State not shown' : isEnabled ? 'Enabled' : 'Disabled';
}

/** Which directory keeps the account: "Entra ID, cloud only". */
export function directoryText({ via, isSynced }: Account): string {
  if (via !== 'entraID') return directoryNames[via];
  return isSynced ? 'Entra ID, synced from Active Directory' : 'Entra ID, cloud only';
}
