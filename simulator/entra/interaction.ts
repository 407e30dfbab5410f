import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Persona } from '../tenants/personas.ts';
import { appName } from './client.ts';
import type { Directory } from './directory.ts';
import { describeError, OAuthError } from './oauth-error.ts';
import { answerErrorPage, answerPage } from './page.ts';
import { readSessionId, writeSessionId } from './session-cookie.ts';
import { decideNextStep, declined } from './sign-in.ts';
import {
  answerConsentPage,
  answerNeedsAdministratorPage,
  answerPersonaPage,
  answerProofPage,
} from './step-pages.ts';
import { clientInfo } from './token-response.ts';
import type { ReplyAddress, Transaction } from './transaction.ts';

type Answer = Response | Promise<Response>;

/**
 * Does what a sign-in needs next: shows a page, or sends the browser back with the result.
 * @param sessionId the browser's session, which may be newer than the cookie that came with this request
 */
export function continueSignIn(
  c: Context,
  directory: Directory,
  transaction: Transaction,
  sessionId = readSessionId(c, directory),
): Answer {
  const next = decideNextStep(directory, transaction, sessionId);
  if (next.kind === 'refused') return finishRefused(c, transaction, next.refusal);
  if (next.kind === 'done') return finishDone(c, directory, transaction, next.persona, next.proven);
  if (next.kind === 'choosePersona') {
    return answerPersonaPage(c, directory, transaction, directory.transactions.put(transaction));
  }
  const { persona } = next;
  const key = directory.transactions.put({ ...transaction, persona });
  switch (next.kind) {
    case 'consent':
      return answerConsentPage(c, directory, transaction, persona, next.scopes, key);
    case 'proveMore':
      return answerProofPage(c, directory, persona, key);
    case 'needsAdministrator':
      return answerNeedsAdministratorPage(c, directory, persona, key);
  }
}

/**
 * Takes the answer to a page. Each page can be answered once: its transaction goes on under a new key.
 * @param form `transaction`, and `persona` or `answer` by the button pressed
 */
export function takeAnswer(c: Context, directory: Directory, form: URLSearchParams): Answer {
  const transaction = directory.transactions.take(form.get('transaction') ?? '');
  if (transaction === undefined) {
    const refusal = new OAuthError(
      'invalid_request',
      50089,
      'Authentication failed due to flow token expired.',
    );
    return answerErrorPage(c, refusal, undefined);
  }
  const chosen = directory.personas.find(({ id }) => id === form.get('persona'));
  if (chosen !== undefined) {
    return continueSignIn(
      c,
      directory,
      { ...transaction, persona: chosen, accepted: false },
      signIn(c, directory, chosen, []),
    );
  }
  const { request, persona } = transaction;
  switch (form.get('answer')) {
    case 'cancel':
      return finishRefused(c, transaction, declined());
    case 'otherAccount':
      return answerPersonaPage(
        c,
        directory,
        transaction,
        directory.transactions.put({ ...transaction, persona: undefined, accepted: false }),
      );
    case 'approve':
      if (persona === undefined || request.kind === 'adminConsent' || request.claims.acr === undefined) break;
      return continueSignIn(c, directory, transaction, signIn(c, directory, persona, [request.claims.acr]));
    case 'accept':
      if (persona === undefined) break;
      if (persona.canConsent) grant(directory, persona, request, form.get('organisation') === 'on');
      return continueSignIn(c, directory, { ...transaction, accepted: true });
  }
  return continueSignIn(c, directory, transaction);
}

/** Signs the person in in this browser, in addition to whoever is. */
function signIn(c: Context, directory: Directory, persona: Persona, proven: readonly string[]): string {
  const sessionId = directory.sessions.signIn(readSessionId(c, directory), persona.id, proven);
  writeSessionId(c, directory, sessionId);
  return sessionId;
}

function grant(
  directory: Directory,
  persona: Persona,
  { kind, scopes }: Transaction['request'],
  forOrganisation: boolean,
): void {
  if (kind === 'adminConsent' || forOrganisation) directory.consents.grantToTenant(scopes.graph);
  else directory.consents.grantToPersona(persona.id, scopes.graph);
}

function finishDone(
  c: Context,
  directory: Directory,
  { request }: Transaction,
  persona: Persona,
  proven: readonly string[],
): Answer {
  if (request.kind === 'authorize') {
    const code = directory.codes.put({ request, persona, proven, redeemed: false });
    return sendBack(c, request.reply, {
      code,
      client_info: clientInfo(directory, persona),
      session_state: randomUUID(),
    });
  }
  if (request.kind === 'device') {
    request.grant.state = { kind: 'approved', persona, proven };
    const text = html`<p>You have signed in to ${appName} on your device. You can close this window.</p>`;
    return answerPage(c, undefined, appName, text);
  }
  if (request.reply === undefined) {
    const text = html`<p>Everybody in ${directory.tenantName} can use the app now. You can close this window.</p>`;
    return answerPage(c, undefined, 'Permissions granted', text);
  }
  return sendBack(c, request.reply, {
    admin_consent: 'True',
    tenant: directory.tenantId,
    scope: request.scopes.graph.map((scope) => `${request.scopes.prefix}${scope}`).join(' '),
  });
}

function finishRefused(c: Context, { request }: Transaction, refusal: OAuthError): Answer {
  if (request.reply !== undefined) return sendRefusalBack(c, request.reply, refusal);
  if (request.kind === 'device') request.grant.state = { kind: 'declined' };
  return answerPage(c, undefined, 'Permissions not granted', html`<p>${refusal.headline}</p>`);
}

/** Tells the app of a refusal. */
export function sendRefusalBack(c: Context, reply: ReplyAddress, refusal: OAuthError): Response {
  const { error, error_description, error_uri, suberror, claims } = describeError(
    refusal,
    reply.correlationId,
  );
  return sendBack(c, reply, { error, error_description, error_uri, suberror, claims });
}

function sendBack(c: Context, reply: ReplyAddress, result: Record<string, string | undefined>): Response {
  const url = new URL(reply.redirectUri);
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...result, state: reply.state })) {
    if (value !== undefined) params.set(name, value);
  }
  if (reply.responseMode === 'query') url.search = params.toString();
  else url.hash = params.toString();
  c.header('Cache-Control', 'no-store');
  // 303: whatever the method was, the app is fetched with GET.
  return c.redirect(url.href, 303);
}
