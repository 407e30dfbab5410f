import { randomUUID } from 'node:crypto';
import type { Persona } from '../tenants/personas.ts';
import { appClientId, appName, authorityMetadata, graphAudience, graphScopes } from './client.ts';
import { type Directory, loginHintOf } from './directory.ts';
import type { RefreshGrant } from './refresh-tokens.ts';
import type { RequestedScopes } from './scopes.ts';
import { type AccessTokenClaims, signToken } from './tokens.ts';

/** The token endpoint's answer: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
export interface TokenResponse {
  readonly token_type: 'Bearer';
  readonly scope?: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly id_token?: string;
  /** Base64url of `{ uid, utid }`, from which MSAL makes its account id. */
  readonly client_info?: string;
  readonly refresh_token?: string;
  /** Seconds. */
  readonly refresh_token_expires_in?: number;
}

/** Who gets tokens, and for what. */
export interface PersonGrant {
  readonly persona: Persona;
  readonly scopes: RequestedScopes;
  readonly nonce?: string | undefined;
  readonly capabilities: readonly string[];
  /** Authentication contexts the person has proven. */
  readonly proven: readonly string[];
  /** What a refresh token is to remember beside this, if one is asked for. */
  readonly refresh: Pick<RefreshGrant, 'signedInAt' | 'client'>;
}

/** @param origin the address this request came to, which the tokens name as their issuer */
export async function answerPerson(
  directory: Directory,
  origin: string,
  grant: PersonGrant,
): Promise<TokenResponse> {
  const { persona, scopes } = grant;
  const { accessTokenSeconds } = directory.settings;
  // Entra puts everything that was ever granted for the resource into the token, however little is asked for.
  const graph = directory.consents.grantedTo(persona.id);
  const oidc = scopes.oidc.filter((scope) => scope !== 'offline_access');
  const accessToken = await signToken(
    {
      ...commonClaims(directory, origin),
      idtyp: 'user',
      oid: persona.objectId,
      sub: persona.objectId,
      name: persona.displayName,
      upn: directory.upnOf(persona),
      scp: [...graph, ...oidc].join(' '),
      wids: persona.roles,
      ...(grant.proven.length > 0 ? { acrs: grant.proven } : {}),
      ...(grant.capabilities.length > 0 ? { xms_cc: grant.capabilities } : {}),
    } satisfies UnsignedClaims,
    accessTokenSeconds,
  );
  return {
    token_type: 'Bearer',
    // In the spelling of the request: MSAL looks a token up in its cache by these very words.
    scope: [...graph.map((scope) => `${scopes.prefix}${scope}`), ...oidc].join(' '),
    expires_in: accessTokenSeconds,
    ext_expires_in: accessTokenSeconds,
    access_token: accessToken,
    ...(oidc.includes('openid') ? { id_token: await signIdToken(directory, origin, grant) } : {}),
    client_info: clientInfo(directory, persona),
    ...refreshTokenFor(directory, grant),
  };
}

/** Tokens for the app itself, with all application permissions. */
export async function answerApp(directory: Directory, origin: string): Promise<TokenResponse> {
  const { accessTokenSeconds } = directory.settings;
  const accessToken = await signToken(
    {
      ...commonClaims(directory, origin),
      idtyp: 'app',
      oid: directory.servicePrincipalId,
      sub: directory.servicePrincipalId,
      name: appName,
      roles: graphScopes,
      wids: [],
    } satisfies UnsignedClaims,
    accessTokenSeconds,
  );
  return {
    token_type: 'Bearer',
    expires_in: accessTokenSeconds,
    ext_expires_in: accessTokenSeconds,
    access_token: accessToken,
  };
}

/** `client_info`, which goes along with codes and tokens. */
export function clientInfo(directory: Directory, persona: Persona): string {
  return Buffer.from(JSON.stringify({ uid: persona.objectId, utid: directory.tenantId })).toString(
    'base64url',
  );
}

type UnsignedClaims = Omit<AccessTokenClaims, 'iat' | 'exp'>;

function commonClaims(directory: Directory, origin: string) {
  return {
    aud: graphAudience,
    iss: `${origin}/${directory.tenantId}/`,
    appid: appClientId,
    tid: directory.tenantId,
    uti: randomUUID(),
    ver: '1.0',
    sim_epoch: directory.accessTokenEpoch(),
  };
}

function signIdToken(directory: Directory, origin: string, { persona, nonce }: PersonGrant): Promise<string> {
  return signToken(
    {
      aud: appClientId,
      iss: authorityMetadata(origin, directory.tenantId).issuer,
      sub: persona.objectId,
      oid: persona.objectId,
      tid: directory.tenantId,
      ver: '2.0',
      uti: randomUUID(),
      name: persona.displayName,
      preferred_username: directory.upnOf(persona),
      login_hint: loginHintOf(persona),
      sid: persona.objectId,
      // As when the app registration has `groupMembershipClaims` set to DirectoryRole.
      wids: persona.roles,
      ...(nonce === undefined ? {} : { nonce }),
    },
    3600,
  );
}

/** Only a page is told how long its refresh token lives. */
function refreshTokenFor(directory: Directory, { persona, scopes, proven, refresh }: PersonGrant) {
  if (!scopes.oidc.includes('offline_access')) return {};
  const refresh_token = directory.refreshTokens.issue({ persona, proven, ...refresh });
  if (refresh.client === 'script') return { refresh_token };
  const usedSeconds = Math.floor((Date.now() - refresh.signedInAt) / 1000);
  return {
    refresh_token,
    refresh_token_expires_in: Math.max(0, directory.settings.refreshTokenSeconds - usedSeconds),
  };
}
