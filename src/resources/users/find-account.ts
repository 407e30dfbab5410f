import type { Graph } from '../../graph/client.ts';
import {
  findIdentityAccounts,
  type IdentityAccount,
  type IdentityKey,
  type IdentityProvider,
} from '../../graph/identity-accounts.ts';
import { type AccountAction, getUser, type User } from '../../graph/users.ts';
import type { Instant } from '../../lib/instant.ts';
import { toProblem } from '../../lib/problem.ts';
import { showHidden } from '../../lib/visible-text.ts';
import { type Account, accountInEntra, accountOfIdentity } from './account.ts';
import type { UserRef } from './user-of-task.ts';

/** The account that an action is sent to, or why there is none. */
export type FoundAccount =
  | {
      readonly account: Account;
      /** When Entra ID last saw a new password, whatever directory keeps the account; null where it doesn’t say. */
      readonly passwordChanged: Instant | null;
    }
  | { readonly whyNot: string };

/** What Active Directory decides of the accounts that it keeps: Entra ID only follows. */
const keptOnPremises: readonly AccountAction[] = ['disable', 'enable', 'forcePasswordReset'];

/**
 * The account of a user that an action is sent to: the one in Entra ID, or for what Active Directory decides the one there.
 * Every read is compared with what was asked for, so that no other user is acted on.
 *
 * @throws ProblemError `consentNeeded` among others
 */
export async function findAccount(
  graph: Graph,
  user: UserRef,
  action: AccountAction,
  signal?: AbortSignal,
): Promise<FoundAccount> {
  const key = user.objectId || user.userPrincipalName;
  const inEntra = key === '' ? undefined : await orMissing(getUser(graph, key, { signal }));
  if (!inEntra) {
    // An object id names one user for good. Whoever goes by the same name now may be somebody else.
    return user.objectId === ''
      ? elsewhere(graph, user, action, signal)
      : { whyNot: 'Entra ID doesn’t know the user’s object id. The user may have been deleted' };
  }
  const whyNot = whyNotUser(inEntra, user);
  if (whyNot !== undefined) return { whyNot };
  const passwordChanged = inEntra.lastPasswordChangeDateTime;
  if (inEntra.onPremisesSyncEnabled !== true || !keptOnPremises.includes(action)) {
    return { account: await accountInEntra(graph, inEntra, action, { signal }), passwordChanged };
  }
  const sid = inEntra.onPremisesSecurityIdentifier;
  if (sid === '')
    return { whyNot: 'Active Directory keeps the account, and Entra ID doesn’t say which one it is' };
  const found = await onPremises(graph, 'onPremisesSecurityIdentifier', sid, action, signal);
  return 'account' in found ? { ...found, passwordChanged } : found;
}

/** Whoever Entra ID doesn't know may have an account of Active Directory or Okta alone. */
function elsewhere(
  graph: Graph,
  { sid, userPrincipalName }: UserRef,
  action: AccountAction,
  signal: AbortSignal | undefined,
): Promise<FoundAccount> {
  if (sid !== '') return onPremises(graph, 'onPremisesSecurityIdentifier', sid, action, signal);
  if (userPrincipalName !== '')
    return onPremises(graph, 'userPrincipalName', userPrincipalName, action, signal);
  return Promise.resolve({ whyNot: 'Entra ID doesn’t know the user' });
}

async function onPremises(
  graph: Graph,
  key: IdentityKey,
  value: string,
  action: AccountAction,
  signal: AbortSignal | undefined,
): Promise<FoundAccount> {
  const { rows, setAside, isComplete } = await findIdentityAccounts(graph, key, value, signal);
  const found = rows.filter((identity) => isSame(identity[key], value));
  // “None” and “exactly one” are said of all there is alone.
  const isWhole =
    isComplete && setAside.length === 0 && found.every(({ accounts }) => accounts.leftOut === 0);
  if (!isWhole)
    return { whyNot: 'Couldn’t be told apart: Defender for Identity gives accounts that can’t be read' };
  const accounts = found.flatMap((identity) => accountsOf(identity, action));
  const [account, ...others] = accounts;
  if (account && others.length === 0) return { account, passwordChanged: null };
  if (found.length === 0) return { whyNot: 'Defender for Identity doesn’t know the account' };
  return {
    whyNot: account
      ? 'The user has several accounts that it could be'
      : 'No account of the user takes this action',
  };
}

function accountsOf(identity: IdentityAccount, action: AccountAction): readonly Account[] {
  const providers: readonly IdentityProvider[] = ['activeDirectory', 'okta'];
  return identity.accounts.items.flatMap(({ identifier, identityProvider, actions }) => {
    const via = providers.find((provider) => provider === identityProvider);
    const takes = actions.some((name) => isSame(name, action));
    return via && takes ? [accountOfIdentity(identity, via, identifier)] : [];
  });
}

/** What of that which the task says of its user contradicts the one who was read; undefined where nothing does. */
function whyNotUser(read: User, { objectId, userPrincipalName, sid }: UserRef): string | undefined {
  const isNamed =
    (objectId === '' || isSame(read.id, objectId)) &&
    (userPrincipalName === '' || isSame(read.userPrincipalName, userPrincipalName));
  if (!isNamed)
    return `Entra ID knows the user as ${showHidden(read.userPrincipalName)}, and the task doesn’t`;
  const readSid = read.onPremisesSecurityIdentifier;
  // A user of Entra ID alone has none: then the object id must tell. A sign-in name may pass from one user to another.
  const isOther = readSid === '' ? objectId === '' : !isSame(readSid, sid);
  return sid !== '' && isOther
    ? 'Entra ID knows the user by another security identifier than the task'
    : undefined;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

async function orMissing(reading: Promise<User>): Promise<User | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (toProblem(error).kind === 'notFound') return undefined;
    throw error;
  }
}
