import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLoopback, loadConfig, readConfig } from './config.ts';
import { type Problem, toProblem } from './lib/problem.ts';

const tenant = '11111111-2222-3333-4444-555555555555';
const clientId = '00000000-1111-2222-3333-444444444444';

const real = {
  clientId,
  authority: `https://login.microsoftonline.com/${tenant}`,
  graphBaseUrl: 'https://graph.microsoft.com/beta',
};

const simulator = 'http://contoso.localhost:5001';
const metadata = {
  issuer: `${simulator}/${tenant}/v2.0`,
  authorization_endpoint: `${simulator}/${tenant}/oauth2/v2.0/authorize`,
  token_endpoint: `${simulator}/${tenant}/oauth2/v2.0/token`,
  end_session_endpoint: `${simulator}/${tenant}/oauth2/v2.0/logout`,
  jwks_uri: `${simulator}/${tenant}/discovery/v2.0/keys`,
};
const simulated = {
  clientId,
  authority: `https://contoso.localhost:5001/${tenant}`,
  graphBaseUrl: `${simulator}/beta`,
  knownAuthorities: ['contoso.localhost:5001'],
  authorityMetadata: metadata,
};

function refusalOf(json: unknown): Problem | undefined {
  try {
    readConfig(json);
    return undefined;
  } catch (error) {
    return toProblem(error);
  }
}

