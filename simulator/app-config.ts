import { appClientId, authorityMetadata } from './entra/client.ts';
import type { Tenant } from './tenants/tenant.ts';

/** The ports on localhost: of the app's web server, and of this simulator. */
export interface Ports {
  readonly appPort: number;
  readonly simPort: number;
  /** The simulator over TLS, where there is one. */
  readonly tlsPort?: number | undefined;
}

/** The app's config.json for a simulated tenant. */
export interface AppConfig {
  readonly clientId: string;
  /** Only a name: MSAL asks for https here, and takes the plain endpoints from the metadata. */
  readonly authority: string;
  readonly graphBaseUrl: string;
  readonly knownAuthorities: readonly string[];
  readonly authorityMetadata: object;
}

/** The hosts at which a tenant answers, its own first. */
export function hostsOf(tenant: Pick<Tenant, 'name'>): readonly [string, ...string[]] {
  const own = `${tenant.name}.localhost`;
  return tenant.name === 'contoso' ? [own, 'localhost'] : [own];
}

/** @param host one of {@link hostsOf}: the app and the simulator must share it, or a hidden iframe sees no session */
export function configOf(
  tenant: Pick<Tenant, 'id' | 'name'> & Partial<Pick<Tenant, 'graphOverTls'>>,
  ports: Ports,
  host: string,
): AppConfig {
  const authority = `${host}:${ports.simPort}`;
  return {
    clientId: appClientId,
    authority: `https://${authority}/${tenant.id}`,
    graphBaseUrl:
      tenant.graphOverTls && ports.tlsPort !== undefined
        ? `https://${host}:${ports.tlsPort}/beta`
        : `http://${authority}/beta`,
    knownAuthorities: [authority],
    authorityMetadata: authorityMetadata(`http://${authority}`, tenant.id),
  };
}
