import { describe, expect, it } from 'vitest';
import { minute } from '../tenants/clock.ts';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const one = '/security/incidents/2972395';
const comments = `${one}/comments`;

async function setUp() {
  const simulator = createTestSimulator('incidents');
  const token = await simulator.signIn('soc.operator');
  const add = (comment: unknown, address = comments) => simulator.call(token, 'POST', address, { comment });
  const read = async () => (await simulator.call(token, 'GET', one)).json;
  return { simulator, token, add, read };
}

describe('POST of a comment', () => {
  it('answers 200 with all comments, the experts’ deadline before it, and changes the incident', async () => {
    const { simulator, add, read } = await setUp();
    const before = await read();
    const reply = await add('FIN-LT-0231 is isolated.');
    expect([reply.status, reply.json]).toMatchObject([
      200,
      {
        '@odata.context': `${simOrigin}/beta/$metadata#Collection(microsoft.graph.security.alertComment)`,
        value: [
          { comment: expect.stringMatching(/before 22:30/), createdByDisplayName: 'Defender Experts' },
          { comment: 'FIN-LT-0231 is isolated.', createdByDisplayName: 'Sam Operator' },
        ],
      },
    ]);
    const after = await read();
    expect(after.comments).toEqual(reply.json.value);
    expect(after.lastUpdateDateTime).not.toBe(before.lastUpdateDateTime);
    expect(after.lastModifiedBy).toBe('soc.operator@fabrikam.example');
    expect(simulator.tenant.log.effects).toMatchObject([
      { kind: 'incidentComment', incidentId: '2972395', after: { comment: 'FIN-LT-0231 is isolated.' } },
    ]);
  });

  it('adds the same text once more: nothing tells a repetition', async () => {
    const { simulator, add } = await setUp();
    await add('Twice');
    expect((await add('Twice', `${simOrigin}/v1.0${comments}`)).json.value).toHaveLength(3);
    expect(simulator.tenant.log.effects).toHaveLength(2);
  });

  it('takes 30,000 characters, and no more', async () => {
    const { add } = await setUp();
    expect((await add('x'.repeat(30_000))).status).toBe(200);
    expect((await add('x'.repeat(30_001))).status).toBe(400);
  });

  it('takes 100 comments, and no more', async () => {
    const { simulator, add } = await setUp();
    const record = simulator.tenant.defender.incident('2972395')?.record;
    const written = { comment: 'x', createdByDisplayName: 'Sam', createdDateTime: '2026-11-22T00:00:00Z' };
    if (record) record.comments = Array.from({ length: 99 }, () => written);
    expect((await add('The last one')).status).toBe(200);
    expect((await add('One too many')).status).toBe(400);
  });

  it.each([undefined, null, '', '  ', 7, ['x']])('refuses %j', async (comment) => {
    const { simulator, add } = await setUp();
    expect((await add(comment)).status).toBe(400);
    expect(simulator.tenant.log.effects).toEqual([]);
  });

  it('needs a writing scope and role, and an incident', async () => {
    const { simulator, add } = await setUp();
    expect((await add('x', '/security/incidents/nope/comments')).status).toBe(404);
    const reader = await simulator.signIn('soc.reader');
    expect((await simulator.call(reader, 'POST', comments, { comment: 'x' })).status).toBe(403);
    const weak = await simulator.signInWithOnly('soc.operator', 'SecurityIncident.Read.All');
    expect((await simulator.call(weak, 'POST', comments, { comment: 'x' })).status).toBe(403);
  });

  it('meets faults: lost answers, late effects, reads that lag behind', async () => {
    const { simulator, add, read } = await setUp();
    const match = { method: 'POST', path: '/comments' };
    await simulator.control('POST', '/faults', {
      kind: 'serverError',
      status: 504,
      phase: 'after',
      match,
      times: 1,
    });
    expect((await add('Lost answer')).status).toBe(504);
    await simulator.control('POST', '/faults', { kind: 'lateApply', ms: minute, match, times: 1 });
    expect((await add('Late')).status).toBe(504);
    expect(simulator.tenant.log.effects.map(({ after }) => after.comment)).toEqual(['Lost answer']);
    await simulator.control('POST', '/clock', { advanceMs: 2 * minute });
    expect(simulator.tenant.log.effects.map(({ after }) => after.comment)).toEqual(['Lost answer', 'Late']);
    await simulator.control('POST', '/faults', { kind: 'staleRead', ms: 10 * minute, times: 1 });
    expect((await read()).comments).toHaveLength(1);
    expect((await read()).comments).toHaveLength(3);
  });
});

describe('the list of incidents in order', () => {
  it('begins with the latest, and takes two properties', async () => {
    const { simulator, token } = await setUp();
    const list = async (query: string) => {
      const { status, json } = await simulator.call(token, 'GET', `/security/incidents?${query}`);
      return { status, ids: ((json.value ?? []) as { id: string }[]).map(({ id }) => id) }; // a list, or an error
    };
    const { ids } = await list('');
    expect(ids).toHaveLength(9);
    expect((await list('$orderby=createdDateTime')).ids).toEqual([...ids].reverse());
    expect((await list('$orderby=lastUpdateDateTime desc')).ids[0]).toBe('2972412');
    expect((await list('$orderby=severity')).status).toBe(400);
  });

  it('takes the comment of a resolution', async () => {
    const { simulator, token } = await setUp();
    const body = { status: 'resolved', resolvingComment: 'All four are isolated.' };
    expect((await simulator.call(token, 'PATCH', one, body)).json).toMatchObject(body);
    expect((await simulator.call(token, 'PATCH', one, { resolvingComment: 1 })).status).toBe(400);
  });
});
