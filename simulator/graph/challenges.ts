import { graphResourceId } from '../entra/client.ts';
import { revokedText } from '../entra/tokens.ts';
import { GraphRefusal } from './message.ts';

const authorize = 'https://login.microsoftonline.com/common/oauth2/authorize';
const resource = `realm="", authorization_uri="${authorize}", client_id="${graphResourceId}"`;

/** What every 401 of the gateway carries, as seen: where a client gets a token, and for which resource. */
export const bearerChallenge = `Bearer ${resource}`;

/** Of a kind of token that this app does not use: it may stand before the one that matters. */
export const popChallenge = `PoP ${resource}, nonce="eyJhbGciOiJub25lIn0="`;

/**
 * Asks for a token with certain claims: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 *
 * @param text the refusal, which the header repeats
 */
export function claimsChallenge(text: string, accessToken: object): string {
  const claims = Buffer.from(JSON.stringify({ access_token: accessToken })).toString('base64');
  return `${bearerChallenge}, error_description="${text}", error="insufficient_claims", claims="${claims}"`;
}

/** Only clients that declared `cp1` are sent claims challenges. */
export function takesChallenges(capabilities: readonly string[]): boolean {
  return capabilities.some((capability) => capability.toLowerCase() === 'cp1');
}

/**
 * What a token gets that was revoked before its time.
 *
 * @param revokedAt epoch ms: the next token must have been issued since
 */
export function revokedRefusal(capabilities: readonly string[], revokedAt: number): GraphRefusal {
  const challenge = takesChallenges(capabilities)
    ? claimsChallenge(revokedText, {
        nbf: { essential: true, value: `${Math.floor(revokedAt / 1_000)}` },
      })
    : bearerChallenge;
  return new GraphRefusal(401, 'InvalidAuthenticationToken', revokedText, { 'WWW-Authenticate': challenge });
}
