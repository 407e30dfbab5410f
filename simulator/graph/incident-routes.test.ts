import { describe, expect, it } from 'vitest';
import { minute } from '../tenants/clock.ts';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const incidents = '/security/incidents';
const one = `${incidents}/2972395`;

async function setUp() {
  const simulator = createTestSimulator();
  const token = await simulator.signIn('soc.operator');
  const list = async (query: string) => {
    const { status, json } = await simulator.call(token, 'GET', `${incidents}?${query}`);
    const value = (json.value ?? []) as { id: string }[]; // a collection, or an error without one
    return { status, ids: value.map(({ id }) => id), count: json['@odata.count'] };
  };
  const update = (body: unknown, address = one) => simulator.call(token, 'PATCH', address, body);
  return { simulator, token, list, update };
}

describe('the list of incidents', () => {
  it('skips, and counts all that match', async () => {
    const { list } = await setUp();
    const { ids } = await list('');
    expect(ids).toHaveLength(7);
    expect(await list('$skip=2&$top=3&$count=true')).toEqual({ status: 200, ids: ids.slice(2, 5), count: 7 });
    expect((await list('$skip=abc')).status).toBe(400);
  });

  it('is filtered by classification and determination', async () => {
    const { list, update } = await setUp();
    expect((await update({ classification: 'falsePositive', determination: 'notMalicious' })).status).toBe(
      200,
    );
    expect((await list("$filter=classification eq 'falsePositive'")).ids).toEqual(['2972395']);
    expect((await list("$filter=determination eq 'notMalicious'")).ids).toEqual(['2972395']);
    expect((await list("$filter=classification eq 'truePositive'&$count=true")).count).toBe(6);
    expect((await list("$filter=summary eq 'x'")).status).toBe(400);
  });
});

describe('PATCH of an incident', () => {
  it('takes the five members of the reference in its own spelling, and answers the whole incident', async () => {
    const { simulator, update } = await setUp();
    const before = simulator.tenant.defender.incident('2972395')?.record.lastUpdateDateTime;
    const reply = await update({
      '@odata.type': '#microsoft.graph.security.incident',
      assignedTo: 'kai@fabrikam.example',
      classification: 'TruePositive',
      determination: 'MultiStagedAttack',
      status: 'resolved',
      customTags: ['Demo'],
      displayName: 'Other',
    });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      '@odata.context': `${simOrigin}/beta/$metadata#security/incidents/$entity`,
      id: '2972395',
      assignedTo: 'kai@fabrikam.example',
      classification: 'truePositive',
      determination: 'multiStagedAttack',
      status: 'resolved',
      customTags: ['Demo'],
      lastModifiedBy: 'soc.operator@fabrikam.example',
    });
    expect(reply.json.displayName).not.toBe('Other');
    expect(reply.json.lastUpdateDateTime).not.toBe(before);
    expect(simulator.tenant.log.effects).toMatchObject([
      { kind: 'incidentUpdate', incidentId: '2972395', after: { status: 'resolved' } },
    ]);
  });

  it('changes nothing but what it is given, and nothing without anything', async () => {
    const { simulator, update } = await setUp();
    expect((await update({ assignedTo: null })).json).toMatchObject({
      assignedTo: null,
      classification: 'truePositive',
      customTags: [],
    });
    expect((await update({})).status).toBe(200);
    expect((await update({ customTags: [], assignedTo: null })).status).toBe(200);
    expect(simulator.tenant.log.effects).toHaveLength(1);
    expect(simulator.tenant.log.noChanges).toHaveLength(2);
  });

  it('takes the names that the reference gives to four determinations', async () => {
    const { update } = await setUp();
    expect((await update({ determination: 'compromisedUser' })).json.determination).toBe(
      'compromisedAccount',
    );
  });

  it.each([
    { status: 'unknownFutureValue' },
    { status: 'closed' },
    { classification: null },
    { determination: 'constructor' },
    { customTags: 'Demo' },
    { customTags: [1] },
    { assignedTo: 1 },
    [],
    null,
  ])('refuses %j, and does nothing', async (body) => {
    const { simulator, update } = await setUp();
    const reply = await update(body);
    expect([reply.status, reply.json]).toMatchObject([400, { error: { code: 'BadRequest' } }]);
    expect(simulator.tenant.log.effects).toEqual([]);
  });

  it('needs a writing scope and role, and an incident', async () => {
    const { simulator, update } = await setUp();
    expect((await update({ status: 'resolved' }, `${incidents}/nope`)).status).toBe(404);
    const reader = await simulator.signIn('soc.reader');
    expect((await simulator.call(reader, 'PATCH', one, { status: 'resolved' })).status).toBe(403);
  });

  it('works in v1.0, lasts until the reset, and is not seen by a read that lags behind', async () => {
    const { simulator, token, update } = await setUp();
    const reply = await update({ status: 'resolved' }, `${simOrigin}/v1.0${one}`);
    expect([reply.status, reply.json.status]).toEqual([200, 'resolved']);
    const status = async () => (await simulator.call(token, 'GET', one)).json.status;
    expect(await status()).toBe('resolved');
    await simulator.control('POST', '/faults', { kind: 'staleRead', ms: minute, times: 1 });
    expect(await status()).toBe('unknownFutureValue');
    await simulator.control('POST', '/reset', { keepSignIns: true });
    expect(await status()).toBe('unknownFutureValue');
  });
});
