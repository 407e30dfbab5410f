import { describe, expect, it } from 'vitest';
import { createGraph } from './client.ts';
import { executeAction, readBulkResult } from './driver-actions.ts';
import { listDrivers, readDrivers } from './driver-inventories.ts';
import { baseUrl, fakeFetch, freePacer, graphRefusal, noon, success } from './test-answers.ts';

const lists = { successfulDriverIds: ['a'], failedDriverIds: ['b'], notFoundDriverIds: ['c'] };
const none = { successfulDriverIds: [], failedDriverIds: [], notFoundDriverIds: [] };

describe('[G5 G6] readBulkResult', () => {
  it.each([
    ['bare', lists, lists],
    ['wrapped, as the docs print it', { value: { '@odata.type': '#x', ...lists } }, lists],
    [
      'with lists that are null',
      { successfulDriverIds: ['a'], failedDriverIds: null },
      { ...none, successfulDriverIds: ['a'] },
    ],
    ['with lists that are missing', { '@odata.context': 'x' }, none],
  ])('reads it %s', (_what, body, expected) => {
    expect(readBulkResult(body)).toEqual(expected);
  });

  it.each([
    undefined,
    null,
    7,
    'text',
    { successfulDriverIds: 'a' },
    { successfulDriverIds: [1] },
    { failedDriverIds: {} },
    { value: { notFoundDriverIds: [null] } },
  ])('refuses %j', (body) => {
    expect(readBulkResult(body)).toBeUndefined();
  });

  it.each([
    {},
    { value: null },
    { value: 'text' },
    [],
    { value: [] },
    JSON.parse('{"__proto__":{"successfulDriverIds":["a"]}}'),
  ])('finds no id in %j', (body) => {
    expect(readBulkResult(body) ?? none).toEqual(none);
  });
});

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const wait = async () => undefined;
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async ([scope]) => `${scope}`,
    fetch,
    now: () => noon,
    wait,
  });
  return { graph, sendings };
}

const driver = (id: string) => ({ id, approvalStatus: 'NeedsReview', category: 'recommended' });

describe('reading drivers', () => {
  it('shows the first page while the rest is read, and says when it has all', async () => {
    const path = `${baseUrl}/deviceManagement/windowsDriverUpdateProfiles/p%2F1/driverInventories`;
    const { graph, sendings } = setUp(
      success({ value: [driver('a')], '@odata.nextLink': `${path}?$skiptoken=1` }),
      success({ value: [driver('b'), { id: 'broken' }] }),
    );
    const seen: unknown[] = [];
    for await (const { rows, isComplete } of listDrivers(graph, 'p/1')) seen.push([rows.length, isComplete]);
    expect(seen).toEqual([
      [1, false],
      [2, false],
      [2, true],
    ]);
    expect(sendings[0]?.url).toBe(path);
    expect(sendings[0]?.token).toBe('Bearer DeviceManagementConfiguration.Read.All');
  });

  it('is not complete when a later page cannot be read', async () => {
    const path = `${baseUrl}/deviceManagement/windowsDriverUpdateProfiles/p/driverInventories`;
    const { graph } = setUp(
      success({ value: [driver('a')], '@odata.nextLink': `${path}?$skiptoken=1` }),
      graphRefusal(403, 'Forbidden'),
    );
    const seen: boolean[] = [];
    const read = async () => {
      for await (const { isComplete } of listDrivers(graph, 'p')) seen.push(isComplete);
    };
    await expect(read()).rejects.toMatchObject({ problem: { status: 403 } });
    expect(seen).toEqual([false]);
  });

  it('reads all at once, and tells what it set aside', async () => {
    const { graph } = setUp(success({ value: [driver('a'), { id: 'broken' }] }));
    const { rows, setAside, isComplete } = await readDrivers(graph, 'p');
    expect(isComplete).toBe(true);
    expect(rows).toMatchObject([{ id: 'a', approvalStatus: 'needsReview', applicableDeviceCount: null }]);
    expect(setAside).toMatchObject([{ id: 'broken' }]);
  });
});

describe('executeAction', () => {
  const body = {
    actionName: 'approve',
    driverIds: ['a', 'b'],
    deploymentDate: '2026-12-08T05:00:00.000Z',
  } as const;

  it('sends exactly the documented body, with the right to write', async () => {
    const { graph, sendings } = setUp(success(lists));
    await executeAction(graph, 'p', body, { reread: async () => [] });
    expect(sendings[0]?.url).toBe(`${baseUrl}/deviceManagement/windowsDriverUpdateProfiles/p/executeAction`);
    expect(sendings[0]?.token).toBe('Bearer DeviceManagementConfiguration.ReadWrite.All');
    expect(JSON.parse(String(sendings[0]?.init.body))).toEqual(body);
  });

  it('sends after a wait only the ids that are left, under the same date', async () => {
    const { graph, sendings } = setUp(graphRefusal(429), success(lists));
    await executeAction(graph, 'p', body, { reread: async () => ['b'] });
    expect(JSON.parse(String(sendings[1]?.init.body))).toEqual({ ...body, driverIds: ['b'] });
  });

  it('sends nothing when none is left', async () => {
    const { graph, sendings } = setUp(graphRefusal(429));
    expect(await executeAction(graph, 'p', body, { reread: async () => [] })).toEqual({
      kind: 'nothingLeft',
    });
    expect(sendings).toHaveLength(1);
  });
});
