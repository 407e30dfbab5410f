import * as v from 'valibot';
import { graphPath } from '../lib/path.ts';
import type { Problem } from '../lib/problem.ts';
import type { ActionRequest, Graph, ReadOptions } from './client.ts';
import { listField, looseText, textsField } from './lists.ts';
import { idField, memberField, noRows, type Rows, readOne, readRows } from './rows.ts';
import { sameAgain } from './same-again.ts';
import type { SendHooks, Sent } from './sender.ts';
import { userScopes } from './user-scopes.ts';
import { type AccountAction, endpointOf } from './users.ts';

export const identityProviders = ['entraID', 'activeDirectory', 'okta'] as const;
export type IdentityProvider = (typeof identityProviders)[number];

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

/** By what an identity is found. */
export type IdentityKey = 'onPremisesSecurityIdentifier' | 'userPrincipalName';

/** Of a list that heeds the filter, one page is enough. */
const mostPages = 5;

/**
 * Finds the identities with this security identifier or sign-in name. Microsoft's page names no property that `$filter` takes:
 * what is found must be compared with what was asked for. A list that goes on and on has not heeded the filter: the rest of it
 * stays unread, and the rows are not complete.
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
  let read: Rows<IdentityAccount> = noRows;
  let left = mostPages;
  for await (const page of pages) {
    if (left === 0) return read;
    left -= 1;
    read = readRows(identitySchema, page, read);
  }
  return { ...read, isComplete: true };
}

/** @throws ProblemError `notFound` among others */
export async function getIdentityAccount(
  graph: Graph,
  id: string,
  options: Pick<ReadOptions, 'signal' | 'onWait'> = {},
): Promise<IdentityAccount> {
  const read = { scopes: userScopes.readIdentities, ...options };
  return readOne(identitySchema, await graph.read(graphPath(...root, id), read));
}

/** One account of an identity, and what is to be done to it. */
export interface InvokedAction {
  readonly identityId: string;
  /** The account's `identifier` in that directory. */
  readonly accountId: string;
  readonly identityProvider: IdentityProvider;
  readonly action: AccountAction;
}

/** The page says the first, Microsoft's list of permissions the second. */
type Spelling = 'invokeAction' | 'invokeActions';

/** What acts on an account. @throws ProblemError `badInput` for an id that could not be one */
export function invokeActionRequest(
  { identityId, accountId, action, identityProvider }: InvokedAction,
  spelling: Spelling = 'invokeAction',
): ActionRequest {
  const body = { accountId, action, identityProvider };
  return { method: 'POST', path: graphPath(...root, identityId, spelling), body };
}

/**
 * Acts on an account in Active Directory or Okta. Success (200) repeats what was asked for: reading the identity says what
 * came of the request. Where Microsoft Graph doesn't know the address, which has two spellings, the other one is tried.
 * https://learn.microsoft.com/graph/api/security-identityaccounts-invokeaction
 *
 * @param hooks.reread gives undefined where nothing is left to be sent
 */
export async function invokeAction(graph: Graph, invoked: InvokedAction, hooks: SendHooks): Promise<Sent> {
  const send = (spelling: Spelling) => {
    const request = invokeActionRequest(invoked, spelling);
    return graph.act(
      endpointOf(invoked.action),
      request,
      userScopes.actOnIdentities,
      sameAgain(hooks, request.body),
    );
  };
  const sent = await send('invokeAction');
  return sent.kind === 'rejected' && isNoSuchAddress(sent.answer.problem) ? send('invokeActions') : sent;
}

/** The identity itself was read a moment ago: what isn't found is the address. To ask once more does no harm. */
function isNoSuchAddress({ status }: Problem): boolean {
  return [400, 404, 405].some((code) => code === status);
}
