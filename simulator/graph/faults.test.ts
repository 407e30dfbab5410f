import { describe, expect, it } from 'vitest';
import { intuneMessage } from '../test-simulator.ts';
import { socketHeader } from './response.ts';
import { profiles, setUpFaults as setUp } from './test-faults.ts';

describe('when a fault strikes', () => {
  it('lets skip requests through, hits times, then stops', async () => {
    const { read } = await setUp({ kind: 'serverError', status: 500, skip: 1, times: 2 });
    const statuses = [];
    for (let sent = 0; sent < 5; sent += 1) statuses.push((await read()).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
  });

  it('looks at method and path, in any letter case', async () => {
    const { read, readTasks, approve } = await setUp(
      { kind: 'serverError', match: { method: 'post', path: 'EXECUTEaction' } },
      { kind: 'html200', match: { path: 'incidenttasks' } },
    );
    expect((await read()).status).toBe(200);
    expect((await approve()).status).toBe(503);
    expect((await readTasks()).headers.get('content-type')).toMatch(/^text\/html/);
  });

  it.each([
    ['before', 0],
    ['after', 4],
  ] as const)('%s the effect: %i drivers change', async (phase, effects) => {
    const { simulator, approve } = await setUp({ kind: 'serverError', status: 504, phase });
    expect((await approve()).status).toBe(504);
    expect(simulator.tenant.log.effects).toHaveLength(effects);
    expect(simulator.tenant.log.requests.at(-1)).toMatchObject({ status: 504, fault: 'fault-1' });
  });

  it('strikes by chance, the same requests for the same seed', async () => {
    const strike = async (seed: number) => {
      const { simulator } = await setUp({ kind: 'bare401', chance: 0.3, seed });
      const target = { place: 'graph', method: 'GET', path: profiles, isNextPage: false } as const;
      const take = () => simulator.tenant.faults.take({ ...target, token: { acrs: [] }, inBatch: false });
      return Array.from({ length: 200 }, () => take().fault !== undefined);
    };
    const first = await strike(7);
    const hits = first.filter(Boolean).length;
    expect(hits).toBeGreaterThan(40);
    expect(hits).toBeLessThan(80);
    expect(await strike(7)).toEqual(first);
    expect(await strike(8)).not.toEqual(first);
  });

  it('waits, together with another fault', async () => {
    const { read } = await setUp({ kind: 'latency', ms: 40 }, { kind: 'serverError' });
    const started = performance.now();
    expect((await read()).status).toBe(503);
    expect(performance.now() - started).toBeGreaterThanOrEqual(39);
  });
});

describe('what a fault answers', () => {
  it('throttles in the words of the gateway or of Intune', async () => {
    const gateway = await (await setUp({ kind: 'throttled', retryAfter: 'soon' })).read();
    expect(gateway.headers.get('retry-after')).toBe('soon');
    expect(gateway.json).toMatchObject({ error: { code: 'TooManyRequests', message: 'Too many requests.' } });
    const intune = await (await setUp({ kind: 'throttled', source: 'intune' })).read();
    expect(intune.headers.has('retry-after')).toBe(false);
    expect(intuneMessage(intune)).toMatch(/^An error has occurred - /);
  });

  it('hides a Retry-After from scripts', async () => {
    const shown = await (await setUp({ kind: 'throttled', retryAfter: '9' })).read();
    const hidden = await (await setUp({ kind: 'throttled', retryAfter: '9', hidden: true })).read();
    expect(hidden.headers.get('retry-after')).toBe('9');
    const exposed = [shown, hidden].map(({ headers }) => headers.get('access-control-expose-headers'));
    expect(exposed).toEqual([
      expect.stringContaining('Retry-After'),
      expect.not.stringContaining('Retry-After'),
    ]);
  });

  it("sends a proxy's page without Graph's headers", async () => {
    const reply = await (await setUp({ kind: 'serverError', status: 502, html: true })).read();
    expect(reply.status).toBe(502);
    expect(reply.headers.has('request-id')).toBe(false);
    expect(reply.headers.get('content-type')).toMatch(/^text\/html/);
  });

  it('asks a capable client for c1, and only such a one', async () => {
    const { read, simulator } = await setUp({ kind: 'claimsChallenge', pop: true });
    const bare = await read();
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, null]);

    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
    const capable = await simulator.signIn('global.admin', { claims });
    const challenge = (await simulator.call(capable, 'GET', profiles)).headers.get('www-authenticate') ?? '';
    expect(challenge).toMatch(/^PoP realm="".*, Bearer realm="".*error="insufficient_claims"/);
    const asked = Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(asked)).toEqual({ access_token: { acrs: { essential: true, value: 'c1' } } });
  });

  it('asks for c1 with a 403 too', async () => {
    const { simulator } = await setUp({ kind: 'claimsChallenge', status: 403 });
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
    const capable = await simulator.signIn('global.admin', { claims });
    const { status, headers, json } = await simulator.call(capable, 'GET', profiles);
    expect([status, json]).toEqual([403, { error: expect.objectContaining({ code: 'Forbidden' }) }]);
    expect(headers.get('www-authenticate')).toContain('insufficient_claims');
  });

  it('revokes the tokens issued so far at its first hit', async () => {
    const { read, readTasks, simulator } = await setUp({ kind: 'revoked', skip: 1 });
    expect([(await read()).status, (await read()).status, (await readTasks()).status]).toEqual([
      200, 401, 401,
    ]);
    const fresh = await simulator.signIn('global.admin');
    expect((await simulator.call(fresh, 'GET', profiles)).status).toBe(200);
    expect(simulator.tenant.log.requests.map(({ status }) => status)).toEqual([200, 401, 401, 200]);
  });

  it('challenges a capable client from that hit on', async () => {
    const { simulator } = await setUp({ kind: 'revoked' });
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
    const token = await simulator.signIn('global.admin', { claims });
    for (let hit = 0; hit < 2; hit += 1) {
      const { status, headers } = await simulator.call(token, 'GET', profiles);
      expect([status, headers.get('www-authenticate')]).toEqual([
        401,
        expect.stringContaining('insufficient_claims'),
      ]);
    }
  });

  it("forbids in each area's words", async () => {
    const { read, readTasks } = await setUp({ kind: 'forbidden', reason: 'scope' });
    expect(intuneMessage(await read())).toMatch(/must have one of the following scopes/);
    expect((await readTasks()).json).toMatchObject({
      error: { message: expect.stringMatching(/^Missing application scopes\./) },
    });
  });

  it('leaves ids out of executeAction alone', async () => {
    const { approve, read, driverIds, simulator } = await setUp({ kind: 'omitIds', count: 2, times: 1 });
    await read();
    expect((await approve()).json.successfulDriverIds).toEqual(driverIds.slice(2));
    expect(simulator.tenant.log.effects).toHaveLength(4);
  });

  it.each([
    ['closeConnection', 'close', null],
    ['truncate', 'truncate', 200],
  ] as const)('%s is left to the server', async (kind, socket, status) => {
    const { approve, simulator } = await setUp({ kind, phase: 'after' });
    expect((await approve()).headers.get(socketHeader)).toBe(socket);
    expect(simulator.tenant.log.effects).toHaveLength(4);
    expect(simulator.tenant.log.requests.at(-1)?.status).toBe(status);
  });
});

describe('Retry-After', () => {
  it('logs whoever comes too early, in the same lane', async () => {
    const { read, readTasks, approve, simulator } = await setUp({
      kind: 'throttled',
      retryAfter: '30',
      times: 1,
    });
    await read();
    await readTasks();
    await approve();
    expect(simulator.tenant.log.violations).toEqual([]);
    const { headers } = await read();
    expect(simulator.tenant.log.violations).toMatchObject([
      { rule: 'beforeRetryAfter', requestId: headers.get('request-id'), method: 'GET', path: profiles },
    ]);
  });

  it("comes with Graph's own throttling too", async () => {
    const { readTasks } = await setUp();
    for (let sent = 0; sent < 50; sent += 1) expect((await readTasks()).status).toBe(200);
    const refused = await readTasks();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
  });
});
