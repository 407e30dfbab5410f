import { describe, expect, it } from 'vitest';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const path = '/security/incidentTasks';

describe('the gateway', () => {
  it('answers a preflight without a token, with the headers that Graph allows', async () => {
    const { app } = createTestSimulator();
    const response = await app.request(`${simOrigin}/beta${path}`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'Authorization, Content-Type, Prefer, client-request-id, ConsistencyLevel',
    );
  });

  it('lets the browser read Retry-After, WWW-Authenticate and request-id', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('soc.reader');
    const { headers } = await simulator.call(token, 'GET', path, undefined, { 'client-request-id': 'abc' });
    expect(headers.get('access-control-expose-headers')).toMatch(/request-id.*Retry-After.*WWW-Authenticate/);
    expect(headers.get('client-request-id')).toBe('abc');
    expect(headers.get('request-id')).toMatch(/^[\da-f-]{36}$/);
    expect(simulator.tenant.log.requests).toMatchObject([
      { method: 'GET', path, persona: 'soc.reader', status: 200, clientRequestId: 'abc', body: null },
    ]);
  });

  it.each([
    ['', 'Access token is empty.'],
    ['nonsense', expect.any(String)],
  ])('refuses the token %j', async (token, message) => {
    const simulator = createTestSimulator();
    const reply = await simulator.call(token, 'GET', path);
    expect(reply.status).toBe(401);
    expect(reply.headers.has('www-authenticate')).toBe(false);
    expect(reply.json).toMatchObject({ error: { code: 'InvalidAuthenticationToken', message } });
  });

  it('wants a content type with a body, and a path that can be decoded', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('global.admin');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
    const init = { method: 'PATCH', headers, body: '{"status":"open"}' };
    expect((await simulator.app.request(`${simOrigin}/beta${path}/213213`, init)).status).toBe(400);
    expect((await simulator.call(token, 'GET', `${path}/%E0%A4%A`)).status).toBe(400);
  });
});
