import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph, ReadOptions } from './client.ts';
import { looseText } from './lists.ts';
import { idField, instantField, memberField, readOne, textField } from './rows.ts';
import { sameAgain } from './same-again.ts';
import type { SendHooks, Sent } from './sender.ts';
import { userScopes } from './user-scopes.ts';

const flag = v.fallback(v.nullish(v.boolean(), null), null);

/** https://learn.microsoft.com/graph/api/resources/user */
const userSchema = v.object({
  id: idField,
  displayName: textField,
  userPrincipalName: looseText,
  userType: looseText,
  /** Null where Graph does not say. */
  accountEnabled: flag,
  /** True of a user who comes from Active Directory. */
  onPremisesSyncEnabled: flag,
  onPremisesSecurityIdentifier: looseText,
  /** Sessions that began earlier have ended. */
  signInSessionsValidFromDateTime: v.fallback(instantField, null),
  lastPasswordChangeDateTime: v.fallback(instantField, null),
});

/**
 * A user of Entra ID, as far as response needs it. Whether a new password is asked for at the next sign-in is left out: the
 * permission to read a user doesn't cover `passwordProfile`.
 */
export type User = v.InferOutput<typeof userSchema>;

const selected = Object.keys(userSchema.entries).join(',');

type Options = Pick<ReadOptions, 'signal' | 'onWait'>;

/**
 * https://learn.microsoft.com/graph/api/user-get
 *
 * @param id object id, or sign-in name
 * @throws ProblemError `notFound` for a user of Active Directory alone, `consentNeeded` among others
 */
export async function getUser(graph: Graph, id: string, options: Options = {}): Promise<User> {
  const read = { scopes: userScopes.read, query: { $select: selected }, ...options };
  return readOne(userSchema, await graph.read(graphPath('users', id), read));
}

export const riskStates = [
  'none',
  'confirmedSafe',
  'remediated',
  'dismissed',
  'atRisk',
  'confirmedCompromised',
] as const;

/** https://learn.microsoft.com/graph/api/resources/riskyuser */
const riskSchema = v.object({
  id: idField,
  riskState: memberField(riskStates),
  riskLevel: looseText,
  riskLastUpdatedDateTime: v.fallback(instantField, null),
});

export type UserRisk = v.InferOutput<typeof riskSchema>;

const riskyUsers = ['identityProtection', 'riskyUsers'] as const;

/**
 * https://learn.microsoft.com/graph/api/riskyuser-get
 *
 * @param id object id
 * @throws ProblemError `notFound` for a user whom nothing is held against, `consentNeeded` among others
 */
export async function getUserRisk(graph: Graph, id: string, options: Options = {}): Promise<UserRisk> {
  const read = { scopes: userScopes.risk, ...options };
  return readOne(riskSchema, await graph.read(graphPath(...riskyUsers, id), read));
}

/** What may be done to the account of a user, whatever directory keeps it; the names are those of Defender for Identity. */
export const accountActions = [
  'disable',
  'enable',
  'forcePasswordReset',
  'requireUserToSignInAgain',
  'markUserAsCompromised',
] as const;
export type AccountAction = (typeof accountActions)[number];

/** The permissions that an action on a user of Entra ID needs, the least that do. */
export const scopesOfUserAction: Readonly<Record<AccountAction, readonly string[]>> = {
  disable: userScopes.enable,
  enable: userScopes.enable,
  forcePasswordReset: userScopes.resetPassword,
  requireUserToSignInAgain: userScopes.revoke,
  markUserAsCompromised: userScopes.risk,
};

/**
 * What an action on a user of Entra ID sends. @throws ProblemError `badInput` for an id that could not be one
 *
 * @param id object id
 */
export function userActionRequest(id: string, action: AccountAction): ActionRequest {
  const path = graphPath('users', id);
  switch (action) {
    case 'disable':
    case 'enable':
      return { method: 'PATCH', path, body: { accountEnabled: action === 'enable' } };
    case 'forcePasswordReset':
      return { method: 'PATCH', path, body: { passwordProfile: { forceChangePasswordNextSignIn: true } } };
    case 'requireUserToSignInAgain':
      return { method: 'POST', path: `${path}/revokeSignInSessions` };
    case 'markUserAsCompromised':
      return {
        method: 'POST',
        path: graphPath(...riskyUsers, 'confirmCompromised'),
        body: { userIds: [id] },
      };
  }
}

/**
 * Acts on a user of Entra ID. Success is 200 for sessions, 204 for the rest, and neither proves an effect: reading the user
 * does.
 * https://learn.microsoft.com/graph/api/user-revokesigninsessions,
 * https://learn.microsoft.com/graph/api/user-update,
 * https://learn.microsoft.com/graph/api/riskyuser-confirmcompromised
 *
 * @param hooks.reread gives undefined where nothing is left to be sent
 */
export function actOnUser(graph: Graph, id: string, action: AccountAction, hooks: SendHooks): Promise<Sent> {
  const request = userActionRequest(id, action);
  return graph.act(endpointOf(action), request, scopesOfUserAction[action], sameAgain(hooks, request.body));
}

/** To end sessions twice ends those that began in between. */
export function endpointOf(action: AccountAction): 'requestWork' | 'setState' {
  return action === 'requireUserToSignInAgain' ? 'requestWork' : 'setState';
}
