import { OAuthError } from './oauth-error.ts';

/** What the `claims` parameter asks of an access token. */
export interface ClaimsRequest {
  /** `xms_cc`: what the client can handle. MSAL sends `CP1` with every request. */
  readonly capabilities: readonly string[];
  /** An authentication context that the person must prove, such as `c1`. */
  readonly acr: string | undefined;
  /** The parameter as it came, to be echoed. */
  readonly text: string | undefined;
}

/**
 * Reads a `claims` parameter: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 * @throws OAuthError AADSTS9002313 if it is not a JSON object
 */
export function readClaims(text: string | undefined): ClaimsRequest {
  if (text === undefined || text === '') return { capabilities: [], acr: undefined, text: undefined };
  let claims: unknown;
  try {
    claims = JSON.parse(text);
  } catch {
    claims = undefined;
  }
  if (!isRecord(claims)) {
    throw new OAuthError(
      'invalid_request',
      9002313,
      'Invalid request. The claims parameter is not a JSON object.',
    );
  }
  const accessToken = claims.access_token;
  const wanted = isRecord(accessToken) ? accessToken : {};
  return { capabilities: valuesOf(wanted.xms_cc), acr: valuesOf(wanted.acrs)[0], text };
}

/** The `value` or `values` of one requested claim, as OpenID Connect writes them. */
function valuesOf(claim: unknown): readonly string[] {
  if (!isRecord(claim)) return [];
  const { value, values } = claim;
  return [value, ...(Array.isArray(values) ? values : [])].filter((item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
