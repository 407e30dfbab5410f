import { describe, expect, it } from 'vitest';
import { failingSyncProfileName, pilotRingName } from '../seeds/contoso-rings.ts';
import { second } from '../tenants/clock.ts';
import { createTestSimulator, intuneMessage, simOrigin, type TestSimulator } from '../test-simulator.ts';
import type { Profile } from './intune.ts';

const profiles = '/deviceManagement/windowsDriverUpdateProfiles';

function profileNamed({ tenant }: TestSimulator, name: string): Profile {
  const profile = tenant.intune.profiles().find(({ record }) => record.displayName === name);
  if (!profile) throw new Error(`There is no profile '${name}'.`);
  return profile;
}
const addressOf = (profile: Profile) => `${profiles}/${profile.record.id}`;

async function readAll(simulator: TestSimulator, token: string, path: string) {
  const pages: Record<string, unknown>[][] = [];
  for (let link: unknown = path; typeof link === 'string'; ) {
    const { json } = await simulator.call(token, 'GET', link);
    pages.push(json.value as Record<string, unknown>[]); // a collection, or the test fails below
    link = json['@odata.nextLink'];
  }
  return pages;
}

describe('reading drivers', () => {
  it('pages by 200, over absolute links of the same host', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('driver.reader');
    const path = `${addressOf(profileNamed(simulator, 'Production - Engineering'))}/driverInventories`;
    const first = await simulator.call(token, 'GET', path);
    expect(first.json['@odata.count']).toBe(200);
    expect(first.json['@odata.nextLink']).toMatch(
      new RegExp(`^${simOrigin}/beta${path}\\?\\$skiptoken=[\\w-]+$`),
    );
    const pages = await readAll(simulator, token, path);
    expect(pages.map((page) => page.length)).toEqual([200, 200, 20]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(420);
  });

  it('counts all that match where $count asks for it', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('driver.reader');
    const path = `${addressOf(profileNamed(simulator, 'Production - Engineering'))}/driverInventories`;
    const { json } = await simulator.call(token, 'GET', `${path}?$count=true&$top=5&$skip=418`);
    expect([json['@odata.count'], json.value]).toEqual([420, [{}, {}].map(() => expect.anything())]);
  });

  it('counts drivers to review in newUpdates', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('driver.reader');
    for (const profile of (await readAll(simulator, token, profiles)).flat()) {
      const open = `${profiles}/${profile.id}/driverInventories?$filter=approvalStatus eq 'needsReview'`;
      expect((await readAll(simulator, token, open)).flat()).toHaveLength(Number(profile.newUpdates));
    }
  });

  it('takes other letter case in the path, options without $, $select and $expand', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('driver.reader');
    const { json } = await simulator.call(
      token,
      'GET',
      "/devicemanagement/WINDOWSDriverUpdateProfiles?filter=displayName eq 'Kiosks'&select=id,displayName&expand=assignments",
    );
    expect(json.value).toEqual([
      expect.objectContaining({
        displayName: 'Kiosks',
        assignments: [
          expect.objectContaining({ target: expect.objectContaining({ groupId: expect.any(String) }) }),
        ],
      }),
    ]);
    expect(json.value).not.toEqual([expect.objectContaining({ newUpdates: expect.anything() })]);
  });
});

