import { createHash } from 'node:crypto';
import { requireClient, requireParameter } from './authorize-request.ts';
import { type ClaimsRequest, readClaims } from './claims-request.ts';
import { deviceGrantTypes, redeemDeviceCode } from './device-flow.ts';
import type { Directory } from './directory.ts';
import { OAuthError } from './oauth-error.ts';
import type { RefreshGrant } from './refresh-tokens.ts';
import { defaultScope, readScopes } from './scopes.ts';
import { consentRequired, stepUpRequired } from './sign-in.ts';
import { requirePage, requireScript, type TokenRequest } from './token-callers.ts';
import { answerApp, answerPerson, type TokenResponse } from './token-response.ts';

/** 90 days: https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime */
const scriptSeconds = 90 * 86_400;

/**
 * Exchanges a grant for tokens.
 * @throws OAuthError
 */
export async function answerTokenRequest(
  directory: Directory,
  request: TokenRequest,
): Promise<TokenResponse> {
  requireClient(directory, request.params);
  const grantType = requireParameter(request.params, 'grant_type');
  if (deviceGrantTypes.includes(grantType)) return redeemDeviceCode(directory, request);
  switch (grantType) {
    case 'authorization_code':
      return redeemCode(directory, request);
    case 'refresh_token':
      return redeemRefreshToken(directory, request);
    case 'password':
      return redeemPassword(directory, request);
    case 'client_credentials':
      return redeemSecret(directory, request);
    default:
      throw new OAuthError(
        'unsupported_grant_type',
        70003,
        `The app requested an unsupported grant type '${grantType}'.`,
      );
  }
}

async function redeemCode(directory: Directory, request: TokenRequest): Promise<TokenResponse> {
  const { params, origin } = request;
  requirePage(directory, request);
  const grant = directory.codes.get(requireParameter(params, 'code'));
  const verifier = requireParameter(params, 'code_verifier');
  const redirectUri = requireParameter(params, 'redirect_uri');
  if (grant === undefined) {
    throw new OAuthError(
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired.',
    );
  }
  if (grant.redeemed) {
    throw new OAuthError(
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  // A failed attempt uses the code up as well.
  grant.redeemed = true;
  const asked = grant.request;
  if (asked.reply.redirectUri !== redirectUri) {
    throw new OAuthError(
      'invalid_grant',
      500112,
      `The reply address '${redirectUri}' does not match the reply address '${asked.reply.redirectUri}' provided when requesting Authorization code.`,
    );
  }
  if (createHash('sha256').update(verifier).digest('base64url') !== asked.codeChallenge) {
    throw new OAuthError(
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  }
  const claims = readClaimsOf(params);
  requireProof(claims, grant.proven);
  return answerPerson(directory, origin, {
    persona: grant.persona,
    scopes: asked.scopes,
    nonce: asked.nonce,
    capabilities: [...new Set([...asked.claims.capabilities, ...claims.capabilities])],
    proven: grant.proven,
    refresh: { signedInAt: Date.now(), client: 'page' },
  });
}

/**
 * Every use gives a new refresh token. The old one stays good until its day is over, as Entra's does:
 * https://learn.microsoft.com/entra/identity-platform/refresh-tokens
 */
async function redeemRefreshToken(directory: Directory, request: TokenRequest): Promise<TokenResponse> {
  const { params, origin } = request;
  const token = requireParameter(params, 'refresh_token');
  const grant = directory.refreshTokens.find(token);
  if (grant === undefined) {
    throw new OAuthError('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
  }
  if (grant.client === 'page') requirePage(directory, request);
  else requireScript(request);
  const issuedOn = new Date(grant.signedInAt).toISOString();
  const revokedAt = directory.refreshTokens.revokedAt(token);
  if (revokedAt !== undefined) {
    throw new OAuthError(
      'invalid_grant',
      50173,
      `The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password. The grant was issued on '${issuedOn}' and the TokensValidFrom date (before which tokens are not valid) for this user is '${new Date(revokedAt).toISOString()}'.`,
    );
  }
  assertNotExpired(directory, grant);
  const scopes = readScopes(requireParameter(params, 'scope'));
  if (directory.consents.missingFor(grant.persona.id, scopes.graph).length > 0) {
    throw consentRequired('invalid_grant');
  }
  const claims = readClaimsOf(params);
  requireProof(claims, grant.proven);
  const { persona, proven, client } = grant;
  const signedInAt = client === 'page' ? grant.signedInAt : Date.now();
  const refresh = { signedInAt, client };
  return answerPerson(directory, origin, {
    persona,
    proven,
    scopes,
    capabilities: claims.capabilities,
    refresh,
  });
}

/** A page's day is over when it is over; a script's 90 days begin anew with each renewal. */
function assertNotExpired(directory: Directory, { client, signedInAt }: RefreshGrant): void {
  const age = Date.now() - signedInAt;
  const issuedOn = new Date(signedInAt).toISOString();
  if (client === 'script' && age >= scriptSeconds * 1000) {
    throw new OAuthError(
      'invalid_grant',
      700082,
      `The refresh token has expired due to inactivity. The token was issued on ${issuedOn} and was inactive for 90.00:00:00.`,
    );
  }
  if (client === 'page' && age >= directory.settings.refreshTokenSeconds * 1000) {
    throw new OAuthError(
      'invalid_grant',
      700084,
      `The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page. The token was issued on ${issuedOn}.`,
    );
  }
}

/** For scripts: any password will do. */
async function redeemPassword(directory: Directory, request: TokenRequest): Promise<TokenResponse> {
  const { params, origin } = request;
  requireScript(request);
  const username = requireParameter(params, 'username');
  requireParameter(params, 'password');
  const persona = directory.findPersona(username);
  if (persona === undefined) {
    throw new OAuthError(
      'invalid_grant',
      50034,
      `The user account ${username} does not exist in the ${directory.tenantId} directory. To sign into this application, the account must be added to the directory.`,
    );
  }
  const scopes = readScopes(requireParameter(params, 'scope'));
  if (directory.consents.missingFor(persona.id, scopes.graph).length > 0)
    throw consentRequired('invalid_grant');
  const claims = readClaimsOf(params);
  requireProof(claims, []);
  return answerPerson(directory, origin, {
    persona,
    scopes,
    capabilities: claims.capabilities,
    proven: [],
    refresh: { signedInAt: Date.now(), client: 'script' },
  });
}

/** For scripts without a person: any secret will do, and anything that a certificate signed. */
async function redeemSecret(directory: Directory, request: TokenRequest): Promise<TokenResponse> {
  const { params, origin } = request;
  requireScript(request);
  if (!params.get('client_secret') && !params.get('client_assertion')) {
    throw new OAuthError(
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  const scope = requireParameter(params, 'scope');
  if (!scope.endsWith(`/${defaultScope}`)) {
    throw new OAuthError(
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  return answerApp(directory, origin);
}

function readClaimsOf(params: URLSearchParams): ClaimsRequest {
  return readClaims(params.get('claims') ?? undefined);
}

function requireProof(claims: ClaimsRequest, proven: readonly string[]): void {
  if (claims.acr !== undefined && !proven.includes(claims.acr))
    throw stepUpRequired('invalid_grant', claims.text);
}
