import { describe, expect, it } from 'vitest';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const profiles = '/deviceManagement/windowsDriverUpdateProfiles';
const get = (id: string, url: string, dependsOn?: string[]) => ({
  id,
  method: 'GET',
  url,
  ...(dependsOn ? { dependsOn } : {}),
});

async function setUp() {
  const simulator = createTestSimulator();
  const token = await simulator.signIn('global.admin');
  const send = (requests: unknown) => simulator.call(token, 'POST', '/$batch', { requests });
  return { simulator, send };
}

describe('$batch', () => {
  it('answers each item for itself, last first', async () => {
    const { send, simulator } = await setUp();
    const task = simulator.tenant.defender
      .tasks()
      .find(({ record }) => record.actionType === 'isolateDevice');
    const reply = await send([
      get('1', `${profiles}?$top=1`),
      get('2', `${profiles}/nope`),
      {
        id: '3',
        method: 'POST',
        url: `/security/incidentTasks/${task?.record.id}/executeResponseAction`,
        headers: { 'Content-Type': 'application/json' },
        body: {},
      },
    ]);
    expect(reply.status).toBe(200);
    expect(reply.json.responses).toMatchObject([
      { id: '3', status: 204, body: null },
      { id: '2', status: 404, body: { error: { code: 'ResourceNotFound' } } },
      { id: '1', status: 200, body: { value: [{}], '@odata.nextLink': expect.stringMatching(/^http:/) } },
    ]);
    expect(simulator.tenant.log.effects).toHaveLength(1);
  });

  it('throttles items, with the headers in the item', async () => {
    const { send, simulator } = await setUp();
    simulator.tenant.faults.add({
      kind: 'throttled',
      retryAfter: '7',
      source: 'gateway',
      hidden: false,
      match: { path: 'incidentTasks' },
      skip: 0,
      times: null,
      phase: 'before',
    });
    const { json } = await send([get('a', '/security/incidentTasks'), get('b', profiles)]);
    expect(json.responses).toMatchObject([
      { id: 'b', status: 200 },
      { id: 'a', status: 429, headers: { 'Retry-After': '7' } },
    ]);
  });

  it('fails what depends on a failure', async () => {
    const { send } = await setUp();
    const { json } = await send([
      get('b', profiles, ['a']),
      get('a', `${profiles}/nope`),
      get('c', profiles, ['b']),
    ]);
    expect(json.responses).toMatchObject([
      { id: 'c', status: 424, body: { error: { code: 'FailedDependency' } } },
      { id: 'b', status: 424 },
      { id: 'a', status: 404 },
    ]);
  });

  it('judges an item that cannot be read by itself', async () => {
    const { send } = await setUp();
    const { json } = await send([
      get('a', `${profiles}/%zz`),
      { ...get('b', profiles), headers: { 'no name': 'x' } },
      get('c', `${profiles}?$top=1`),
      get('d', profiles, ['a']),
    ]);
    expect(json.responses).toMatchObject([
      { id: 'd', status: 424 },
      { id: 'c', status: 200, body: { value: [{}] } },
      { id: 'b', status: 400, body: { error: { code: 'BadRequest' } } },
      { id: 'a', status: 400, body: { error: { code: 'BadRequest' } } },
    ]);
  });

  it('names the item whose body has no type', async () => {
    const { send } = await setUp();
    const reply = await send([
      get('a', profiles),
      { id: 'b', method: 'POST', url: `${profiles}/x/syncInventory`, body: {} },
    ]);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({
      error: { message: "Write request with id 'b' does not contain a Content-Type header." },
    });
  });

  it('holds items of its own version', async () => {
    const { simulator } = await setUp();
    const token = await simulator.signIn('global.admin');
    const requests = [get('a', '/security/incidents?$top=1'), get('b', profiles)];
    const { json } = await simulator.call(token, 'POST', `${simOrigin}/v1.0/$batch`, { requests });
    expect(json.responses).toMatchObject([
      { id: 'b', status: 400 },
      { id: 'a', status: 200, body: { value: [{}] } },
    ]);
  });

  it.each([
    ['too many', Array.from({ length: 21 }, (_, index) => get(`${index}`, profiles))],
    ['an id twice', [get('a', profiles), get('A', profiles)]],
    ['an unknown dependency', [get('a', profiles, ['z'])]],
    ['a circle', [get('a', profiles, ['b']), get('b', profiles, ['a'])]],
    ['a batch in it', [get('a', '/$batch')]],
    ['a batch in it, encoded', [get('a', '%24batch')]],
    ['no list', 'none'],
  ])('refuses %s as a whole', async (_, requests) => {
    const { send } = await setUp();
    expect((await send(requests)).status).toBe(400);
  });
});
