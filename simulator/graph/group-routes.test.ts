import { describe, expect, it } from 'vitest';
import { graphScopes } from '../entra/client.ts';
import { deletedGroupId, ringsGroupId } from '../seeds/rings-profiles.ts';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

const eventual = { ConsistencyLevel: 'eventual' };
type Reply = Awaited<ReturnType<ReturnType<typeof createTestSimulator>['call']>>;
const namesIn = ({ json }: Reply) =>
  (json.value as { displayName: string }[]).map(({ displayName }) => displayName);

async function open() {
  const simulator = createTestSimulator('rings');
  const token = await simulator.signIn('driver.admin');
  const get = (path: string, headers?: HeadersInit) => simulator.call(token, 'GET', path, undefined, headers);
  return { simulator, token, get };
}

describe('finding groups', () => {
  it.each([
    ['$search="displayName:pilot"', ['Windows pilot']],
    ['$search="displayName:win dev"', ['All Windows devices', 'Windows 11 devices']],
    ['$search="displayName:pilot" OR "description:Ulm"', ['Windows pilot', 'Warehouse laptops']],
    [
      '$search="displayName:laptops"&$filter=startswith(displayName,\'sales\')',
      ['Sales laptops', 'Sales laptops'],
    ],
    ['search="displayName:nothing like it"', []],
  ])('%s', async (query, names) => {
    const { get } = await open();
    const reply = await get(`/groups?${query}`, eventual);
    expect(reply.status).toBe(200);
    expect(namesIn(reply)).toEqual(names);
  });

  it('filters by the beginning of a name without the header, in any letter case', async () => {
    const { get } = await open();
    expect(namesIn(await get("/groups?$filter=startswith(displayName,'windows')"))).toEqual([
      'Windows pilot',
      'Windows early adopters',
      'Windows 11 devices',
    ]);
    expect(namesIn(await get("/groups?$filter=displayName eq 'KIOSK devices'"))).toEqual(['Kiosk devices']);
  });

  it('sends what is selected, by pages, and counts with the header alone', async () => {
    const { get } = await open();
    const first = await get('/groups?$select=id,displayName&$top=5&$count=true', eventual);
    expect(Object.keys((first.json.value as object[])[0] ?? {})).toEqual(['id', 'displayName']);
    const total = first.json['@odata.count'];
    const seen = [...namesIn(first)];
    for (let link = first.json['@odata.nextLink']; typeof link === 'string'; ) {
      const page = await get(link, eventual);
      seen.push(...namesIn(page));
      link = page.json['@odata.nextLink'];
    }
    expect(seen).toHaveLength(Number(total));
    expect((await get('/groups?$count=true')).json).not.toHaveProperty('@odata.count');
  });

  it('sorts alone, and with a search in advanced queries', async () => {
    const { get } = await open();
    const names = namesIn(await get('/groups?$orderby=displayName'));
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    expect(namesIn(await get('/groups?$orderby=displayName desc'))).toEqual(names.toReversed());
    const search = '/groups?$search="displayName:windows"&$orderby=displayName';
    expect(namesIn(await get(`${search}&$count=true`, eventual))).toHaveLength(4);
    expect((await get(search, eventual)).json).toMatchObject({
      error: { code: 'Request_UnsupportedQuery', message: 'Sorting not supported for current query.' },
    });
  });

  it.each([
    ['$search="displayName:pilot"', {}, 'Request_UnsupportedQuery', /'ConsistencyLevel: eventual'$/],
    ['$search=displayName:pilot', eventual, 'BadRequest', /^Syntax error: character ':'/],
    ['$search="mail:pilot"', eventual, 'BadRequest', /^Unrecognized query argument/],
    ["$filter=endswith(displayName,'s')", eventual, 'BadRequest', /./],
    ['$filter=securityEnabled eq true', {}, 'BadRequest', /./],
    ['$orderby=createdDateTime', {}, 'Request_UnsupportedQuery', /^Sorting/],
    ['$orderby=displayName sideways', {}, 'Request_UnsupportedQuery', /^Sorting/],
    ['$top=1000', {}, 'Request_BadRequest', /'1000'\. Must be between 1 and 999 inclusive\.$/],
    ['$top=0', {}, 'Request_BadRequest', /^Invalid page size/],
    ['$top=many', {}, 'Request_BadRequest', /^Invalid page size/],
    ['$skip=5', {}, 'Request_BadRequest', /^'\$skip' is not supported/],
    ['$select=members', {}, 'BadRequest', /^Parsing OData Select/],
  ])('refuses %s', async (query, headers, code, message) => {
    const { get } = await open();
    const reply = await get(`/groups?${query}`, headers);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ error: { code, message: expect.stringMatching(message) } });
  });
});

