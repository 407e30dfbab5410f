import { describe, expect, it } from 'vitest';
import { administrator, cloudUser, guest, hybridUser, serviceAccount } from '../seeds/users.ts';
import { minute } from '../tenants/clock.ts';
import type { PersonaId } from '../tenants/personas.ts';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const state =
  '$select=id,accountEnabled,signInSessionsValidFromDateTime,passwordProfile,onPremisesSyncEnabled,userType';

async function setUp(persona: PersonaId = 'soc.lead') {
  const simulator = createTestSimulator('incidents');
  const token = await simulator.signIn(persona);
  const read = async (upn: string) => (await simulator.call(token, 'GET', `/users/${upn}?${state}`)).json;
  const update = (upn: string, body: unknown) => simulator.call(token, 'PATCH', `/users/${upn}`, body);
  const revoke = (upn: string) => simulator.call(token, 'POST', `/users/${upn}/revokeSignInSessions`);
  const idOf = (upn: string) => simulator.tenant.users.find(upn)?.record.id ?? '';
  const confirm = (userIds: unknown, name = 'confirmCompromised') =>
    simulator.call(token, 'POST', `/identityProtection/riskyUsers/${name}`, { userIds });
  return { simulator, token, read, update, revoke, idOf, confirm };
}

describe('reading users', () => {
  it('finds one by id and by sign-in name, with the usual properties, and others on request', async () => {
    const { simulator, token, read, idOf } = await setUp('soc.reader');
    const reply = await simulator.call(token, 'GET', `/users/${hybridUser}`);
    expect([reply.status, reply.json]).toMatchObject([
      200,
      { '@odata.context': `${simOrigin}/beta/$metadata#users/$entity`, displayName: 'Megan Bowen' },
    ]);
    expect(reply.json).not.toHaveProperty('accountEnabled');
    expect((await simulator.call(token, 'GET', `/users/${idOf(hybridUser)}`)).json).toEqual(reply.json);
    expect(await read(hybridUser)).toMatchObject({ accountEnabled: true, onPremisesSyncEnabled: true });
    expect(await read(cloudUser)).toMatchObject({ onPremisesSyncEnabled: null });
    expect(await simulator.call(token, 'GET', `${simOrigin}/v1.0/users/${hybridUser}`)).toMatchObject({
      status: 200,
    });
  });

  it.each(['nobody@contoso.example', serviceAccount])('knows nothing of %s', async (upn) => {
    const { simulator, token } = await setUp();
    const reply = await simulator.call(token, 'GET', `/users/${upn}`);
    expect([reply.status, reply.json]).toMatchObject([404, { error: { code: 'Request_ResourceNotFound' } }]);
  });

  it('lists them, filtered and in pages', async () => {
    const { simulator, token } = await setUp();
    const list = async (query: string) => {
      const { status, json } = await simulator.call(token, 'GET', `/users?${query}`);
      return {
        status,
        names: ((json.value ?? []) as { displayName: string }[]).map((user) => user.displayName),
        json,
      };
    };
    expect((await list('')).names).toHaveLength(7);
    expect((await list(`$filter=userPrincipalName eq '${cloudUser.toUpperCase()}'`)).names).toEqual([
      'Adele Vance',
    ]);
    expect((await list("$filter=startswith(displayName,'me')")).names).toEqual(['Megan Bowen']);
    expect((await list('$top=2')).json['@odata.nextLink']).toContain('$skiptoken=');
    for (const query of ['$top=0', '$top=1000', '$filter=jobTitle eq 1', '$select=salary'])
      expect((await list(query)).status).toBe(400);
  });

  it('needs its scope, and no role', async () => {
    const { simulator } = await setUp();
    const nobody = await simulator.signIn('no.role');
    expect((await simulator.call(nobody, 'GET', `/users/${hybridUser}`)).status).toBe(200);
    const weak = await simulator.signInWithOnly('soc.lead', 'SecurityIncident.Read.All');
    expect(await simulator.call(weak, 'GET', `/users/${hybridUser}`)).toMatchObject({
      status: 403,
      json: { error: { code: 'Authorization_RequestDenied' } },
    });
  });
});

