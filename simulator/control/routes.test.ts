import { describe, expect, it, vi } from 'vitest';
import { graphScopes } from '../entra/client.ts';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const profiles = '/deviceManagement/windowsDriverUpdateProfiles';

describe('tenants', () => {
  it('come and go, each with a config of its own', async () => {
    const { app } = createTestSimulator();
    const post = (body: unknown) =>
      app.request(`${simOrigin}/_sim/tenants`, { method: 'POST', body: JSON.stringify(body) });
    const created = await post({ name: 'e2e-1', seed: 'contoso' });
    expect(created.status).toBe(201);
    const { id, config, appOrigin } = await created.json();
    expect(appOrigin).toBe('http://e2e-1.localhost:4173');
    expect(config).toMatchObject({
      authority: `https://e2e-1.localhost:5001/${id}`,
      graphBaseUrl: 'http://e2e-1.localhost:5001/beta',
      knownAuthorities: ['e2e-1.localhost:5001'],
      authorityMetadata: { token_endpoint: `http://e2e-1.localhost:5001/${id}/oauth2/v2.0/token` },
    });
    expect((await post({ name: 'e2e-1', seed: 'contoso' })).status).toBe(409);
    expect((await post({ seed: 'empty' })).status).toBe(201);
    for (const body of [{}, { seed: 'huge' }, { seed: 'empty', color: 'red' }]) {
      expect((await post(body)).status).toBe(400);
    }
    const remove = () => app.request(`${simOrigin}/_sim/tenants/e2e-1`, { method: 'DELETE' });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  });

  it('are known by host: contoso by localhost as well', async () => {
    const { app } = createTestSimulator();
    const configAt = (name: string, host: string) =>
      app.request(`http://localhost:5001/_sim/tenants/${name}/config?host=${host}`);
    const config = await (await configAt('contoso', 'localhost')).json();
    expect(config.graphBaseUrl).toBe('http://localhost:5001/beta');
    expect((await configAt('large', 'localhost')).status).toBe(400);
  });

  it('are listed with their people', async () => {
    const { app } = createTestSimulator();
    const { tenants } = await (await app.request('http://localhost:5001/_sim/tenants')).json();
    expect(tenants.map(({ name }: { name: string }) => name)).toEqual([
      'contoso',
      'rings',
      'incidents',
      'strange',
      'empty',
      'large',
      'fleet',
      'many',
      'fabrikam',
    ]);
    expect(tenants.at(-1).personas[0]).toMatchObject({
      id: 'driver.admin',
      upn: 'driver.admin@fabrikam.example',
    });
  });
});

