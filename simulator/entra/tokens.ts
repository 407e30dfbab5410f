import { decodeJwt, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { graphAudience } from './client.ts';
import type { AccessToken, Directory } from './directory.ts';
import { signingKeys } from './keys.ts';

/** Claims of an access token, as in https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
export interface AccessTokenClaims extends JWTPayload {
  readonly aud: string;
  readonly iss: string;
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
  readonly appid: string;
  readonly idtyp: 'user' | 'app';
  readonly oid: string;
  readonly tid: string;
  readonly name: string;
  readonly upn?: string;
  /** Delegated scopes, separated by spaces. */
  readonly scp?: string;
  /** Application permissions, in an app-only token. */
  readonly roles?: readonly string[];
  readonly wids: readonly string[];
  readonly acrs?: readonly string[];
  readonly xms_cc?: readonly string[];
  readonly uti: string;
  readonly ver: string;
  /** The simulator's own: how often the tenant's tokens had been revoked when this one was issued. Finer than `iat`. */
  readonly sim_epoch: number;
}

type TokenRefusal =
  | 'missing'
  | 'malformed'
  | 'expired'
  | 'notYetValid'
  | 'wrongAudience'
  | 'wrongTenant'
  | 'badSignature'
  | 'revoked';

export const revokedText =
  'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp';

/** Why Graph answers 401. The message is the one Graph gives. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: TokenRefusal;
  /** `xms_cc` of a token that was revoked: what its client can handle. */
  readonly capabilities: readonly string[];

  constructor(reason: TokenRefusal, message: string, capabilities: readonly string[] = []) {
    super(message);
    this.reason = reason;
    this.capabilities = capabilities;
  }
}

/** Signs claims for this process's Graph and apps; `iat`, `nbf` and `exp` are added. */
export async function signToken(claims: JWTPayload, lifetimeSeconds: number): Promise<string> {
  const { id, privateKey } = await signingKeys();
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: id })
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(privateKey);
}

/**
 * What Graph does with a bearer token before anything else. The issuer's address is not compared, since a tenant is
 * reached by more than one host name: signature and `tid` say where the token comes from.
 * @param token the header's value without `Bearer `; may be empty
 * @throws TokenRefused
 */
export async function verifyAccessToken(directory: Directory, token: string): Promise<AccessToken> {
  if (token === '') throw new TokenRefused('missing', 'Access token is empty.');
  const { publicKey } = await signingKeys();
  let claims: AccessTokenClaims;
  try {
    const verified = await jwtVerify<AccessTokenClaims>(token, publicKey, {
      algorithms: ['RS256'],
      audience: graphAudience,
    });
    claims = verified.payload;
  } catch (error) {
    throw refusalOf(error);
  }
  if (claims.tid !== directory.tenantId) {
    throw new TokenRefused('wrongTenant', `The tenant for tenant guid '${claims.tid}' does not exist.`);
  }
  if (claims.sim_epoch < directory.accessTokenEpoch()) {
    throw new TokenRefused('revoked', revokedText, claims.xms_cc);
  }
  const appOnly = claims.idtyp === 'app';
  return {
    tenantId: claims.tid,
    objectId: claims.oid,
    personaId: directory.personas.find((persona) => persona.objectId === claims.oid)?.id,
    name: claims.name,
    upn: claims.upn ?? '',
    scopes: new Set(appOnly ? claims.roles : claims.scp?.split(' ')),
    roles: claims.wids,
    appOnly,
    issuedAt: claims.iat,
    expiresAt: claims.exp,
    acrs: claims.acrs ?? [],
    capabilities: claims.xms_cc ?? [],
    appId: claims.appid,
  };
}

function refusalOf(error: unknown): TokenRefused {
  if (error instanceof errors.JWTExpired) {
    return new TokenRefused('expired', 'Lifetime validation failed, the token is expired.');
  }
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'nbf') {
    return new TokenRefused('notYetValid', 'Lifetime validation failed, the token is not yet valid.');
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new TokenRefused('wrongAudience', 'Access token validation failure. Invalid audience.');
  }
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed) {
    return new TokenRefused('badSignature', 'Access token validation failure. Invalid signature.');
  }
  if (error instanceof errors.JOSEError) {
    return new TokenRefused('malformed', 'CompactToken parsing failed with error code: 80049217');
  }
  throw error;
}

/** The `tid` a token claims, unverified: enough to find the tenant that then verifies it. */
export function tenantIdOfToken(token: string): string | undefined {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid : undefined;
  } catch {
    return undefined;
  }
}