describe('revokeSignInSessions', () => {
  it('answers true, and moves the time from which sessions are good', async () => {
    const { simulator, read, revoke } = await setUp();
    const before = await read(hybridUser);
    expect(await revoke(hybridUser)).toMatchObject({ status: 200, json: { value: true } });
    expect((await read(hybridUser)).signInSessionsValidFromDateTime).not.toBe(
      before.signInSessionsValidFromDateTime,
    );
    await revoke(hybridUser);
    const revoked = { kind: 'userAction', userId: hybridUser, after: { sessionsRevoked: true } };
    expect(simulator.tenant.log.effects).toMatchObject([revoked, revoked]);
  });

  it('does nothing to a guest, and says true', async () => {
    const { simulator, revoke } = await setUp();
    expect(await revoke(encodeURIComponent(guest))).toMatchObject({ status: 200, json: { value: true } });
    expect(simulator.tenant.log.effects).toEqual([]);
    expect(simulator.tenant.log.noChanges).toHaveLength(1);
  });
});

describe('PATCH of a user', () => {
  it('disables and enables in Entra ID alone', async () => {
    const { simulator, read, update } = await setUp();
    expect((await update(hybridUser, { accountEnabled: false })).status).toBe(204);
    expect((await read(hybridUser)).accountEnabled).toBe(false);
    expect(simulator.tenant.users.find(hybridUser)?.record.activeDirectory?.isEnabled).toBe(true);
    expect((await update(hybridUser, { accountEnabled: false })).status).toBe(204);
    expect((await update(hybridUser, { accountEnabled: true })).status).toBe(204);
    expect(simulator.tenant.log.effects.map(({ action }) => action)).toEqual(['disable', 'enable']);
    expect(simulator.tenant.log.noChanges).toHaveLength(1);
  });

  it('forces a new password, but not of a user whose password is in Active Directory', async () => {
    const { read, update } = await setUp();
    const body = { passwordProfile: { forceChangePasswordNextSignIn: true } };
    expect((await update(cloudUser, body)).status).toBe(204);
    expect((await read(cloudUser)).passwordProfile).toMatchObject({ forceChangePasswordNextSignIn: true });
    expect(await update(hybridUser, body)).toMatchObject({
      status: 400,
      json: { error: { message: expect.stringContaining('on-premises mastered Directory Sync objects') } },
    });
  });

  it.each([
    [{ accountEnabled: 'no' }, 400],
    [{ passwordProfile: null }, 400],
    [{ passwordProfile: { forceChangePasswordNextSignIn: 1 } }, 400],
    [[], 400],
    [{ displayName: 'Other' }, 403],
  ])('refuses %j with %i, and does nothing', async (body, status) => {
    const { simulator, update } = await setUp();
    expect((await update(cloudUser, body)).status).toBe(status);
    expect(simulator.tenant.log.effects).toEqual([]);
  });

  it('needs the permission of each property', async () => {
    const { simulator } = await setUp();
    const path = `/users/${cloudUser}`;
    const can = await simulator.signInWithOnly('soc.lead', 'User.EnableDisableAccount.All');
    expect((await simulator.call(can, 'PATCH', path, { accountEnabled: false })).status).toBe(403);
    const body = { passwordProfile: { forceChangePasswordNextSignIn: true } };
    expect((await simulator.call(can, 'PATCH', path, body)).status).toBe(403);
    const password = await simulator.signInWithOnly('soc.lead', 'User-PasswordProfile.ReadWrite.All');
    expect((await simulator.call(password, 'PATCH', path, body)).status).toBe(204);
  });

  it('needs User Administrator, and Global Administrator for those who have a role themselves', async () => {
    for (const persona of ['soc.operator', 'soc.reader'] as const) {
      const { update, revoke } = await setUp(persona);
      expect((await update(cloudUser, { accountEnabled: false })).status).toBe(403);
      expect((await revoke(cloudUser)).status).toBe(403);
    }
    const { simulator, update } = await setUp();
    expect((await update(administrator, { accountEnabled: false })).status).toBe(403);
    const global = await simulator.signIn('global.admin');
    const path = `/users/${administrator}`;
    expect((await simulator.call(global, 'PATCH', path, { accountEnabled: false })).status).toBe(204);
  });

  it('meets faults, and is not seen by a read that lags behind', async () => {
    const { simulator, read, update } = await setUp();
    const match = { method: 'PATCH', path: '/users/' };
    await simulator.control('POST', '/faults', { kind: 'lateApply', ms: minute, match, times: 1 });
    expect((await update(cloudUser, { accountEnabled: false })).status).toBe(504);
    expect((await read(cloudUser)).accountEnabled).toBe(true);
    await simulator.control('POST', '/clock', { advanceMs: 2 * minute });
    expect((await read(cloudUser)).accountEnabled).toBe(false);
    await simulator.control('POST', '/faults', { kind: 'staleRead', ms: 5 * minute, times: 1 });
    expect((await read(cloudUser)).accountEnabled).toBe(true);
    await simulator.control('POST', '/faults', { kind: 'forbidden', reason: 'role', match, times: 1 });
    expect(await update(cloudUser, { accountEnabled: true })).toMatchObject({
      status: 403,
      json: { error: { code: 'Authorization_RequestDenied' } },
    });
  });
});

