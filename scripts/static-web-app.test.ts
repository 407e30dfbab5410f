import { expect, test } from 'vitest';
import { closedHeaders, headersFor, type Served, servedKind } from '../headers.ts';
import { staticWebAppConfig } from './static-web-app.ts';

const origins = {
  graphOrigin: 'https://graph.microsoft.com',
  loginOrigin: 'https://login.microsoftonline.com',
};
const file = staticWebAppConfig(origins);

/** What the host is documented to do: the first route that matches, over the global headers. */
function headersAt(path: string): Record<string, string> {
  const rule = file.routes.find(({ route }) => matches(route, path));
  return { ...file.globalHeaders, ...rule?.headers };
}

function matches(route: string, path: string): boolean {
  const [prefix = '', rest] = route.split('*');
  if (rest === undefined) return path === route;
  const extensions = /\{(.+)\}/.exec(rest)?.[1]?.split(',');
  return path.startsWith(prefix) && (extensions?.some((extension) => path.endsWith(`.${extension}`)) ?? true);
}

test.each<[string, Served]>([
  ['/', 'page'],
  ['/index.html', 'page'],
  ['/profiles', 'page'],
  ['/profiles/b7a5?tab=all', 'page'],
  ['/incident-tasks', 'page'],
  ['/redirect.html', 'bridge'],
  ['/config.json', 'config'],
  ['/assets/main-4f2a.js', 'asset'],
  ['/icon.svg', 'other'],
  ['/robots.txt', 'other'],
])('[SR-6] %s gets the headers that the project serves it with: %s', (path, kind) => {
  expect(servedKind(path.split('?')[0] ?? '')).toBe(kind);
  expect(headersAt(path)).toEqual(headersFor(kind, origins));
});

test('a path that no route foresees stays closed', () => {
  expect(file.globalHeaders).toMatchObject(closedHeaders);
  expect(file.globalHeaders['Content-Security-Policy']).toContain("default-src 'none'");
  expect(file.globalHeaders['X-Frame-Options']).toBe('DENY');
});

test('[SR-4] no global header can reach the bridge that it must not have', () => {
  expect(Object.keys(file.globalHeaders)).not.toContain('Cross-Origin-Opener-Policy');
  expect(headersAt('/redirect.html')).not.toHaveProperty('Cross-Origin-Opener-Policy');
  expect(headersAt('/redirect.html')['Content-Security-Policy']).toContain("frame-ancestors 'self'");
});

test('[B14 SR-8] a missing file is not answered with the page', () => {
  for (const path of ['/assets/gone.js', '/redirect.html', '/config.json', '/gone.svg']) {
    expect(
      file.navigationFallback.exclude.some((route) => matches(route, path)),
      path,
    ).toBe(true);
  }
  expect(file.navigationFallback.exclude.some((route) => matches(route, '/profiles/b7a5'))).toBe(false);
});

test('the file stays within the size that the host takes: 20 kB', () => {
  expect(JSON.stringify(file, null, 2).length).toBeLessThan(20_000);
});