describe('a real tenant', () => {
  it('in the global cloud', () => {
    expect(readConfig(real)).toEqual({
      ...real,
      cloud: 'Global',
      tenant,
      simulated: false,
      hasDefender: true,
      graphOrigin: 'https://graph.microsoft.com',
      loginOrigin: 'https://login.microsoftonline.com',
      scopePrefix: '',
    });
  });

  it.each([
    ['GCC High (L4)', 'graph.microsoft.us', 'login.microsoftonline.us'],
    ['DoD (L5)', 'dod-graph.microsoft.us', 'login.microsoftonline.us'],
    ['China (21Vianet)', 'microsoftgraph.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
    ['China (21Vianet)', 'microsoftgraph.chinacloudapi.cn', 'login.chinacloudapi.cn'],
  ])('in %s has its own hosts, scopes of its own Graph, and no incident tasks', (cloud, graph, login) => {
    const config = readConfig({
      clientId,
      authority: `https://${login}/${tenant}`,
      graphBaseUrl: `https://${graph}/beta`,
    });
    expect(config).toMatchObject({
      cloud,
      hasDefender: false,
      simulated: false,
      scopePrefix: `https://${graph}/`,
      loginOrigin: `https://${login}`,
    });
  });

  it('is told apart from "organizations"', () => {
    const authority = 'https://login.microsoftonline.com/organizations/';
    expect(readConfig({ ...real, authority }).tenant).toBe('organizations');
  });
});

describe('a simulated tenant', () => {
  it('has everything on this computer', () => {
    expect(readConfig(simulated)).toMatchObject({
      cloud: 'Simulated',
      simulated: true,
      hasDefender: true,
      tenant,
      graphOrigin: simulator,
      loginOrigin: simulator,
    });
  });

  it.each(['localhost', '127.0.0.1', '[::1]', 'contoso.localhost', 'a.b.localhost'])('may be %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(['localhost.evil.example', 'evillocalhost', '127.0.0.1.evil.example', '10.0.0.1', '0.0.0.0', ''])(
    'may not be %j',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe('[SR-11] a config that is refused says which key is wrong', () => {
  const { clientId: _clientId, ...noClientId } = real;
  const { graphBaseUrl: _graphBaseUrl, ...noGraph } = real;
  const cases: readonly (readonly [what: string, json: unknown, said: RegExp])[] = [
    ['no object', null, /config\.json/],
    ['a list', [], /clientId|config\.json/],
    ['no clientId', noClientId, /^clientId: /],
    ['a clientId that is a name', { ...real, clientId: 'my-app' }, /^clientId: is not a GUID/],
    ['no graphBaseUrl', noGraph, /^graphBaseUrl: /],
    ['an authority that is no URL', { ...real, authority: tenant }, /^authority: is not a URL/],
    ['no tenant', { ...real, authority: 'https://login.microsoftonline.com' }, /^authority: the tenant id/],
    ['no version', { ...real, graphBaseUrl: 'https://graph.microsoft.com' }, /^graphBaseUrl: must end/],
    ['v1.0', { ...real, graphBaseUrl: 'https://graph.microsoft.com/v1.0' }, /^graphBaseUrl: must end/],
    ['a slash at the end', { ...real, graphBaseUrl: `${real.graphBaseUrl}/` }, /^graphBaseUrl: must end/],
    ['a password', { ...real, graphBaseUrl: 'https://a:b@graph.microsoft.com/beta' }, /^graphBaseUrl: /],
    ['a foreign Graph', { ...real, graphBaseUrl: 'https://evil.example/beta' }, /^graphBaseUrl: evil/],
    ['another port', { ...real, graphBaseUrl: 'https://graph.microsoft.com:8443/beta' }, /^graphBaseUrl: /],
    [
      'a look-alike',
      { ...real, graphBaseUrl: 'https://graph.microsoft.com.evil.example/beta' },
      /^graphBaseUrl: graph\.microsoft\.com\.evil/,
    ],
    [
      'Graph by http',
      { ...real, graphBaseUrl: 'http://graph.microsoft.com/beta' },
      /graphBaseUrl: must be https/,
    ],
    [
      'a sign-in by http',
      { ...real, authority: `http://login.microsoftonline.com/${tenant}` },
      /^authority, graphBaseUrl: must be https/,
    ],
    [
      'a foreign sign-in',
      { ...real, authority: `https://evil.example/${tenant}` },
      /^authority: evil\.example/,
    ],
    [
      'the sign-in of another cloud',
      { ...real, authority: `https://login.microsoftonline.us/${tenant}` },
      /^authority: login\.microsoftonline\.us is not .* Global$/,
    ],
    ['metadata for a real tenant', { ...real, authorityMetadata: metadata }, /^authorityMetadata, /],
    ['known authorities for a real tenant', { ...real, knownAuthorities: [] }, /knownAuthorities: only for/],
    ['a key of its own', { ...real, graphToken: 'x' }, /^graphToken: /],
    [
      'a key in the metadata',
      { ...simulated, authorityMetadata: { ...metadata, userinfo: 'x' } },
      /^authorityMetadata\.userinfo: /,
    ],
    ['no metadata', { ...simulated, authorityMetadata: undefined }, /^authorityMetadata: is missing/],
    [
      'a simulated Graph with a foreign sign-in',
      { ...simulated, authority: `https://evil.example/${tenant}` },
      /evil\.example is not on this computer/,
    ],
    [
      'a simulated Graph with a foreign token endpoint',
      { ...simulated, authorityMetadata: { ...metadata, token_endpoint: 'https://evil.example/token' } },
      /evil\.example is not on this computer/,
    ],
    ['a real Graph with a simulated sign-in', { ...real, authority: simulated.authority }, /^authority: /],
  ];

  it.each(cases)('%s', (_what, json, said) => {
    const refusal = refusalOf(json);
    expect(refusal).toMatchObject({ kind: 'badInput', code: 'config' });
    expect(refusal?.raw).toMatch(said);
  });
});

describe('loadConfig', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const load = (answer: () => Promise<Response>) => {
    const fetch = vi.fn(answer);
    vi.stubGlobal('fetch', fetch);
    return { fetch, loaded: loadConfig().then((config) => config, toProblem) };
  };

  it('reads the file afresh', async () => {
    const { fetch, loaded } = load(async () => Response.json(real));
    expect(await loaded).toMatchObject({ cloud: 'Global' });
    expect(fetch).toHaveBeenCalledWith('/config.json', { cache: 'no-store' });
  });

  it.each([
    ['Tue, 08 Dec 2026 12:00:00 GMT', Date.UTC(2026, 11, 8, 12)],
    ['soon', undefined],
    [undefined, undefined],
  ])('takes the time of the host from %s', async (date, servedAt) => {
    const { loaded } = load(async () => Response.json(real, { headers: date === undefined ? {} : { date } }));
    expect(await loaded).toMatchObject({ cloud: 'Global', servedAt });
  });

  it.each([
    ['it cannot be fetched', () => Promise.reject(new TypeError('Failed to fetch')), /couldn’t be loaded/],
    ['it is missing', async () => new Response('', { status: 404 }), /the server answered 404/],
    ['the app answers in its place', async () => new Response('<!doctype html>'), /is not JSON/],
    ['it is empty', async () => new Response(''), /is not JSON/],
    ['it is of another shape', async () => Response.json({}), /clientId/],
  ])('says that %s', async (_what, answer, said) => {
    const problem = await load(answer).loaded;
    expect(problem).toMatchObject({ kind: 'badInput', raw: expect.stringMatching(said) });
  });
});
