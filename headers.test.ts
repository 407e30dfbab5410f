import { describe, expect, it } from 'vitest';
import { closedHeaders, headersFor, requestedPath, type Served, servedFile, servedKind } from './headers.ts';

const origins = {
  graphOrigin: 'https://graph.microsoft.com',
  loginOrigin: 'https://login.microsoftonline.com',
};

const kinds: readonly Served[] = ['page', 'bridge', 'asset', 'config', 'other'];

/** The directives of a kind's policy: name → sources. */
function policyOf(kind: Served): ReadonlyMap<string, readonly string[]> {
  const text = headersFor(kind, origins)['Content-Security-Policy'] ?? '';
  return new Map(
    text.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );
}

describe('servedKind', () => {
  it.each([
    ['/', 'page'],
    ['/index.html', 'page'],
    ['/drivers/5d1f0a8e', 'page'],
    ['/incident-tasks', 'page'],
    ['/redirect.html', 'bridge'],
    ['/config.json', 'config'],
    ['/assets/index-a1b2.js', 'asset'],
    ['/assets/missing', 'asset'],
    ['/icon.svg', 'other'],
    ['/favicon.ico', 'other'],
    ['/other.html', 'page'],
    ['/assets/page.HTML', 'page'],
  ])('%s is %s', (path, kind) => {
    expect(servedKind(path)).toBe(kind);
  });

  it('names the file: the page for addresses of the app, and no page for a file that is missing', () => {
    expect(servedFile('/profiles/5d1f')).toBe('/index.html');
    expect(servedFile('/')).toBe('/index.html');
    expect(servedFile('/other.html')).toBe('/other.html');
    expect(servedFile('/assets/missing')).toBe('/assets/missing');
  });
});

describe('requestedPath', () => {
  it.each([
    ['/profiles?tab=all#x', '/profiles'],
    ['/%69ndex.html', '/index.html'],
    ['/%72edirect.html', '/redirect.html'],
    ['/assets/..%2findex.html', '/index.html'],
    ['/assets/./a//b.js', '/assets/a/b.js'],
    ['/..%2f..%2fpackage.json', '/package.json'],
    ['/%252e%252e/x', '/%2e%2e/x'],
    ['/%', '/%'],
    ['/profiles/%00', '/profiles/\u0000'],
    ['/profiles/%ff', '/profiles/%ff'],
    ['/profiles/b%C3%BCro', '/profiles/büro'],
  ])('%s is %s', (target, path) => {
    expect(requestedPath(target)).toBe(path);
  });

  it.each(['//', '//localhost/config.json', 'http://localhost/', '*', '', '/a%5c..%5cb'])(
    'refuses %j',
    (target) => {
      expect(requestedPath(target)).toBeUndefined();
    },
  );
});

it('every kind of file has a policy, and only the two pages may run anything', () => {
  for (const kind of ['asset', 'config', 'other'] as const)
    expect(headersFor(kind, origins)).toMatchObject(closedHeaders);
  expect(closedHeaders['Content-Security-Policy']).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
  expect(closedHeaders['Content-Security-Policy']).not.toMatch(/self|script/);
});

describe.each(['page', 'bridge'] as const)('the policy of the %s', (kind) => {
  const policy = policyOf(kind);

  it('[SR-3] denies what is not named', () => {
    for (const name of ['default-src', 'form-action', 'base-uri', 'object-src']) {
      expect(policy.get(name)).toEqual(["'none'"]);
    }
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(policy.get('trusted-types')).toEqual(["'none'"]);
  });

  it('[SR-2] has nothing unsafe and no wildcard', () => {
    const sources = [...policy.values()].flat();
    expect(sources.filter((source) => /unsafe|\*|^(https?|data|blob|ws):$/.test(source))).toEqual([]);
  });
});

describe('the page', () => {
  it('[SR-1] connects to itself, the sign-in and Graph alone', () => {
    expect(policyOf('page').get('connect-src')).toEqual(["'self'", origins.loginOrigin, origins.graphOrigin]);
    expect(policyOf('page').get('frame-src')).toEqual(["'self'", origins.loginOrigin]);
  });

  it('names an origin once where sign-in and Graph share it', () => {
    const both = { graphOrigin: 'http://localhost:5001', loginOrigin: 'http://localhost:5001' };
    const text = headersFor('page', both)['Content-Security-Policy'];
    expect(text).toContain("connect-src 'self' http://localhost:5001;");
  });

  it('[A22 M9 M18 SR-5] cannot be framed, nor reached by a window that opened it', () => {
    expect(policyOf('page').get('frame-ancestors')).toEqual(["'none'"]);
    expect(headersFor('page', origins)).toMatchObject({
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    });
  });
});

describe('the bridge', () => {
  it('[M9 SR-4] can be framed by the app, and has no COOP', () => {
    const headers = headersFor('bridge', origins);
    expect(policyOf('bridge').get('frame-ancestors')).toEqual(["'self'"]);
    expect(headers).not.toHaveProperty('Cross-Origin-Opener-Policy');
    expect(headers).toMatchObject({ 'X-Frame-Options': 'SAMEORIGIN', 'Cache-Control': 'no-store' });
  });

  it('connects to nothing', () => {
    expect(policyOf('bridge').has('connect-src')).toBe(false);
  });
});

it.each(kinds)('%s has the headers that every file has', (kind) => {
  const headers = headersFor(kind, origins);
  expect(headers).toMatchObject({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
  });
  expect(headers['Strict-Transport-Security']).toMatch(/^max-age=31536000; includeSubDomains$/);
  for (const feature of [
    'camera',
    'microphone',
    'geolocation',
    'usb',
    'serial',
    'payment',
    'clipboard-read',
  ]) {
    expect(headers['Permissions-Policy']).toContain(`${feature}=()`);
  }
});

it('[SR-9] keeps for ever only what is named by its content', () => {
  const caching = kinds.map((kind) => [kind, headersFor(kind, origins)['Cache-Control']]);
  expect(Object.fromEntries(caching)).toEqual({
    page: 'no-cache',
    bridge: 'no-store',
    asset: 'public, max-age=31536000, immutable',
    config: 'no-store',
    other: 'no-cache',
  });
});
