import type { IncidentTask } from '../../graph/incident-tasks.ts';
import type { Join } from '../incident-tasks/join.ts';

/** By what a user is known; '' where it isn't. One of the three at least is known. */
export interface UserRef {
  readonly objectId: string;
  readonly userPrincipalName: string;
  /** The security identifier in Active Directory. */
  readonly sid: string;
}

/** The user of a task, or why it can't be told exactly. */
export type UserOfTask = { readonly user: UserRef } | { readonly whyNot: string };

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Security identifiers of Entra ID begin with S-1-12: Active Directory knows none of them. */
const onPremisesSid = /^S-1-5-[\d-]+$/i;
const signInName = /^[^\s@]+@[^\s@]+$/;

/**
 * The user whom a task is about. Graph must name the user by object id, sign-in name or security identifier: a title, a
 * description or an account name without a domain may mean several people, and nothing is sent by a guess.
 */
export function userOfTask({ responseAction }: IncidentTask, join: Join | undefined): UserOfTask {
  const named = responseAction?.identifierValue.trim() ?? '';
  if (named === '') return { whyNot: 'The task doesn’t name its user exactly' };
  const own: UserRef = {
    objectId: guid.test(named) ? named : '',
    userPrincipalName: signInName.test(named) ? named : '',
    sid: onPremisesSid.test(named) ? named : '',
  };
  const isExact = Object.values(own).some(Boolean);
  if (!isExact) return { whyNot: 'The task names its user by a short name alone' };
  const piece = join?.by === 'target' ? join.evidence : undefined;
  if (piece?.kind !== 'user') return { user: own };
  const { azureAdUserId, userPrincipalName, userSid } = piece.userAccount;
  const keys = [azureAdUserId, userPrincipalName, userSid].map((key) => key.trim().toLowerCase());
  // It was joined by its account name alone.
  if (!keys.includes(named.toLowerCase())) return { user: own };
  return {
    user: {
      objectId: own.objectId || (guid.test(azureAdUserId.trim()) ? azureAdUserId.trim() : ''),
      userPrincipalName: own.userPrincipalName || userPrincipalName.trim(),
      sid: own.sid || (onPremisesSid.test(userSid.trim()) ? userSid.trim() : ''),
    },
  };
}
