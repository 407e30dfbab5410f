import type { Persona } from '../tenants/personas.ts';
import { appClientId, appName, graphResourceId } from './client.ts';
import type { Directory } from './directory.ts';
import { OAuthError } from './oauth-error.ts';
import type { PersonRequest, Transaction } from './transaction.ts';

/** What a sign-in needs next. */
export type NextStep =
  | { readonly kind: 'choosePersona' }
  | { readonly kind: 'proveMore'; readonly persona: Persona }
  | { readonly kind: 'consent'; readonly persona: Persona; readonly scopes: readonly string[] }
  /** Only an administrator can go on; another person may sign in. */
  | { readonly kind: 'needsAdministrator'; readonly persona: Persona }
  | { readonly kind: 'refused'; readonly refusal: OAuthError }
  | { readonly kind: 'done'; readonly persona: Persona; readonly proven: readonly string[] };

/**
 * Decides how a sign-in goes on, from the request, the answers so far and who is signed in in this browser.
 * @param sessionId the session cookie's value
 */
export function decideNextStep(
  directory: Directory,
  transaction: Transaction,
  sessionId: string | undefined,
): NextStep {
  const persona = transaction.persona ?? personaOfSession(directory, transaction, sessionId);
  const { request } = transaction;
  if (request.kind !== 'adminConsent') {
    if (persona === undefined) {
      return request.prompt === 'none'
        ? refuse(noSilentSignIn(directory, request, sessionId))
        : { kind: 'choosePersona' };
    }
    return decideForPersona(directory, request, persona, transaction.accepted, sessionId);
  }
  if (persona === undefined) return { kind: 'choosePersona' };
  if (!persona.canConsent) return { kind: 'needsAdministrator', persona };
  if (!transaction.accepted) return { kind: 'consent', persona, scopes: request.scopes.graph };
  return { kind: 'done', persona, proven: directory.sessions.provenBy(sessionId, persona.id) };
}

function decideForPersona(
  directory: Directory,
  request: PersonRequest,
  persona: Persona,
  accepted: boolean,
  sessionId: string | undefined,
): NextStep {
  const silent = request.prompt === 'none';
  const wanted = request.scopes.graph;
  const toGrant =
    request.prompt === 'consent' && !accepted ? wanted : directory.consents.missingFor(persona.id, wanted);
  if (toGrant.length > 0) {
    if (silent) return refuse(consentRequired('consent_required'));
    // All of the app's permissions need an administrator.
    if (!persona.canConsent) {
      return refuse(new OAuthError('access_denied', 90094, 'The grant requires admin permission.'));
    }
  }
  const { acr } = request.claims;
  const proven = directory.sessions.provenBy(sessionId, persona.id);
  if (acr !== undefined && !proven.includes(acr)) {
    return silent
      ? refuse(stepUpRequired('interaction_required', request.claims.text))
      : { kind: 'proveMore', persona };
  }
  if (!accepted && (toGrant.length > 0 || request.prompt === 'consent')) {
    return { kind: 'consent', persona, scopes: toGrant };
  }
  return { kind: 'done', persona, proven };
}

/** Who goes on without being asked: the person hinted at, or the only one signed in. */
function personaOfSession(
  directory: Directory,
  { request }: Transaction,
  sessionId: string | undefined,
): Persona | undefined {
  const signedIn = directory.sessions.personasOf(sessionId);
  const findSignedIn = (persona: Persona | undefined) =>
    persona !== undefined && signedIn.includes(persona.id) ? persona : undefined;
  if (request.kind !== 'adminConsent') {
    if (request.prompt === 'select_account' || request.prompt === 'login') return undefined;
    if (request.hint !== undefined) return findSignedIn(directory.findPersona(request.hint));
  }
  return signedIn.length === 1
    ? findSignedIn(directory.personas.find(({ id }) => id === signedIn[0]))
    : undefined;
}

function noSilentSignIn(
  directory: Directory,
  request: PersonRequest,
  sessionId: string | undefined,
): OAuthError {
  return request.hint === undefined && directory.sessions.personasOf(sessionId).length > 1
    ? new OAuthError(
        'interaction_required',
        16000,
        'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
      )
    : new OAuthError('login_required', 50058, 'A silent sign-in request was sent but no user is signed in.');
}

/** @param error `consent_required` at the authorize endpoint, `invalid_grant` at the token endpoint */
export function consentRequired(error: 'consent_required' | 'invalid_grant'): OAuthError {
  return new OAuthError(
    error,
    65001,
    `The user or administrator has not consented to use the application with ID '${appClientId}' named '${appName}'. Send an interactive authorization request for this user and resource.`,
    { suberror: 'consent_required' },
  );
}

/**
 * @param error `interaction_required` at the authorize endpoint, `invalid_grant` at the token endpoint
 * @param claims what the client has to ask for interactively
 */
export function stepUpRequired(
  error: 'interaction_required' | 'invalid_grant',
  claims: string | undefined,
): OAuthError {
  return new OAuthError(
    error,
    50076,
    `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${graphResourceId}'.`,
    { suberror: 'basic_action', claims },
  );
}

/** The person pressed Cancel. */
export function declined(): OAuthError {
  return new OAuthError('access_denied', 65004, 'User declined to consent to access the app.');
}

function refuse(refusal: OAuthError): NextStep {
  return { kind: 'refused', refusal };
}
