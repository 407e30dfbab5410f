import { describe, expect, it } from 'vitest';
import { hybridUser } from '../seeds/users.ts';
import { createTestSimulator } from '../test-simulator.ts';
import type { Claim } from './claims.ts';

async function setUp() {
  const simulator = createTestSimulator('incidents');
  const token = await simulator.signIn('soc.lead');
  const send = (id: string, method: string, path: string, body?: unknown) =>
    simulator.call(token, method, path, body, { 'client-request-id': id });
  const judge = async (...claims: readonly Partial<Claim>[]) => {
    const whole = claims.map((claim) => ({ outcome: 'successful', clientRequestIds: ['a'], ...claim }));
    const { status, json } = await simulator.control('POST', '/verdict', { claims: whole });
    expect(status).toBe(200);
    return json;
  };
  return { simulator, send, judge };
}

const of = (kind: Claim['kind'], id: string, action: string) => ({ kind, targetId: id, itemId: id, action });
const clean = { misreported: 0, doubled: 0, unclaimed: 0, lost: 0 };

describe('a verdict', () => {
  it('believes a comment that is there, and no other', async () => {
    const { send, judge } = await setUp();
    await send('a', 'POST', '/security/incidents/2972395/comments', { comment: 'Done' });
    const claim = of('incidentComment', '2972395', 'Done');
    expect(await judge(claim)).toMatchObject(clean);
    expect(await judge({ ...claim, action: 'Other' })).toMatchObject({ misreported: 1 });
    expect(await judge({ ...claim, outcome: 'notApplied' })).toMatchObject({ misreported: 1 });
    await send('b', 'POST', '/security/incidents/2972395/comments', { comment: 'Done' });
    expect(await judge({ ...claim, clientRequestIds: ['a', 'b'] })).toMatchObject({
      doubled: expect.any(Number),
    });
    expect((await judge({ ...claim, clientRequestIds: ['a', 'b'] })).doubled).toBeGreaterThan(0);
  });

  it('believes a change of an incident', async () => {
    const { send, judge } = await setUp();
    const change = { status: 'resolved', customTags: ['Night'] };
    await send('a', 'PATCH', '/security/incidents/2972395', change);
    const claim = of('incidentUpdate', '2972395', JSON.stringify(change));
    expect(await judge(claim)).toMatchObject(clean);
    expect(await judge({ ...claim, action: '{"status":"active"}' })).toMatchObject({ misreported: 1 });
    expect(await judge({ ...claim, outcome: 'notApplied' })).toMatchObject({ misreported: 1 });
  });

  it('believes what was done to users, however they are named', async () => {
    const { simulator, send, judge } = await setUp();
    const record = simulator.tenant.users.find(hybridUser)?.record;
    const identity = record?.identityId ?? '';
    await send('a', 'POST', `/users/${hybridUser}/revokeSignInSessions`);
    await send('b', 'POST', '/identityProtection/riskyUsers/confirmCompromised', { userIds: [record?.id] });
    await send('c', 'POST', `/security/identities/identityAccounts/${identity}/invokeAction`, {
      accountId: record?.activeDirectory?.objectId,
      action: 'disable',
      identityProvider: 'activeDirectory',
    });
    const revoked = of('userAction', hybridUser, '{"sessionsRevoked":true}');
    const confirmed = of('userAction', record?.id ?? '', '{"riskState":"confirmedCompromised"}');
    const disabled = of('userAction', identity, '{"activeDirectoryEnabled":false}');
    expect(
      await judge(
        revoked,
        { ...confirmed, clientRequestIds: ['b'] },
        { ...disabled, clientRequestIds: ['c'] },
      ),
    ).toMatchObject(clean);
    expect(await judge(revoked)).toMatchObject({ unclaimed: expect.any(Number) });
    expect(await judge({ ...revoked, outcome: 'rejected' })).toMatchObject({ misreported: 1 });
  });
});
