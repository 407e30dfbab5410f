import { describe, expect, it } from 'vitest';
import { cloudUser, hybridUser, serviceAccount } from '../seeds/users.ts';
import type { PersonaId } from '../tenants/personas.ts';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';
import { directorySync } from './user-changes.ts';

const accounts = '/security/identities/identityAccounts';

async function setUp(persona: PersonaId = 'soc.lead') {
  const simulator = createTestSimulator('incidents');
  const token = await simulator.signIn(persona);
  const recordOf = (upn: string) => {
    const record = simulator.tenant.users.find(upn)?.record;
    if (!record) throw new Error(`No user ${upn}`);
    return record;
  };
  const read = async (upn: string) =>
    (await simulator.call(token, 'GET', `${accounts}/${recordOf(upn).identityId}`)).json;
  const onPremises = (upn: string, action: string) => ({
    accountId: recordOf(upn).activeDirectory?.objectId,
    action,
    identityProvider: 'activeDirectory',
  });
  const inEntra = (upn: string, action: string) => ({
    accountId: recordOf(upn).id,
    action,
    identityProvider: 'entraID',
  });
  const invoke = (upn: string, body: unknown, name = 'invokeAction') =>
    simulator.call(token, 'POST', `${accounts}/${recordOf(upn).identityId}/${name}`, body);
  return { simulator, token, recordOf, read, onPremises, inEntra, invoke };
}

describe('identity accounts', () => {
  it('name the accounts of a user in each directory, with what may be done to each', async () => {
    const { read, recordOf } = await setUp();
    expect(await read(hybridUser)).toMatchObject({
      '@odata.context': `${simOrigin}/beta/$metadata#security/identities/identityAccounts/$entity`,
      '@odata.type': '#microsoft.graph.security.user',
      isEnabled: true,
      userPrincipalName: hybridUser,
      accounts: [
        {
          identityProvider: 'activeDirectory',
          identifier: recordOf(hybridUser).activeDirectory?.objectId,
          actions: ['disable', 'enable', 'forcePasswordReset'],
        },
        { identityProvider: 'entraID', identifier: recordOf(hybridUser).id },
      ],
    });
    expect((await read(cloudUser)).accounts).toHaveLength(1);
    expect(await read(serviceAccount)).toMatchObject({
      cloudSecurityIdentifier: null,
      accounts: [{ identityProvider: 'activeDirectory' }],
    });
  });

  it('are listed and filtered, without users that Defender for Identity has not seen', async () => {
    const { simulator, token, recordOf } = await setUp();
    const list = async (filter: string) =>
      (await simulator.call(token, 'GET', `${simOrigin}/v1.0${accounts}${filter}`)).json.value as {
        id: string;
      }[];
    expect(await list('')).toHaveLength(6);
    const sid = recordOf(hybridUser).activeDirectory?.securityIdentifier;
    expect((await list(`?$filter=onPremisesSecurityIdentifier eq '${sid}'`)).map(({ id }) => id)).toEqual([
      recordOf(hybridUser).identityId,
    ]);
    expect((await simulator.call(token, 'GET', `${accounts}?$filter=isEnabled eq true`)).status).toBe(400);
    expect((await simulator.call(token, 'GET', `${accounts}/nope`)).status).toBe(404);
  });

  it('need their scopes, and Security Administrator', async () => {
    const { simulator, token, onPremises, invoke } = await setUp('soc.operator');
    expect((await simulator.call(token, 'GET', accounts)).status).toBe(403);
    expect((await invoke(hybridUser, onPremises(hybridUser, 'disable'))).status).toBe(403);
    const weak = await simulator.signInWithOnly('soc.lead', 'SecurityIncident.Read.All');
    expect(await simulator.call(weak, 'GET', accounts)).toMatchObject({
      status: 403,
      json: { error: { message: expect.stringContaining('SecurityIdentitiesAccount.Read.All') } },
    });
  });
});

