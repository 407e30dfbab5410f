import { describe, expect, it } from 'vitest';
import { biggestProfileName } from '../seeds/contoso-rings.ts';
import { simOrigin } from '../test-simulator.ts';
import { profiles, setUpFaults as setUp } from './test-faults.ts';

/** The body as it is sent. */
async function textOf(
  { simulator, token }: Awaited<ReturnType<typeof setUp>>,
  path: string,
): Promise<string> {
  const headers = { authorization: `Bearer ${token}` };
  return Buffer.from(
    await (await simulator.app.request(`${simOrigin}/beta${path}`, { headers })).arrayBuffer(),
  ).toString();
}

describe('the lists of executeAction', () => {
  it('doubleIds: in their own list and in another', async () => {
    const { approve, driverIds } = await setUp({ kind: 'doubleIds', count: 2 });
    expect((await approve()).json).toMatchObject({
      successfulDriverIds: driverIds,
      failedDriverIds: driverIds.slice(0, 2),
      notFoundDriverIds: [],
    });
  });

  it('foreignIds: nobody asked for them', async () => {
    const { approve, driverIds } = await setUp({ kind: 'foreignIds', count: 3 });
    const ids = (await approve()).json.successfulDriverIds;
    expect(ids).toHaveLength(driverIds.length + 3);
    expect(ids).toEqual(expect.arrayContaining([...driverIds]));
  });

  it('wrapped: one level deeper', async () => {
    const { approve, driverIds } = await setUp({ kind: 'wrapped' });
    const { json } = await approve();
    expect(json).not.toHaveProperty('successfulDriverIds');
    expect(json.value).toEqual({
      successfulDriverIds: driverIds,
      failedDriverIds: [],
      notFoundDriverIds: [],
    });
  });

  it('nullLists and listsAbsent', async () => {
    const { approve } = await setUp({ kind: 'nullLists', times: 1 }, { kind: 'listsAbsent' });
    expect((await approve()).json).toMatchObject({
      successfulDriverIds: null,
      failedDriverIds: null,
      notFoundDriverIds: null,
    });
    expect(Object.keys((await approve()).json)).toEqual(['@odata.context']);
  });

  it.each(['doubleIds', 'foreignIds', 'wrapped', 'nullLists', 'listsAbsent'] as const)(
    '%s takes effect, leaves reads alone, and lets a refusal through',
    async (kind) => {
      const { approve, read, simulator, token, profileId } = await setUp({ kind });
      expect((await read()).json.value).toHaveLength(14);
      await approve();
      expect(simulator.tenant.log.effects).toHaveLength(4);
      const path = `${profiles}/${profileId}/executeAction`;
      const refused = await simulator.call(token, 'POST', path, { actionName: 'approve', driverIds: [] });
      expect(refused).toMatchObject({ status: 400, json: { error: { code: 'BadRequest' } } });
    },
  );
});

