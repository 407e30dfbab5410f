import type { Graph, ReadOptions } from '../../graph/client.ts';
import {
  getIdentityAccount,
  type IdentityAccount,
  type IdentityProvider,
} from '../../graph/identity-accounts.ts';
import { type AccountAction, getUser, getUserRisk, type User } from '../../graph/users.ts';
import type { Instant } from '../../lib/instant.ts';
import { ProblemError, toProblem } from '../../lib/problem.ts';

/** The account of a user in one directory, and what tells a person who it is and how it stands. */
export interface Account {
  readonly via: IdentityProvider;
  /** What Graph's path names: the object id in Entra ID; of another directory, the id of the identity. */
  readonly targetId: string;
  /** What is changed: the object id in Entra ID; the account's identifier in another directory. */
  readonly accountId: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** "Member", "Guest"; '' outside Entra ID. */
  readonly userType: string;
  /** True of an account in Entra ID that Active Directory keeps. */
  readonly isSynced: boolean;
  /** Null where Graph doesn't show it, as with everything below. */
  readonly isEnabled: boolean | null;
  /** Sessions that began earlier have ended. */
  readonly sessionsFrom: Instant | null;
  readonly passwordFrom: Instant | null;
  /** Null where it was not asked for; `none`: nothing is held against the user. */
  readonly riskState: string | null;
}

/** Which account, and what is to be done to it: the risk is read only where it matters. */
export interface AccountRead {
  readonly action: AccountAction;
  readonly via: IdentityProvider;
  readonly targetId: string;
  readonly accountId: string;
}

type Options = Pick<ReadOptions, 'signal' | 'onWait'>;

/** Reads an account by its ids. @throws ProblemError `notFound` where it is gone, `consentNeeded` among others */
export async function readAccount(
  graph: Graph,
  { action, via, targetId, accountId }: AccountRead,
  options: Options = {},
): Promise<Account> {
  if (via === 'entraID')
    return accountInEntra(graph, await getUser(graph, targetId, options), action, options);
  const identity = await getIdentityAccount(graph, targetId, options);
  const isThere = identity.accounts.items.some(
    ({ identifier, identityProvider }) => identifier === accountId && identityProvider === via,
  );
  if (!isThere) throw new ProblemError(noAccount);
  return accountOfIdentity(identity, via, accountId);
}

const noAccount = {
  kind: 'notFound',
  title: 'The user no longer has this account',
  advice: 'Close this, and look at the user in Defender.',
} as const;

/** A user of Entra ID as an account, with the risk where an action is about it. @throws ProblemError */
export async function accountInEntra(
  graph: Graph,
  user: User,
  action: AccountAction,
  options: Options,
): Promise<Account> {
  const { id, displayName, userPrincipalName, userType } = user;
  const isAboutRisk = action === 'markUserAsCompromised';
  return {
    via: 'entraID',
    targetId: id,
    accountId: id,
    displayName,
    userPrincipalName,
    userType,
    isSynced: user.onPremisesSyncEnabled === true,
    isEnabled: user.accountEnabled,
    sessionsFrom: user.signInSessionsValidFromDateTime,
    passwordFrom: user.lastPasswordChangeDateTime,
    riskState: isAboutRisk ? await riskOf(graph, id, options) : null,
  };
}

export function accountOfIdentity(
  { id, displayName, userPrincipalName, isEnabled }: IdentityAccount,
  via: IdentityProvider,
  accountId: string,
): Account {
  return {
    via,
    targetId: id,
    accountId,
    displayName,
    userPrincipalName,
    userType: '',
    isSynced: false,
    isEnabled,
    sessionsFrom: null,
    passwordFrom: null,
    riskState: null,
  };
}

/** A user whom nothing was ever held against is no risky user. */
async function riskOf(graph: Graph, id: string, options: Options): Promise<string> {
  try {
    return (await getUserRisk(graph, id, options)).riskState;
  } catch (error) {
    if (toProblem(error).kind === 'notFound') return 'none';
    throw error;
  }
}