describe('one group', () => {
  const known = ringsGroupId('Windows pilot');

  it('is there in both versions, in any letter case of its id', async () => {
    const { get } = await open();
    expect((await get(`/groups/${known.toUpperCase()}?$select=id,displayName`)).json).toEqual({
      '@odata.context': `${simOrigin}/beta/$metadata#groups/$entity`,
      id: known,
      displayName: 'Windows pilot',
    });
    expect((await get(`${simOrigin}/v1.0/groups/${known}`)).json).toMatchObject({
      displayName: 'Windows pilot',
      securityEnabled: true,
    });
  });

  it('is gone when it was deleted, and refused when its id is none', async () => {
    const { get } = await open();
    const gone = await get(`/groups/${deletedGroupId}`);
    expect(gone.status).toBe(404);
    expect(gone.json).toMatchObject({
      error: {
        code: 'Request_ResourceNotFound',
        message: `Resource '${deletedGroupId}' does not exist or one of its queried reference-property objects are not present.`,
      },
    });
    const none = await get('/groups/pilot');
    expect(none.status).toBe(400);
    expect(none.json).toMatchObject({ error: { code: 'Request_BadRequest' } });
    expect((await get(`/groups/${known}/members`)).json).toMatchObject({ error: { code: 'BadRequest' } });
  });

  it('can be read by twenties in a batch, each refused alone', async () => {
    const { simulator, token } = await open();
    const requests = [known, deletedGroupId].map((id) => ({
      id,
      method: 'GET',
      url: `/groups/${id}?$select=id,displayName`,
    }));
    const { json } = await simulator.call(token, 'POST', '/$batch', { requests });
    const statuses = (json.responses as { id: string; status: number }[]).map(({ id, status }) => [
      id,
      status,
    ]);
    expect(Object.fromEntries(statuses)).toEqual({ [known]: 200, [deletedGroupId]: 404 });
  });

  it('is sent as an override has it, and so is an assignment', async () => {
    const { simulator, get } = await open();
    await simulator.control('POST', '/overrides', {
      type: 'group',
      id: known,
      patch: { displayName: '<b>' },
    });
    expect((await get(`/groups/${known}`)).json.displayName).toBe('<b>');
    const [profile] = simulator.tenant.intune.profiles();
    const [assignment] = profile?.assignments ?? [];
    await simulator.control('POST', '/overrides', {
      type: 'assignment',
      id: assignment?.id,
      patch: { target: null },
    });
    const { json } = await get(
      `/deviceManagement/windowsDriverUpdateProfiles/${profile?.record.id}/assignments`,
    );
    expect((json.value as object[])[0]).toMatchObject({ target: null });
  });
});

describe('who may read groups', () => {
  const denied = {
    error: {
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
    },
  };

  it('is any person, with the scope', async () => {
    const { simulator, get } = await open();
    const person = await simulator.signIn('no.role');
    expect((await simulator.call(person, 'GET', '/groups')).status).toBe(200);
    expect((await simulator.call(await simulator.signInApp(), 'GET', '/groups')).status).toBe(200);
    await simulator.control('POST', '/faults', {
      kind: 'forbidden',
      reason: 'role',
      match: { path: '/groups' },
    });
    expect((await get('/groups')).json).toMatchObject(denied);
  });

  it('is no person without the scope', async () => {
    const { simulator } = await open();
    await simulator.control('POST', '/consent', {
      adminConsent: true,
      scopes: ['DeviceManagementConfiguration.Read.All'],
    });
    const weak = await simulator.signInWithOnly('driver.admin', 'DeviceManagementConfiguration.Read.All');
    for (const path of ['/groups', `/groups/${deletedGroupId}`]) {
      const reply = await simulator.call(weak, 'GET', path);
      expect([reply.status, reply.json]).toMatchObject([403, denied]);
    }
  });

  it('can be granted and left out by the control endpoint', async () => {
    const { simulator } = await open();
    const consents = () => simulator.tenant.directory.consents.grantedTo('no.role');
    expect(consents()).toContain('Group.ReadBasic.All');
    const others = consents().filter((scope) => scope !== 'Group.ReadBasic.All');
    expect((await simulator.control('POST', '/consent', { adminConsent: true, scopes: others })).status).toBe(
      204,
    );
    expect(consents()).toEqual(others);
    const unknown = await simulator.control('POST', '/consent', {
      adminConsent: true,
      scopes: ['Mail.Read'],
    });
    expect(unknown.status).toBe(400);
    await simulator.control('POST', '/consent', { adminConsent: true });
    expect(consents()).toEqual(graphScopes);
  });
});
