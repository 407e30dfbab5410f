import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configOf } from '../simulator/app-config.ts';
import { serveApp } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'actiondesk-'));
const config = configOf({ id: '1', name: 'contoso' }, { appPort: 4173, simPort: 5001 }, 'localhost');
let server: Server;
let port: number;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  for (const name of ['index.html', 'redirect.html'])
    writeFileSync(join(folder, name), `<title>${name}</title>`);
  writeFileSync(join(folder, 'assets/main.js'), 'export {}');
  server = await serveApp({
    folder,
    port: 0,
    configFor: async (hostname) => (hostname === 'localhost' ? config : undefined),
  });
  port = (server.address() as AddressInfo).port; // a server on a port has no other kind of address
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** `fetch` would tidy the path up before it is sent. */
function get(path: string, method = 'GET', host = 'localhost') {
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
      });
      asked.on('error', reject);
      asked.end();
    },
  );
}

test.each([
  ['/', 'index.html'],
  ['/profiles/1', 'index.html'],
  ['/%69ndex.html', 'index.html'],
  ['/profiles/%E0%A4', 'index.html'],
  ['/profiles/%00', 'index.html'],
  ['/assets/..%2findex.html', 'index.html'],
  ['/assets/../index.html', 'index.html'],
  ['/%72edirect.html', 'redirect.html'],
])('%s is served as %s, with the policy of that page', async (path, name) => {
  const { status, headers, body } = await get(path);
  expect(status).toBe(200);
  expect(body).toContain(name);
  const framing = name === 'index.html' ? "frame-ancestors 'none'" : "frame-ancestors 'self'";
  expect(headers['content-security-policy']).toContain(framing);
  expect(headers['content-security-policy']).toContain("script-src 'self'");
  expect(headers['cache-control']).not.toContain('max-age');
});

test.each(['//localhost/config.json', '//', '/a%5cb'])('%s is refused', async (path) => {
  // With a foreign host: no address may stand in for the header.
  expect((await get(path, 'GET', 'evil.example')).status).toBe(400);
});

test('a foreign host is refused', async () => {
  expect((await get('/config.json', 'GET', 'evil.example')).status).toBe(404);
  expect((await get('/config.json', 'GET', 'a b')).status).toBe(400);
  expect((await get('/config.json')).status).toBe(200);
});

test.each(['POST', 'TRACE', 'OPTIONS', 'PUT', 'DELETE'])('%s is refused', async (method) => {
  const { status, headers, body } = await get('/', method);
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  expect(body).not.toContain('title');
});

test('HEAD is answered as GET, without the body', async () => {
  const { status, headers, body } = await get('/', 'HEAD');
  expect([status, body]).toEqual([200, '']);
  expect(headers['content-security-policy']).toContain("script-src 'self'");
});

test('a missing file is a 404 that nothing keeps, not the page', async () => {
  for (const path of ['/assets/gone.js', '/gone.svg', '/other.html', '/..%2f..%2fetc%2fhostname.txt']) {
    const { status, headers, body } = await get(path);
    expect([path, status, headers['cache-control'], body]).toEqual([path, 404, 'no-store', 'Not found']);
  }
});
