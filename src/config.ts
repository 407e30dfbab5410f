import * as v from 'valibot';
import { type Problem, ProblemError } from './lib/problem.ts';

/** The national clouds: https://learn.microsoft.com/graph/deployments and /entra/identity-platform/authentication-national-cloud */
const clouds = [
  { name: 'Global', graph: 'graph.microsoft.com', login: ['login.microsoftonline.com'], defender: true },
  {
    name: 'GCC High (L4)',
    graph: 'graph.microsoft.us',
    login: ['login.microsoftonline.us'],
    defender: false,
  },
  {
    name: 'DoD (L5)',
    graph: 'dod-graph.microsoft.us',
    login: ['login.microsoftonline.us'],
    defender: false,
  },
  {
    name: 'China (21Vianet)',
    graph: 'microsoftgraph.chinacloudapi.cn',
    login: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
    defender: false,
  },
] as const;

const guid = v.pipe(
  v.string(),
  v.regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'is not a GUID such as 00000000-0000-0000-0000-000000000000',
  ),
);
const url = v.pipe(v.string(), v.url('is not a URL'));

const configSchema = v.strictObject({
  clientId: guid,
  authority: url,
  graphBaseUrl: url,
  knownAuthorities: v.optional(v.array(v.string())),
  authorityMetadata: v.optional(
    v.strictObject({
      issuer: url,
      authorization_endpoint: url,
      token_endpoint: url,
      end_session_endpoint: url,
      jwks_uri: url,
    }),
  ),
});

/** Which tenant the build talks to: `config.json`, checked. */
export interface Config extends v.InferOutput<typeof configSchema> {
  /** `Global`, `GCC High (L4)`, …, or `Simulated`. */
  readonly cloud: string;
  /** The tenant's id, or `organizations`/`common`, from the authority's path. */
  readonly tenant: string;
  readonly simulated: boolean;
  /** Incident tasks exist in the global cloud only. */
  readonly hasDefender: boolean;
  /** Origins that the page may reach: Graph's, and the sign-in's. */
  readonly graphOrigin: string;
  readonly loginOrigin: string;
  /** Put before a scope's short name: '' where Graph is the default resource of the cloud. */
  readonly scopePrefix: string;
}

const advice =
  'config.json tells Actiondesk which tenant to use. See “Set up your tenant” in the README. npm start provides one for the simulated tenant.';

function refuse(detail: string): never {
  const problem: Problem = {
    kind: 'badInput',
    title: 'config.json can’t be used',
    advice,
    code: 'config',
    raw: detail,
  };
  throw new ProblemError(problem);
}

/** Hosts that a simulator may have: this computer's own, by name or number. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '[::1]' || host.endsWith('.localhost');
}

/**
 * Checks a parsed config.json against its shape and against the hosts compiled in, so that a wrong or planted file
 * cannot send a token elsewhere.
 *
 * @throws ProblemError that names the key and what is wrong with it.
 */
export function readConfig(json: unknown): Config {
  const parsed = v.safeParse(configSchema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    refuse(`${v.getDotPath(issue) ?? 'config.json'}: ${issue.message}`);
  }
  const config = parsed.output;
  const graph = new URL(config.graphBaseUrl);
  const authority = new URL(config.authority);
  const tenant = authority.pathname.split('/')[1] ?? '';
  if (tenant === '') refuse('authority: the tenant id is missing at its end');
  if (config.graphBaseUrl !== `${graph.origin}/beta`) refuse('graphBaseUrl: must end with /beta');

  if (isLoopback(graph.hostname)) return readSimulated(config, graph, authority, tenant);

  const cloud = clouds.find((candidate) => candidate.graph === graph.host);
  if (!cloud) refuse(`graphBaseUrl: ${graph.host} is not a Microsoft Graph host`);
  if (graph.protocol !== 'https:' || authority.protocol !== 'https:')
    refuse('authority, graphBaseUrl: must be https');
  if (!(cloud.login as readonly string[]).includes(authority.host)) {
    refuse(`authority: ${authority.host} is not the sign-in host of the cloud ${cloud.name}`);
  }
  if (config.authorityMetadata || config.knownAuthorities) {
    refuse('authorityMetadata, knownAuthorities: only for a simulated tenant');
  }
  return {
    ...config,
    cloud: cloud.name,
    tenant,
    simulated: false,
    hasDefender: cloud.defender,
    graphOrigin: graph.origin,
    loginOrigin: authority.origin,
    scopePrefix: cloud.name === 'Global' ? '' : `${graph.origin}/`,
  };
}

function readSimulated(
  config: v.InferOutput<typeof configSchema>,
  graph: URL,
  authority: URL,
  tenant: string,
): Config {
  const endpoints = Object.values(config.authorityMetadata ?? {});
  const known = (config.knownAuthorities ?? []).map((host) => {
    if (!URL.canParse(`http://${host}`)) refuse(`knownAuthorities: ${host} is not a host`);
    return new URL(`http://${host}`).hostname;
  });
  const hosts = [authority.hostname, ...known, ...endpoints.map((endpoint) => new URL(endpoint).hostname)];
  if (endpoints.length === 0) refuse('authorityMetadata: is missing for a simulated tenant');
  const foreign = hosts.find((host) => !isLoopback(host));
  if (foreign !== undefined)
    refuse(
      `authority, knownAuthorities, authorityMetadata: ${foreign} is not on this computer, although graphBaseUrl is`,
    );
  return {
    ...config,
    cloud: 'Simulated',
    tenant,
    simulated: true,
    hasDefender: true,
    graphOrigin: graph.origin,
    loginOrigin: new URL(config.authorityMetadata?.token_endpoint ?? graph.href).origin,
    scopePrefix: '',
  };
}

export interface LoadedConfig extends Config {
  /** The time by the host's clock, in epoch ms, where the host says it. */
  readonly servedAt: number | undefined;
}

/**
 * Fetches and checks config.json.
 *
 * @throws ProblemError when it is missing, is no JSON, or is refused.
 */
export async function loadConfig(): Promise<LoadedConfig> {
  let response: Response;
  try {
    // Asked for as index.html preloads it; a difference, such as in credentials, would fetch it twice.
    response = await fetch('/config.json', { cache: 'no-store' });
  } catch {
    refuse('config.json couldn’t be loaded');
  }
  if (!response.ok) refuse(`config.json: the server answered ${response.status}`);
  let json: unknown;
  try {
    json = JSON.parse(await response.text());
  } catch {
    refuse('config.json: is not JSON');
  }
  const servedAt = Date.parse(response.headers.get('date') ?? '');
  return { ...readConfig(json), servedAt: Number.isNaN(servedAt) ? undefined : servedAt };
}