describe('steering a tenant', () => {
  it('moves its clock, and resets everything', async () => {
    const simulator = createTestSimulator();
    const { tenant, control } = simulator;
    const [profile] = tenant.intune.profiles();
    const before = tenant.clock.now();
    await control('POST', '/clock', { advanceMs: 3_600_000 });
    expect(tenant.clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    await control('PUT', '/latency', { ms: 5 });
    await control('POST', '/faults', { kind: 'html200' });
    await control('POST', '/overrides', { type: 'profile', id: profile?.record.id, patch: {} });
    expect((await control('POST', '/reset')).status).toBe(204);
    const { clock, faults, overrides, intune } = simulator.tenant;
    expect(clock.now() - before).toBeLessThan(3_600_000);
    expect([faults.latency, faults.list(), overrides.list()]).toEqual([0, [], []]);
    expect(intune.profiles()[0]).not.toBe(profile);
  });

  it('resets everything but who is signed in, where that is asked for', async () => {
    const simulator = createTestSimulator();
    const { sessions, refreshTokens } = simulator.tenant.directory;
    const token = await simulator.signIn('driver.admin');
    const session = sessions.signIn(undefined, 'driver.admin', []);
    const [persona] = simulator.tenant.personas;
    if (!persona) throw new Error('No person');
    const renewal = refreshTokens.issue({ persona, signedInAt: Date.now(), client: 'page', proven: [] });
    await simulator.control('POST', '/consent', { adminConsent: false });
    await simulator.control('POST', '/reset', { keepSignIns: true });
    expect(sessions.personasOf(session)).toEqual(['driver.admin']);
    expect(refreshTokens.find(renewal)).toBeDefined();
    expect(simulator.tenant.directory.consents.grantedTo('no.role')).toEqual(graphScopes);
    expect((await simulator.call(token, 'GET', profiles)).status).toBe(200);
    expect(simulator.tenant.log.requests).toHaveLength(1);
    await simulator.control('POST', '/reset');
    expect(sessions.personasOf(session)).toEqual([]);
    expect(refreshTokens.find(renewal)).toBeUndefined();
    expect((await simulator.control('POST', '/reset', { keep: true })).status).toBe(400);
  });

  it('leaves a request that is on its way to the tenant as it was before the reset', async () => {
    const simulator = createTestSimulator();
    const { tenant: before, control } = simulator;
    const token = await simulator.signIn('driver.admin');
    const [profile] = before.intune.profiles();
    await control('PUT', '/latency', { ms: 50 });
    const path = `${profiles}/${profile?.record.id}/syncInventory`;
    const answer = simulator.call(token, 'POST', path);
    await vi.waitFor(() => expect(before.log.requests).toHaveLength(1));
    await control('POST', '/reset', { keepSignIns: true });
    expect((await answer).status).toBe(204);
    expect(before.log.effects).toHaveLength(1);
    expect(simulator.tenant.log).toMatchObject({ requests: [], effects: [] });
    expect(simulator.tenant.intune.profiles()[0]?.syncEndsAt).toBeUndefined();
  });

  it('takes faults and gives them back by id', async () => {
    const { control } = createTestSimulator();
    const added = await control('POST', '/faults', { kind: 'throttled', retryAfter: '5', times: 3 });
    expect(added.json).toMatchObject({ id: 'fault-1', phase: 'before', skip: 0, times: 3, hits: 0 });
    expect((await control('GET', '/faults')).json.faults).toHaveLength(1);
    expect((await control('DELETE', '/faults/fault-1')).status).toBe(204);
    expect((await control('DELETE', '/faults/fault-1')).status).toBe(404);
    const wrong = await control('POST', '/faults', { kind: 'serverError', status: 418 });
    expect(wrong.status).toBe(400);
    expect(wrong.json.error).toMatch(/^status: /);
  });

  it('overrides records as they are sent, however odd', async () => {
    const simulator = createTestSimulator();
    const { control, app } = simulator;
    const id = simulator.tenant.intune.profiles()[0]?.record.id ?? '';
    const token = await simulator.signIn('driver.admin');
    const patch = '{"displayName":"<img src=x>","newUpdates":"many","__proto__":{"polluted":true}}';
    await app.request(`${simOrigin}/_sim/tenants/fabrikam/overrides`, {
      method: 'POST',
      body: `{"type":"profile","id":"${id.toUpperCase()}","patch":${patch},"remove":["approvalType"]}`,
    });
    const headers = { authorization: `Bearer ${token}` };
    const response = await app.request(`${simOrigin}/beta${profiles}/${id}`, { headers });
    const text = await response.text();
    expect(text).toContain('"__proto__":{"polluted":true}');
    expect(JSON.parse(text)).toMatchObject({ displayName: '<img src=x>', newUpdates: 'many' });
    expect(JSON.parse(text)).not.toHaveProperty('approvalType');
    expect((await control('DELETE', '/overrides')).status).toBe(204);
    const { json } = await simulator.call(token, 'GET', `${profiles}/${id}`);
    expect(json.displayName).toBe('Pilot ring');
  });

  it('holds the claims of an app against what happened', async () => {
    const simulator = createTestSimulator();
    const { tenant, control } = simulator;
    const token = await simulator.signIn('driver.admin');
    const [profile] = tenant.intune.profiles();
    const id = profile?.record.id ?? '';
    const open = [...(profile?.drivers.values() ?? [])]
      .filter(({ record, script }) => record.approvalStatus === 'needsReview' && script === undefined)
      .map(({ record }) => record.id);
    const decline = (clientRequestId: string) =>
      simulator.call(
        token,
        'POST',
        `${profiles}/${id}/executeAction`,
        { actionName: 'decline', driverIds: open.slice(0, 2) },
        { 'client-request-id': clientRequestId },
      );
    await decline('one');
    await decline('two');
    expect(tenant.log.effects).toHaveLength(2);
    expect(tenant.log.noChanges).toMatchObject([{ clientRequestId: 'two' }, { clientRequestId: 'two' }]);
    const claim = {
      kind: 'driverAction',
      targetId: id.toUpperCase(),
      action: 'decline',
      clientRequestIds: ['one'],
    };
    const { json } = await control('POST', '/verdict', {
      claims: [
        { ...claim, itemId: open[0], outcome: 'confirmed', clientRequestIds: ['one', 'two'] },
        { ...claim, itemId: open[1], outcome: 'notApplied' },
        { ...claim, itemId: open[2], outcome: 'successful', clientRequestIds: [] },
        { ...claim, itemId: open[3], outcome: 'unknown' },
      ],
    });
    expect(json).toMatchObject({ items: 4, open: 1, lost: 0, doubled: 1, misreported: 2, unclaimed: 0 });
    expect(json.details).toContainEqual({
      judgement: 'doubled',
      targetId: id.toUpperCase(),
      itemId: open[0],
      text: expect.stringContaining('again'),
    });
    const wrong = await control('POST', '/verdict', { claims: [{ ...claim, outcome: 'confirmed' }] });
    expect([wrong.status, wrong.json.error]).toEqual([400, expect.stringContaining('claims.0.itemId')]);
  });

  it('revokes, withdraws consent, and shows and clears the log', async () => {
    const simulator = createTestSimulator();
    const { control } = simulator;
    const token = await simulator.signIn('driver.admin');
    await simulator.call(token, 'GET', profiles);
    await control('POST', '/revoke', { accessTokens: true });
    expect((await simulator.call(token, 'GET', profiles)).status).toBe(401);
    const { json } = await control('GET', '/log');
    expect(json).toMatchObject({ requests: [{ status: 200 }, { status: 401 }], effects: [], violations: [] });
    expect((await control('DELETE', '/log')).status).toBe(204);
    expect((await control('GET', '/log')).json.requests).toEqual([]);
    await control('POST', '/consent', { adminConsent: false });
    expect(simulator.tenant.directory.consents.grantedTo('driver.admin')).toEqual([]);
  });

  it('refuses other sites, and names that merely point here', async () => {
    const { app } = createTestSimulator();
    const asked = (url: string, origin?: string) =>
      app.request(url, origin === undefined ? {} : { headers: { origin } });
    expect((await asked('http://localhost:5001/_sim/tenants', 'https://evil.example')).status).toBe(403);
    expect((await asked('http://localhost:5001/_sim/tenants', 'null')).status).toBe(403);
    expect((await asked('http://evil.example:5001/_sim/tenants')).status).toBe(403);
    expect((await asked('http://localhost:5001/_sim/tenants', 'http://localhost:5001')).status).toBe(200);
  });
});