describe('the shape of an answer', () => {
  it.each([
    ['before', 0],
    ['after', 4],
  ] as const)('%s the effect (%i drivers): empty, another status, broken, null', async (phase, effects) => {
    const { approve, simulator } = await setUp(
      { kind: 'emptyBody', phase, times: 1 },
      { kind: 'asStatus', status: 204, phase, times: 1 },
      { kind: 'asStatus', status: 202, phase, times: 1 },
      { kind: 'badJson', phase, times: 1 },
      { kind: 'nullJson', phase, times: 1 },
    );
    const empty = await approve();
    expect([empty.status, empty.headers.get('content-type')]).toEqual([200, null]);
    expect([(await approve()).status, (await approve()).status]).toEqual([204, 202]);
    await expect(approve()).rejects.toThrow(SyntaxError);
    expect((await approve()).json).toBeNull();
    expect(simulator.tenant.log.effects).toHaveLength(effects);
  });

  it('asStatus 200 keeps a body where there is one; a refusal stays one', async () => {
    const { simulator, token, read } = await setUp({ kind: 'asStatus', status: 200, phase: 'after' });
    expect((await read()).json.value).toHaveLength(14);
    const id = simulator.tenant.intune.profiles()[0]?.record.id;
    expect((await simulator.call(token, 'POST', `${profiles}/${id}/syncInventory`)).status).toBe(200);
    expect((await simulator.call(token, 'POST', `${profiles}/nobody/syncInventory`)).status).toBe(404);
  });

  it('bom: three bytes, then the real answer', async () => {
    const text = await textOf(await setUp({ kind: 'bom' }), profiles);
    expect(text.startsWith('\uFEFF{')).toBe(true);
    expect(JSON.parse(text.slice(1)).value).toHaveLength(14);
  });

  it('unknownEnum: in the first records, in every enum or in the one that is named', async () => {
    const { read, readTasks, simulator } = await setUp(
      { kind: 'unknownEnum', count: 2, match: { path: 'incidentTasks' } },
      { kind: 'unknownEnum', property: 'approvalType', value: 'hybrid' },
    );
    const known = (await simulator.tenant.defender.tasks()).map(({ record }) => record.actionStatus);
    const value = (await readTasks()).json.value as {
      status: string;
      actionType: string;
      actionStatus: string;
    }[];
    expect(value[1]).toMatchObject({
      status: 'quarantined',
      actionType: 'quarantined',
      actionStatus: 'quarantined',
    });
    expect(value[2]?.actionStatus).toBe(known[2]);
    const rows = (await read()).json.value as { approvalType: string }[];
    expect(rows.map(({ approvalType }) => approvalType).filter((type) => type === 'hybrid')).toHaveLength(1);
  });
});

describe('paging', () => {
  async function setUpPages(...faults: Parameters<typeof setUp>) {
    const made = await setUp(...faults);
    const { tenant } = made.simulator;
    const big = tenant.intune.profiles().find(({ record }) => record.displayName === biggestProfileName);
    const path = `${profiles}/${big?.record.id}/driverInventories`;
    const get = async (address: string) => (await made.simulator.call(made.token, 'GET', address)).json;
    return { ...made, path, get };
  }
  const next = (page: Record<string, unknown>) => String(page['@odata.nextLink']);

  it('evilNextLink: to another origin, in the log of who goes there', async () => {
    const { get, path, simulator } = await setUpPages({ kind: 'evilNextLink' });
    const link = new URL(next(await get(path)));
    expect(link.origin).toBe('http://127.0.0.1:5001');
    await simulator.app.request(link.href);
    expect(simulator.tenant.log.elsewhere).toMatchObject([{ path: '/elsewhere/fabrikam/next' }]);
  });

  it('loopNextLink: the same page for ever', async () => {
    const { get, path } = await setUpPages({ kind: 'loopNextLink' });
    const first = await get(`${path}?$top=5`);
    const second = await get(next(first));
    expect(second).toEqual(first);
  });

  it('emptyPage: nothing, then everything', async () => {
    const { get, path, simulator, token } = await setUpPages({ kind: 'emptyPage' });
    const empty = await get(`${path}?$top=150`);
    expect(empty.value).toEqual([]);
    let page = await get(next(empty));
    let count = (page.value as unknown[]).length;
    while (page['@odata.nextLink']) {
      page = (await simulator.call(token, 'GET', next(page))).json;
      count += (page.value as unknown[]).length;
    }
    expect(count).toBe(420);
  });

  it.each([400, 410] as const)('expiredNextLink: the second page is refused with %i', async (status) => {
    const { get, path, simulator, token } = await setUpPages({ kind: 'expiredNextLink', status });
    const first = await get(path);
    expect(first.value).toHaveLength(200);
    expect((await simulator.call(token, 'GET', next(first))).status).toBe(status);
  });

  it('records that are no list have no pages', async () => {
    const { get, simulator } = await setUpPages({ kind: 'evilNextLink' });
    const id = simulator.tenant.intune.profiles()[0]?.record.id;
    expect(await get(`${profiles}/${id}`)).not.toHaveProperty('@odata.nextLink');
  });
});