describe('refusals of Intune', () => {
  it('wraps its messages, with the request id as activity id', async () => {
    const simulator = createTestSimulator();
    const token = await simulator.signIn('driver.admin');
    const reply = await simulator.call(token, 'GET', `${profiles}/nope`, undefined, {
      'client-request-id': 'mine',
    });
    const requestId = reply.headers.get('request-id');
    expect(reply.status).toBe(404);
    expect(reply.headers.get('client-request-id')).toBe('mine');
    expect(intuneMessage(reply)).toMatch(
      new RegExp(
        `^An error has occurred - Operation ID \\(for customer support\\): 00000000-0000-0000-0000-000000000000 - Activity ID: ${requestId} - Url: https://fef\\.\\w+\\.manage\\.microsoft\\.com/Updates/SoftwareUpdateService/`,
      ),
    );
    expect(reply.json).toMatchObject({
      error: {
        code: 'ResourceNotFound',
        innerError: { 'request-id': requestId, 'client-request-id': 'mine' },
      },
    });
  });

  it('asks for scope and role', async () => {
    const simulator = createTestSimulator();
    const [profile] = simulator.tenant.intune.profiles();
    const path = `${profiles}/${profile?.record.id}/executeAction`;
    const body = { actionName: 'approve', driverIds: ['x'] };
    const reader = await simulator.signIn('driver.reader');
    const nobody = await simulator.signIn('no.role');
    const asReader = await simulator.call(reader, 'POST', path, body);
    expect(asReader.status).toBe(403);
    expect(intuneMessage(asReader)).toMatch(/^User is not authorized to perform this operation - /);

    const weak = await simulator.signInWithOnly('driver.admin', 'DeviceManagementConfiguration.Read.All');
    const withoutScope = await simulator.call(weak, 'POST', path, body);
    expect(withoutScope.status).toBe(403);
    expect(intuneMessage(withoutScope)).toMatch(
      /^Application is not authorized to perform this operation\. Application must have one of the following scopes: DeviceManagementConfiguration\.ReadWrite\.All - /,
    );
    expect((await simulator.call(weak, 'GET', profiles)).status).toBe(200);
    expect((await simulator.call(nobody, 'GET', profiles)).status).toBe(403);
    expect((await simulator.call(await simulator.signInApp(), 'POST', path, body)).status).toBe(200);
  });

  it('nests the refusal twice without a licence', async () => {
    const simulator = createTestSimulator('empty');
    const reply = await simulator.call(await simulator.signIn('driver.admin'), 'GET', profiles);
    expect(reply.status).toBe(401);
    const { error } = reply.json as { error: { code: string; message: string } }; // checked by what follows
    const outer = JSON.parse(error.message);
    expect(error.code).toBe('UnknownError');
    expect(outer.ErrorCode).toBe('Forbidden');
    expect(JSON.parse(outer.Message).Message).toMatch(/^An error has occurred - /);
  });

  it.each([
    ['PUT', `${profiles}/x`, 400, 'No method match route template'],
    ['DELETE', `${profiles}/x`, 404, 'ResourceNotFound'],
    ['GET', '/deviceManagement/windowsDriverUpdates', 400, 'No method match route template'],
    ['GET', '/elsewhere', 400, 'BadRequest'],
    ['GET', `${profiles}?$filter=startswith(displayName,'P')`, 400, 'BadRequest'],
    ['GET', `${profiles}?$select=secret`, 400, 'BadRequest'],
    ['GET', `${profiles}?$skiptoken=old`, 400, 'BadRequest'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const simulator = createTestSimulator();
    const reply = await simulator.call(await simulator.signIn('driver.admin'), method, path);
    expect(reply.status).toBe(status);
    expect(reply.json).toMatchObject({ error: { code } });
  });
});

describe('acting', () => {
  it.each(['executeAction', 'microsoft.graph.executeAction', 'ExecuteAction'])('%s', async (name) => {
    const simulator = createTestSimulator();
    const { tenant } = simulator;
    const pilot = profileNamed(simulator, pilotRingName);
    const open = [...pilot.drivers.values()].filter(
      ({ record, script }) => record.approvalStatus === 'needsReview' && script === undefined,
    );
    const driverIds = open.slice(0, 3).map(({ record }) => record.id);
    const token = await simulator.signIn('driver.admin');
    const deploymentDate = '2026-12-08T05:00:00.000Z';
    const body = { actionName: 'Approve', driverIds: [...driverIds, 'gone'], deploymentDate };
    const path = `${addressOf(pilot)}/${name}`;
    const reply = await simulator.call(token, 'POST', path, body);
    expect(reply.json).toEqual({
      '@odata.context': `${simOrigin}/beta/$metadata#microsoft.graph.bulkDriverActionResult`,
      successfulDriverIds: driverIds,
      failedDriverIds: [],
      notFoundDriverIds: ['gone'],
    });
    expect(tenant.log.effects).toHaveLength(3);
    expect(tenant.log.effects[0]).toMatchObject({
      kind: 'driverAction',
      driverId: driverIds[0],
      action: 'approve',
      before: { approvalStatus: 'needsReview' },
      after: { approvalStatus: 'approved', deployDateTime: '2026-12-08T05:00:00Z' },
      requestId: reply.headers.get('request-id'),
    });
    const profile = await simulator.call(token, 'GET', addressOf(pilot));
    expect(profile.json.newUpdates).toBe(open.length + 2 - 3);
    await simulator.call(token, 'POST', path, body);
    expect(tenant.log.effects).toHaveLength(3);
  });

  it('syncs in 15 s of tenant time, and admits what it finds by the kind of profile', async () => {
    const simulator = createTestSimulator();
    const { tenant } = simulator;
    const token = await simulator.signIn('driver.admin');
    const early = profileNamed(simulator, 'Early ring');
    const before = early.drivers.size;
    const state = async () => (await simulator.call(token, 'GET', addressOf(early))).json.inventorySyncStatus;
    expect((await simulator.call(token, 'POST', `${addressOf(early)}/syncInventory`)).status).toBe(204);
    expect(await state()).toMatchObject({ driverInventorySyncState: 'pending' });
    tenant.clock.advance(15 * second);
    expect(await state()).toMatchObject({ driverInventorySyncState: 'success' });
    const arrived = [...early.drivers.values()].slice(before).map(({ record }) => record);
    expect(arrived.map(({ category, approvalStatus }) => [category, approvalStatus])).toEqual([
      ['recommended', 'approved'],
      ['recommended', 'approved'],
      ['other', 'needsReview'],
    ]);
  });

  it('has one profile whose sync always fails', async () => {
    const simulator = createTestSimulator();
    const profile = profileNamed(simulator, failingSyncProfileName);
    const token = await simulator.signIn('driver.admin');
    const { lastSync } = profile;
    await simulator.call(token, 'POST', `${addressOf(profile)}/syncInventory`);
    simulator.tenant.clock.advance(15 * second);
    const { json } = await simulator.call(token, 'GET', addressOf(profile));
    expect(json.inventorySyncStatus).toMatchObject({ driverInventorySyncState: 'failure' });
    expect(profile.lastSync).toBe(lastSync);
  });
});
