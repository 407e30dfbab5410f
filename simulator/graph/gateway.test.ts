import { describe, expect, it } from 'vitest';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const path = '/security/incidentTasks';

describe('the gateway', () => {
  it('answers a preflight without a token, with the headers that Graph allows', async () => {
    const { app } = createTestSimulator();
    const response = await app.request(`${simOrigin}/beta${path}`, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const allowed = response.headers.get('access-control-allow-headers')?.split(', ');
    expect(allowed).toEqual(expect.arrayContaining(['Authorization', 'Content-Type', 'client-request-id']));
    expect(allowed, "those of Microsoft's SDKs").toEqual(
      expect.arrayContaining(['SdkVersion', 'If-Match', 'Accept-Language', 'Retry-Attempt', 'User-Agent']),
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
    expect(reply.headers.get('www-authenticate')).toBe(
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
    );
    expect(reply.json).toMatchObject({ error: { code: 'InvalidAuthenticationToken', message } });
  });

  it.each([
    ['', 400, 'BadRequest'],
    ['text/plain', 415, 'UnsupportedMediaType'],
    ['application/x-www-form-urlencoded', 415, 'UnsupportedMediaType'],
    ['application/json; charset=utf-8', 200, undefined],
  ])('takes a body of the type %j: %i', async (type, status, code) => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('global.admin');
    const id = simulator.tenant.defender.tasks()[0]?.record.id;
    // Bytes, so that the request gets no type by itself.
    const body = new TextEncoder().encode('{"status":"open"}');
    const headers = { authorization: `Bearer ${token}`, ...(type === '' ? {} : { 'content-type': type }) };
    const address = `${simOrigin}/beta${path}/${id}`;
    const response = await simulator.app.request(address, { method: 'PATCH', headers, body });
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error?: { code: string } }; // an error where one is expected
    expect(error?.code).toBe(code);
  });

  it('refuses a batch of another type too, and a path that cannot be decoded', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('global.admin');
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' };
    const init = { method: 'POST', headers, body: '{"requests":[]}' };
    expect((await simulator.app.request(`${simOrigin}/beta/$batch`, init)).status).toBe(415);
    expect((await simulator.call(token, 'GET', `${path}/%E0%A4%A`)).status).toBe(400);
  });
});

describe('a revoked token', () => {
  async function callRevoked(fields: Record<string, string>) {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('soc.reader', fields);
    await simulator.control('POST', '/revoke', { accessTokens: true });
    return simulator.call(token, 'GET', path);
  }

  it('is answered with a challenge for a newer one', async () => {
    const before = Math.floor(Date.now() / 1_000);
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
    const reply = await callRevoked({ claims });
    const challenge = reply.headers.get('www-authenticate') ?? '';
    expect(reply.status).toBe(401);
    expect(challenge).toMatch(/^Bearer realm="".*error="insufficient_claims", claims="[^"]+"$/);
    const asked = JSON.parse(Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString());
    const { essential, value } = asked.access_token.nbf;
    expect(essential).toBe(true);
    expect(Number(value)).toBeGreaterThanOrEqual(before);
  });

  it('of a client that takes no challenges gets the plain 401', async () => {
    const { status, headers } = await callRevoked({});
    expect([status, headers.get('www-authenticate')]).toEqual([401, expect.not.stringContaining('claims')]);
  });
});

describe('versions', () => {
  const links = (json: Record<string, unknown>) => [json['@odata.context'], json['@odata.nextLink']];

  it('v1.0 has the incidents, less what beta alone has of them', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('soc.reader');
    const root = `${simOrigin}/v1.0`;
    const { status, json } = await simulator.call(token, 'GET', `${root}/security/incidents?$top=2`);
    expect(status).toBe(200);
    expect(links(json)).toEqual([
      `${root}/$metadata#security/incidents`,
      expect.stringMatching(`^${root}/security/incidents\\?`),
    ]);
    const [incident] = json.value as { id: string }[]; // a collection, or the next line fails
    expect(incident).toHaveProperty('summary');
    expect(incident).not.toHaveProperty('recommendedActions');
    const one = `/security/incidents/${incident?.id}`;
    expect((await simulator.call(token, 'GET', `${root}${one}?$select=recommendedActions`)).status).toBe(400);
    expect((await simulator.call(token, 'GET', `${one}?$select=recommendedActions`)).status).toBe(200);
  });

  it.each([
    ['/security/incidentTasks', 'incidentTasks'],
    ['/security/incidentTasks/1/executeResponseAction', 'incidentTasks'],
    ['/security/incidents/2972395/nothing', 'nothing'],
    ['/deviceManagement/windowsDriverUpdateProfiles', 'windowsDriverUpdateProfiles'],
    ['/elsewhere', 'elsewhere'],
  ])('v1.0 has no %s', async (unknown, segment) => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('global.admin');
    const reply = await simulator.call(token, 'GET', `${simOrigin}/v1.0${unknown}`);
    expect(reply.status).toBe(400);
    const message = `Resource not found for the segment '${segment}'.`;
    expect(reply.json).toMatchObject({ error: { code: 'BadRequest', message } });
  });

  it('others are unknown: JSON that a page can read', async () => {
    const { app } = createTestSimulator();
    for (const address of [`${simOrigin}/v2.0${path}`, `${simOrigin}/v1x0${path}`, `${simOrigin}/me`]) {
      const response = await app.request(address, { headers: { 'client-request-id': 'abc' } });
      expect(response.status).toBe(404);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      const requestId = response.headers.get('request-id');
      expect(await response.json()).toMatchObject({
        error: {
          code: 'ResourceNotFound',
          innerError: { 'request-id': requestId, 'client-request-id': 'abc' },
        },
      });
      const preflight = await app.request(address, { method: 'OPTIONS' });
      expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    }
  });
});