describe('risky users', () => {
  it('are confirmed as compromised by object id, and dismissed', async () => {
    const { simulator, token, idOf, confirm } = await setUp();
    const risk = async (upn: string) =>
      (await simulator.call(token, 'GET', `/identityProtection/riskyUsers/${idOf(upn)}`)).json;
    expect(await risk(hybridUser)).toMatchObject({ riskState: 'atRisk', userPrincipalName: hybridUser });
    expect((await confirm([idOf(hybridUser), idOf(cloudUser)])).status).toBe(204);
    expect(await risk(cloudUser)).toMatchObject({ riskState: 'confirmedCompromised', riskLevel: 'high' });
    const list = "/identityProtection/riskyUsers?$filter=riskState eq 'confirmedCompromised'";
    expect((await simulator.call(token, 'GET', list)).json.value).toHaveLength(2);
    expect((await confirm([idOf(cloudUser)], 'dismiss')).status).toBe(204);
    expect(await risk(cloudUser)).toMatchObject({ riskState: 'dismissed' });
    expect(simulator.tenant.log.effects.map(({ action, userId }) => [action, userId])).toEqual([
      ['confirmCompromised', idOf(hybridUser)],
      ['confirmCompromised', idOf(cloudUser)],
      ['dismissRisk', idOf(cloudUser)],
    ]);
  });

  it('refuse sign-in names, nobody and too many, and do nothing then', async () => {
    const { simulator, token, idOf, confirm } = await setUp();
    expect((await confirm([idOf(hybridUser), hybridUser])).status).toBe(404);
    for (const ids of [undefined, [], [7], Array.from({ length: 61 }, () => idOf(hybridUser))])
      expect((await confirm(ids)).status).toBe(400);
    expect(simulator.tenant.log.effects).toEqual([]);
    const nobodys = `/identityProtection/riskyUsers/${idOf(guest)}`;
    expect((await simulator.call(token, 'GET', nobodys)).status).toBe(404);
  });

  it('need Security Administrator to be judged, and a reader to be read', async () => {
    const { simulator, token, idOf, confirm } = await setUp('soc.operator');
    expect((await confirm([idOf(hybridUser)])).status).toBe(403);
    expect((await simulator.call(token, 'GET', '/identityProtection/riskyUsers')).status).toBe(200);
  });
});