describe('invokeAction', () => {
  it('disables in Active Directory at once, and in Entra ID with the next synchronization', async () => {
    const { simulator, read, recordOf, onPremises, invoke } = await setUp();
    const reply = await invoke(hybridUser, onPremises(hybridUser, 'disable'));
    expect([reply.status, reply.json]).toMatchObject([
      200,
      { action: 'disable', identityProvider: 'activeDirectory', correlationId: expect.any(String) },
    ]);
    expect((await read(hybridUser)).isEnabled).toBe(false);
    expect(recordOf(hybridUser).accountEnabled).toBe(true);
    await simulator.control('POST', '/clock', { advanceMs: directorySync });
    expect(recordOf(hybridUser).accountEnabled).toBe(false);
    await invoke(hybridUser, onPremises(hybridUser, 'disable'));
    expect(simulator.tenant.log.effects).toMatchObject([
      {
        kind: 'userAction',
        userId: recordOf(hybridUser).identityId,
        before: { activeDirectoryEnabled: true },
        after: { activeDirectoryEnabled: false },
      },
    ]);
    expect(simulator.tenant.log.noChanges).toHaveLength(1);
  });

  it('takes both spellings of its name, and of the provider', async () => {
    const { onPremises, invoke, recordOf } = await setUp();
    const { identityProvider, ...rest } = onPremises(hybridUser, 'forcePasswordReset');
    expect(identityProvider).toBe('activeDirectory');
    expect((await invoke(hybridUser, { ...rest, provider: 'ActiveDirectory' }, 'invokeActions')).status).toBe(
      200,
    );
    expect(recordOf(hybridUser).activeDirectory?.mustChangePassword).toBe(true);
    expect((await invoke(serviceAccount, onPremises(serviceAccount, 'disable'))).status).toBe(200);
    expect((await invoke(serviceAccount, onPremises(serviceAccount, 'enable'))).status).toBe(200);
  });

  it('acts in Entra ID', async () => {
    const { inEntra, invoke, recordOf } = await setUp();
    for (const action of [
      'disable',
      'revokeAllSessions',
      'requireUserToSignInAgain',
      'markUserAsCompromised',
    ])
      expect((await invoke(cloudUser, inEntra(cloudUser, action))).status).toBe(200);
    expect(recordOf(cloudUser)).toMatchObject({
      accountEnabled: false,
      sessionsRevoked: true,
      risk: { riskState: 'confirmedCompromised' },
    });
    expect((await invoke(cloudUser, inEntra(cloudUser, 'enable'))).status).toBe(200);
    expect(recordOf(cloudUser).accountEnabled).toBe(true);
  });

  it('refuses what a provider does not take, other accounts, and other words', async () => {
    const { simulator, inEntra, onPremises, invoke } = await setUp();
    for (const body of [
      inEntra(hybridUser, 'forcePasswordReset'),
      onPremises(hybridUser, 'revokeAllSessions'),
      { ...onPremises(hybridUser, 'disable'), accountId: 'other' },
      { ...onPremises(hybridUser, 'disable'), identityProvider: 'okta' },
      { action: 'disable' },
    ])
      expect((await invoke(hybridUser, body)).status).toBe(400);
    expect(simulator.tenant.log.effects).toEqual([]);
  });

  it('is refused under one spelling by a fault that strikes once', async () => {
    const { simulator, onPremises, invoke } = await setUp();
    await simulator.control('POST', '/faults', {
      kind: 'status',
      status: 400,
      code: 'BadRequest',
      text: "Resource not found for the segment 'invokeAction'.",
      match: { method: 'POST', path: '/invokeAction' },
      times: 1,
    });
    expect((await invoke(hybridUser, onPremises(hybridUser, 'disable'))).status).toBe(400);
    expect((await invoke(hybridUser, onPremises(hybridUser, 'disable'), 'invokeActions')).status).toBe(200);
  });
});
