import type { Context } from 'hono';
import { authorityMetadata } from './client.ts';
import type { Directory } from './directory.ts';
import { describeError, OAuthError } from './oauth-error.ts';

const deviceEndpointOf = (tokenEndpoint: string) => tokenEndpoint.replace(/token$/, 'devicecode');

/** https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#fetch-the-openid-configuration-document */
export function answerOpenIdConfiguration(origin: string, directory: Directory): object {
  const metadata = authorityMetadata(origin, directory.tenantId);
  return {
    ...metadata,
    device_authorization_endpoint: deviceEndpointOf(metadata.token_endpoint),
    response_modes_supported: ['query', 'fragment'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['none', 'client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'oid',
      'ver',
    ],
  };
}

/** Tells a client that an authority is genuine: the simulator vouches for its own host only. */
export function answerInstanceDiscovery(c: Context): Response {
  const endpoint = c.req.query('authorization_endpoint') ?? '';
  const here = new URL(c.req.url);
  const asked = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const tenant = asked?.pathname.split('/')[1];
  if (asked?.host !== here.host || !tenant) {
    const refusal = new OAuthError('invalid_instance', 50049, 'Unknown or invalid instance.');
    return c.json(describeError(refusal, c.req.header('client-request-id')), 400);
  }
  return c.json({
    tenant_discovery_endpoint: `${here.origin}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: here.host, preferred_cache: here.host, aliases: [here.host] }],
  });
}
