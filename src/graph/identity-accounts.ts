import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { ActionRequest, Graph } from './client.ts';
import { listField, looseText, textsField } from './lists.ts';
import { idField, memberField, type Rows, readOne, readRows } from './rows.ts';
import { sameAgain } from './same-again.ts';
import type { SendHooks, Sent } from './sender.ts';
import { userScopes } from './user-scopes.ts';

export const identityProviders = ['entraID', 'activeDirectory', 'okta'] as const;
export const identityActions = [
  'disable',
  'enable',
  'forcePasswordReset',
  'revokeAllSessions',
  'requireUserToSignInAgain',
  'markUserAsCompromised',
] as const;
export type IdentityAction = (typeof identityActions)[number];

/** https://learn.microsoft.com/graph/api/resources/security-account */
const accountSchema = v.object({
  identifier: idField,
  identityProvider: memberField(identityProviders),
  /** What may be done to it. */
  actions: textsField(50),
});

/** https://learn.microsoft.com/graph/api/resources/security-identityaccounts */
const identitySchema = v.object({
  id: idField,
  displayName: looseText,
  domain: looseText,
  userPrincipalName: looseText,
  isEnabled: v.fallback(v.nullish(v.boolean(), null), null),
  cloudSecurityIdentifier: looseText,
  onPremisesSecurityIdentifier: looseText,
  accounts: listField(accountSchema, 20),
});

/** A person as Defender for Identity knows one, with an account in each directory. */
export type IdentityAccount = v.InferOutput<typeof identitySchema>;

const root = ['security', 'identities', 'identityAccounts'] as const;

/** By what an identity is found. Microsoft's page names no property that `$filter` takes. */
export type IdentityKey = 'onPremisesSecurityIdentifier' | 'cloudSecurityIdentifier' | 'userPrincipalName';

/**
 * Finds the identities with this security identifier or sign-in name: the first page of them.
 * https://learn.microsoft.com/graph/api/security-identitycontainer-list-identityaccounts
 *
 * @throws ProblemError `consentNeeded` among others
 */
export async function findIdentityAccounts(
  graph: Graph,
  key: IdentityKey,
  value: string,
  signal?: AbortSignal,
): Promise<Rows<IdentityAccount>> {
  const pages = graph.readPages(graphPath(...root), {
    scopes: userScopes.readIdentities,
    // A quote inside of a text is doubled.
    query: { $filter: `${key} eq '${value.replaceAll("'", "''")}'` },
    signal,
  });
  for await (const page of pages) return { ...readRows(identitySchema, page), isComplete: true };
  return { rows: [], setAside: [], isComplete: true };
}

/** @throws ProblemError `notFound` among others */
export async function getIdentityAccount(
  graph: Graph,
  id: string,
  signal?: AbortSignal,
): Promise<IdentityAccount> {
  const body = await graph.read(graphPath(...root, id), { scopes: userScopes.readIdentities, signal });
  return readOne(identitySchema, body);
}

/** One account of an identity, and what is to be done to it. */
export interface InvokedAction {
  readonly identityId: string;
  /** The account's `identifier` in that directory. */
  readonly accountId: string;
  readonly identityProvider: (typeof identityProviders)[number];
  readonly action: IdentityAction;
}

/** The page says the first, Microsoft's list of permissions the second. */
export const invokeSpellings = ['invokeAction', 'invokeActions'] as const;
export type InvokeSpelling = (typeof invokeSpellings)[number];

/** What acts on an account. @throws ProblemError `badInput` for an id that could not be one */
export function invokeActionRequest(
  { identityId, accountId, action, identityProvider }: InvokedAction,
  spelling: InvokeSpelling = 'invokeAction',
): ActionRequest {
  const body = { accountId, action, identityProvider };
  return { method: 'POST', path: graphPath(...root, identityId, spelling), body };
}

const repeatable: readonly IdentityAction[] = ['revokeAllSessions', 'requireUserToSignInAgain'];

/**
 * Acts on an account in Entra ID or in Active Directory. Success (200) repeats what was asked for, with an id to follow it
 * by: reading the identity says what became of it.
 * https://learn.microsoft.com/graph/api/security-identityaccounts-invokeaction
 *
 * @param hooks.reread gives undefined where nothing is left to be sent
 */
export function invokeAction(
  graph: Graph,
  invoked: InvokedAction,
  hooks: SendHooks,
  spelling?: InvokeSpelling,
): Promise<Sent> {
  const request = invokeActionRequest(invoked, spelling);
  const endpoint = repeatable.includes(invoked.action) ? 'requestWork' : 'setState';
  return graph.act(endpoint, request, userScopes.actOnIdentities, sameAgain(hooks, request.body));
}
