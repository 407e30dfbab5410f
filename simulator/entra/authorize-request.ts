import { readClaims } from './claims-request.ts';
import { appClientId } from './client.ts';
import type { Directory } from './directory.ts';
import { OAuthError } from './oauth-error.ts';
import { defaultScope, readScopes } from './scopes.ts';
import type { AdminConsentRequest, AuthorizeRequest, ReplyAddress } from './transaction.ts';

/** The registered redirect URIs: MSAL's bridge page, and the app itself. */
export function redirectUrisOf(directory: Directory): readonly string[] {
  return directory.appOrigins().flatMap((origin) => [`${origin}/redirect.html`, `${origin}/`]);
}

/**
 * @throws OAuthError AADSTS900144 if the parameter is missing or empty
 */
export function requireParameter(params: URLSearchParams, name: string): string {
  const value = params.get(name);
  if (value === null || value === '') {
    throw new OAuthError(
      'invalid_request',
      900144,
      `The request body must contain the following parameter: '${name}'.`,
    );
  }
  return value;
}

/** @throws OAuthError AADSTS700016 if `client_id` is not the app's */
export function requireClient(directory: Directory, params: URLSearchParams): void {
  const clientId = requireParameter(params, 'client_id');
  if (clientId.toLowerCase() === appClientId) return;
  throw new OAuthError(
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory '${directory.tenantName}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  );
}

/**
 * Finds out where a result may be sent.
 * @throws OAuthError if it may be sent nowhere, so that a page has to say what is wrong
 */
export function readReplyAddress(directory: Directory, params: URLSearchParams): ReplyAddress {
  requireClient(directory, params);
  const redirectUri = requireParameter(params, 'redirect_uri');
  if (!redirectUrisOf(directory).includes(redirectUri)) {
    throw new OAuthError(
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${appClientId}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal.`,
    );
  }
  return {
    redirectUri,
    responseMode: params.get('response_mode') === 'fragment' ? 'fragment' : 'query',
    state: params.get('state') ?? undefined,
    correlationId: params.get('client-request-id') ?? undefined,
  };
}

const prompts = ['none', 'select_account', 'login', 'consent'] as const;

/**
 * Reads the rest of a request to the authorize endpoint.
 * @throws OAuthError that belongs back at the app
 */
export function readAuthorizeRequest(params: URLSearchParams, reply: ReplyAddress): AuthorizeRequest {
  const responseType = requireParameter(params, 'response_type');
  if (responseType !== 'code') {
    throw new OAuthError(
      'unsupported_response_type',
      700051,
      `response_type '${responseType}' is not enabled for the application.`,
    );
  }
  const responseMode = params.get('response_mode') ?? 'query';
  if (responseMode !== 'fragment' && responseMode !== 'query') {
    throw new OAuthError('invalid_request', 90023, `Unsupported 'response_mode' value '${responseMode}'.`);
  }
  const codeChallenge = params.get('code_challenge') ?? '';
  if (codeChallenge === '' || params.get('code_challenge_method') !== 'S256') {
    throw new OAuthError(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  }
  const promptText = params.get('prompt') ?? undefined;
  const prompt = prompts.find((known) => known === promptText);
  if (prompt !== promptText) {
    throw new OAuthError('invalid_request', 90023, `Unsupported 'prompt' value '${promptText}'.`);
  }
  return {
    kind: 'authorize',
    reply,
    nonce: params.get('nonce') ?? undefined,
    scopes: readScopes(requireParameter(params, 'scope')),
    prompt,
    hint: params.get('login_hint') ?? params.get('sid') ?? undefined,
    claims: readClaims(params.get('claims') ?? undefined),
    codeChallenge,
  };
}

/**
 * Reads a request to the admin consent endpoint: https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 * Without `scope` it asks for the whole registration, as the first version of that endpoint does.
 * @throws OAuthError for an unknown client or scope
 */
export function readAdminConsentRequest(directory: Directory, params: URLSearchParams): AdminConsentRequest {
  requireClient(directory, params);
  const redirectUri = params.get('redirect_uri') ?? '';
  return {
    kind: 'adminConsent',
    reply: redirectUrisOf(directory).includes(redirectUri)
      ? {
          redirectUri,
          responseMode: 'query',
          state: params.get('state') ?? undefined,
          correlationId: params.get('client-request-id') ?? undefined,
        }
      : undefined,
    scopes: readScopes(params.get('scope') || defaultScope),
  };
}
