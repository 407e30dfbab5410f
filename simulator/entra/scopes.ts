import { appClientId, appName, graphResourceId, graphScopes } from './client.ts';
import { OAuthError } from './oauth-error.ts';

/** The `scope` parameter, read. */
export interface RequestedScopes {
  /** Of OpenID Connect: these need no consent here. */
  readonly oidc: readonly string[];
  /** Short names of Graph's scopes. */
  readonly graph: readonly string[];
  /** What stood before the Graph scopes ("https://graph.microsoft.com/"), empty for short names. */
  readonly prefix: string;
}

const oidcScopes: readonly string[] = ['openid', 'profile', 'email', 'offline_access'];

/** Stands for all permissions of the registration: https://learn.microsoft.com/entra/identity-platform/scopes-oidc */
export const defaultScope = '.default';

/**
 * Reads a `scope` parameter: names separated by spaces, with or without the address of Graph before them.
 * The address itself is not looked at, as each tenant's Graph has its own.
 * @throws OAuthError AADSTS650053 for a scope that the registration does not have
 */
export function readScopes(text: string): RequestedScopes {
  const oidc = new Set<string>();
  const graph = new Set<string>();
  let prefix = '';
  for (const requested of text.split(' ').filter((scope) => scope !== '')) {
    const nameAt = requested.lastIndexOf('/') + 1;
    const name = requested.slice(nameAt);
    if (oidcScopes.includes(name.toLowerCase())) {
      oidc.add(name.toLowerCase());
      continue;
    }
    prefix = requested.slice(0, nameAt);
    if (name === defaultScope) {
      for (const scope of graphScopes) graph.add(scope);
      continue;
    }
    const known = graphScopes.find((scope) => scope.toLowerCase() === name.toLowerCase());
    if (known === undefined) {
      throw new OAuthError(
        'invalid_client',
        650053,
        `The application '${appName}' (${appClientId}) asked for scope '${requested}' that doesn't exist on the resource '${graphResourceId}'. Contact the app vendor.`,
      );
    }
    graph.add(known);
  }
  return { oidc: [...oidc], graph: [...graph], prefix };
}
