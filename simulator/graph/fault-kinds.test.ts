import { describe, expect, it } from 'vitest';
import { simOrigin } from '../test-simulator.ts';
import { socketHeader } from './response.ts';
import { profiles, setUpFaults as setUp } from './test-faults.ts';

const phases = [
  ['before', 0],
  ['after', 4],
] as const;

describe('refusals of any kind', () => {
  it.each([408, 409, 410, 412, 418, 421, 423, 425, 501, 505, 507, 509, 599])(
    '%i in Graph’s words, with an id',
    async (status) => {
      const { read } = await setUp({ kind: 'status', status });
      const reply = await read();
      expect([reply.status, reply.headers.has('request-id')]).toEqual([status, true]);
      expect(reply.json).toMatchObject({ error: { code: expect.stringMatching(/^[A-Z]\w+$/) } });
    },
  );

  it('with the code, the text and the Retry-After that are wanted', async () => {
    const { read } = await setUp({
      kind: 'status',
      status: 423,
      code: 'notAllowed',
      text: 'The profile is locked.',
      retryAfter: '1, 2',
    });
    const reply = await read();
    expect(reply.json).toMatchObject({ error: { code: 'notAllowed', message: 'The profile is locked.' } });
    expect(reply.headers.get('retry-after')).toBe('1, 2');
  });

  it("as a proxy's page", async () => {
    const { read } = await setUp({ kind: 'status', status: 407, html: true });
    const reply = await read();
    expect([reply.status, reply.headers.has('request-id')]).toEqual([407, false]);
    expect(reply.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it.each(phases)('%s the effect: %i drivers change', async (phase, effects) => {
    const { approve, simulator } = await setUp({ kind: 'status', status: 507, phase });
    expect((await approve()).status).toBe(507);
    expect(simulator.tenant.log.effects).toHaveLength(effects);
  });

  it('a bare 401 has no challenge, and the token stays good', async () => {
    const { read } = await setUp({ kind: 'bare401', times: 1 });
    const refused = await read();
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, null]);
    expect((await read()).status).toBe(200);
  });

  it('a challenge ends with its proof, or asks again for ever', async () => {
    const { simulator } = await setUp({ kind: 'claimsChallenge', times: 1 });
    // Nobody can prove anything over the password grant: the token is told apart by what a fault sees of it.
    const see = (acrs: readonly string[]) =>
      simulator.tenant.faults.take({
        place: 'graph',
        method: 'GET',
        path: profiles,
        isNextPage: false,
        token: { acrs },
        inBatch: false,
      }).fault?.kind;
    expect([see(['c1']), see([]), see([])]).toEqual([undefined, 'claimsChallenge', undefined]);
    await simulator.control('POST', '/faults', { kind: 'claimsChallenge', repeat: true });
    expect([see(['c1']), see(['c1'])]).toEqual(['claimsChallenge', 'claimsChallenge']);
  });
});

describe('what a browser’s rules make of it', () => {
  it.each(phases)('no CORS headers, %s the effect: %i drivers change', async (phase, effects) => {
    const { approve, simulator } = await setUp({ kind: 'noCors', phase });
    const reply = await approve();
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([502, null]);
    expect(simulator.tenant.log.effects).toHaveLength(effects);
  });

  it('fails the preflight of a path and method, and logs it; others pass', async () => {
    const { simulator } = await setUp({
      kind: 'preflightFail',
      match: { method: 'POST', path: 'executeAction' },
    });
    const ask = async (method: string, host = 'fabrikam') =>
      (
        await simulator.app.request(`http://${host}.localhost:5001/beta${profiles}/x/executeAction`, {
          method: 'OPTIONS',
          headers: { 'access-control-request-method': method, origin: 'http://fabrikam.localhost:4173' },
        })
      ).status;
    expect([await ask('GET'), await ask('POST', 'contoso'), await ask('POST')]).toEqual([204, 204, 500]);
    expect(simulator.tenant.log.requests).toMatchObject([
      { method: 'OPTIONS', status: 500, fault: 'fault-1', path: `${profiles}/x/executeAction` },
    ]);
  });

  it('plain localhost is contoso for a preflight', async () => {
    const { simulator } = await setUp();
    const fault = { method: 'POST', body: '{"kind":"preflightFail"}' };
    await simulator.app.request('http://localhost:5001/_sim/tenants/contoso/faults', fault);
    const preflight = await simulator.app.request(`http://localhost:5001/beta${profiles}`, {
      method: 'OPTIONS',
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([500, null]);
  });

  it.each([302, 307] as const)('redirects elsewhere with %i, and counts who follows', async (status) => {
    const { read, simulator } = await setUp({ kind: 'redirectElsewhere', status });
    const reply = await read();
    const location = reply.headers.get('location') ?? '';
    expect([reply.status, location]).toEqual([status, 'http://127.0.0.1:5001/elsewhere/fabrikam']);
    expect(new URL(location).origin).not.toBe(simOrigin);
    expect(simulator.tenant.log.elsewhere).toEqual([]);
    await simulator.app.request(location, { headers: { authorization: 'Bearer x' } });
    await simulator.app.request(location, { method: 'POST' });
    expect(simulator.tenant.log.elsewhere).toMatchObject([
      { method: 'GET', path: '/elsewhere/fabrikam', withToken: true },
      { method: 'POST', withToken: false },
    ]);
  });

  it.each([
    ['resetConnection', 'reset'],
    ['endConnection', 'end'],
    ['goaway', 'goaway'],
    ['refusedStream', 'refuse'],
    ['cancelledStream', 'cancel'],
  ] as const)('%s is left to the server', async (kind, socket) => {
    const { approve, simulator } = await setUp({ kind, phase: 'after' });
    expect((await approve()).headers.get(socketHeader)).toBe(socket);
    expect(simulator.tenant.log.effects).toHaveLength(4);
    expect(simulator.tenant.log.requests.at(-1)?.status).toBeNull();
  });

  it('items of a batch meet no fault of the connection', async () => {
    const { simulator, token } = await setUp(
      { kind: 'goaway', match: { path: '/deviceManagement' } },
      { kind: 'status', status: 502, html: true, match: { path: '/deviceManagement' } },
      { kind: 'status', status: 409, match: { path: '/deviceManagement' } },
    );
    const requests = [{ id: '1', method: 'GET', url: profiles }];
    const reply = await simulator.call(token, 'POST', '/$batch', { requests });
    expect(reply.json).toMatchObject({ responses: [{ id: '1', status: 409 }] });
  });
});
