import { describe, expect, it } from 'vitest';
import { hour, minute, second } from '../tenants/clock.ts';
import { createTestSimulator, intuneMessage, type TestSimulator } from '../test-simulator.ts';

const profiles = '/deviceManagement/windowsDriverUpdateProfiles';
const groupId = 'b7a1c9d2-0000-4000-8000-000000000001';
const other = 'b7a1c9d2-0000-4000-8000-000000000002';
const include = (id: string) => ({ '@odata.type': '#microsoft.graph.groupAssignmentTarget', groupId: id });
const exclude = (id: string) => ({
  '@odata.type': '#microsoft.graph.exclusionGroupAssignmentTarget',
  groupId: id,
});
const assigning = (...targets: readonly object[]) => ({ assignments: targets.map((target) => ({ target })) });

const manual = { displayName: 'Ring 4', description: 'Late adopters', approvalType: 'manual' };
const automatic = { displayName: 'Ring 5', approvalType: 'automatic', deploymentDeferralInDays: 30 };

const pathOf = (simulator: TestSimulator, name: string) =>
  `${profiles}/${simulator.tenant.intune.profiles().find(({ record }) => record.displayName === name)?.record.id}`;
const namesIn = (reply: { readonly json: Record<string, unknown> }) =>
  (reply.json.value as { displayName: string }[]).map(({ displayName }) => displayName);

async function open(persona: 'driver.admin' | 'driver.reader' = 'driver.admin') {
  const simulator = createTestSimulator('rings');
  const token = await simulator.signIn(persona);
  const call = (method: string, path: string, body?: unknown) => simulator.call(token, method, path, body);
  return { simulator, call, effects: () => simulator.tenant.log.effects };
}

describe('creating a profile', () => {
  it('answers 201 with the profile, which is empty, pending, and last in the list', async () => {
    const { call, effects } = await open();
    const reply = await call('POST', profiles, manual);
    expect(reply.status).toBe(201);
    expect(reply.json).toMatchObject({
      ...manual,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      deploymentDeferralInDays: null,
      deviceReporting: 0,
      newUpdates: 0,
      roleScopeTagIds: ['0'],
      inventorySyncStatus: {
        driverInventorySyncState: 'pending',
        lastSuccessfulSyncDateTime: '0001-01-01T00:00:00Z',
      },
    });
    expect(namesIn(await call('GET', profiles)).at(-1)).toBe('Ring 4');
    const drivers = await call('GET', `${profiles}/${reply.json.id}/driverInventories`);
    expect(drivers.json.value).toEqual([]);
    expect(effects()).toEqual([
      expect.objectContaining({
        kind: 'profileChange',
        action: 'create',
        profileId: reply.json.id,
        before: { exists: false },
        after: expect.objectContaining({ exists: true, displayName: 'Ring 4' }),
      }),
    ]);
  });

  it.each([{ deploymentDeferralInDays: 0 }, { deploymentDeferralInDays: 30 }, {}])(
    'takes an automatic one with %j',
    async (deferral) => {
      const { call } = await open();
      const { status, json } = await call('POST', profiles, {
        displayName: 'Ring 5',
        approvalType: 'automatic',
        '@odata.type': '#microsoft.graph.windowsDriverUpdateProfile',
        ...deferral,
      });
      expect([status, json.deploymentDeferralInDays]).toEqual([201, deferral.deploymentDeferralInDays ?? 0]);
    },
  );

  it('makes a second one of the same name', async () => {
    const { call } = await open();
    await call('POST', profiles, manual);
    await call('POST', profiles, manual);
    expect(namesIn(await call('GET', profiles)).filter((name) => name === 'Ring 4')).toHaveLength(2);
  });

  it.each([
    ['no name', { approvalType: 'manual' }],
    ['a blank name', { ...manual, displayName: ' ' }],
    ['a name of 201 characters', { ...manual, displayName: 'x'.repeat(201) }],
    ['a name that is none', { ...manual, displayName: 4 }],
    ['a long description', { ...manual, description: 'x'.repeat(1_501) }],
    ['no approval type', { displayName: 'Ring 4' }],
    ['an unknown approval type', { ...manual, approvalType: 'Manual' }],
    ['a deferral of 31 days', { ...automatic, deploymentDeferralInDays: 31 }],
    ['a negative deferral', { ...automatic, deploymentDeferralInDays: -1 }],
    ['half a day', { ...automatic, deploymentDeferralInDays: 0.5 }],
    ['a deferral in a manual one', { ...manual, deploymentDeferralInDays: 3 }],
    ['scope tags that are none', { ...manual, roleScopeTagIds: [0] }],
    ['what the service counts', { ...manual, newUpdates: 0 }],
    ['an id', { ...manual, id: groupId }],
  ])('refuses %s', async (_, body) => {
    const { call, effects } = await open();
    const reply = await call('POST', profiles, body);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({ error: { code: 'BadRequest' } });
    expect(intuneMessage(reply)).toMatch(/^Invalid property values - Operation ID/);
    expect(effects()).toEqual([]);
  });

  it('refuses what no profile has, in words of OData', async () => {
    const { call } = await open();
    const { status, json } = await call('POST', profiles, { ...manual, color: 'red' });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      error: { code: 'ModelValidationFailure', message: expect.stringContaining("'color' does not exist") },
    });
  });

  it.each(['[]', '"x"', 'null'])('refuses the body %s', async (text) => {
    const { call } = await open();
    expect((await call('POST', profiles, JSON.parse(text))).status).toBe(400);
  });
});

describe('changing a profile', () => {
  it('answers the whole profile, and says when it was changed', async () => {
    const { simulator, call, effects } = await open();
    simulator.tenant.clock.advance(hour);
    const reply = await call('PATCH', pathOf(simulator, 'Kiosks'), {
      displayName: 'Kiosks and tills',
      deploymentDeferralInDays: 10,
      approvalType: 'automatic',
    });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      displayName: 'Kiosks and tills',
      deploymentDeferralInDays: 10,
      newUpdates: 2,
    });
    const changed = Date.parse(String(reply.json.lastModifiedDateTime));
    expect(Math.abs(changed - simulator.tenant.clock.now())).toBeLessThan(10 * second);
    expect(effects()[0]).toMatchObject({
      kind: 'profileChange',
      action: 'update',
      before: { displayName: 'Kiosks', deploymentDeferralInDays: 7 },
      after: { displayName: 'Kiosks and tills', deploymentDeferralInDays: 10 },
    });
    const dates = [
      ...(simulator.tenant.intune
        .profiles()
        .find(({ record }) => record.displayName === 'Kiosks and tills')
        ?.drivers.values() ?? []),
    ];
    expect(dates.some(({ record }) => Date.parse(record.deployDateTime) > simulator.tenant.clock.now())).toBe(
      true,
    );
  });

  it('changes nothing without a difference', async () => {
    const { simulator, call, effects } = await open();
    const path = pathOf(simulator, 'Finance');
    const before = (await call('GET', path)).json;
    expect((await call('PATCH', path, { displayName: 'Finance' })).json).toEqual(before);
    expect(effects()).toEqual([]);
    expect(simulator.tenant.log.noChanges).toHaveLength(1);
  });

  it.each([
    ['Finance', { approvalType: 'automatic' }],
    ['Finance', { deploymentDeferralInDays: 3 }],
    ['Kiosks', { deploymentDeferralInDays: null }],
    ['Kiosks', { displayName: '' }],
    ['Kiosks', { lastModifiedDateTime: '2026-01-01T00:00:00Z' }],
  ])('refuses to make %s %j', async (name, body) => {
    const { simulator, call, effects } = await open();
    expect(intuneMessage(await call('PATCH', pathOf(simulator, name), body))).toMatch(/^Invalid property/);
    expect(effects()).toEqual([]);
  });
});

describe('deleting a profile', () => {
  it('answers 204, and 404 from then on', async () => {
    const { simulator, call, effects } = await open();
    const path = pathOf(simulator, 'Finance');
    expect((await call('DELETE', path)).status).toBe(204);
    for (const [method, address, body] of [
      ['DELETE', path, undefined],
      ['GET', path, undefined],
      ['PATCH', path, { displayName: 'x' }],
      ['POST', `${path}/assign`, assigning()],
      ['POST', `${path}/executeAction`, { actionName: 'approve', driverIds: ['x'] }],
      ['GET', `${path}/driverInventories`, undefined],
    ] as const) {
      const reply = await call(method, address, body);
      expect([reply.status, reply.json]).toMatchObject([404, { error: { code: 'ResourceNotFound' } }]);
    }
    expect(namesIn(await call('GET', profiles))).not.toContain('Finance');
    expect(effects()).toHaveLength(1);
    expect(effects()[0]).toMatchObject({ kind: 'profileChange', action: 'delete' });
  });
});

describe('assigning a profile', () => {
  it.each(['assign', 'microsoft.graph.assign'])('replaces all that was there: %s', async (name) => {
    const { simulator, call, effects } = await open();
    const path = pathOf(simulator, 'Broad');
    const before = (await call('GET', `${path}/assignments`)).json.value;
    expect(before).toHaveLength(4);
    const reply = await call(
      'POST',
      `${path}/${name}`,
      assigning(include(groupId.toUpperCase()), exclude(other)),
    );
    expect(reply.status).toBe(204);
    const { json } = await call('GET', `${path}/assignments`);
    const unfiltered = {
      deviceAndAppManagementAssignmentFilterId: null,
      deviceAndAppManagementAssignmentFilterType: 'none',
    };
    const id = path.slice(profiles.length + 1);
    expect(json.value).toEqual([
      { id: `${id}_${groupId}`, target: { ...include(groupId), ...unfiltered } },
      { id: `${id}_${other}`, target: { ...exclude(other), ...unfiltered } },
    ]);
    const expanded = await call('GET', `${path}?$expand=assignments`);
    expect(expanded.json.assignments).toEqual(json.value);
    expect(effects()).toEqual([
      expect.objectContaining({
        kind: 'profileAssignment',
        after: { targets: [`exclusionGroup ${other}`, `group ${groupId}`] },
      }),
    ]);
    await call('POST', `${path}/${name}`, assigning(exclude(other), include(groupId)));
    expect(effects()).toHaveLength(1);
    expect(simulator.tenant.log.noChanges).toHaveLength(1);
  });

  it('takes back what it sent, to every device too, and an empty list', async () => {
    const { simulator, call } = await open();
    for (const name of ['Surface', 'Broad', 'Meeting rooms']) {
      const path = pathOf(simulator, name);
      const { value } = (await call('GET', `${path}/assignments`)).json as { value: { target: object }[] };
      expect(
        (await call('POST', `${path}/assign`, assigning(...value.map(({ target }) => target)))).status,
      ).toBe(204);
      expect((await call('GET', `${path}/assignments`)).json.value).toEqual(value);
      await call('POST', `${path}/assign`, assigning());
      expect((await call('GET', `${path}/assignments`)).json.value).toEqual([]);
    }
    expect(simulator.tenant.log.noChanges).toHaveLength(3);
  });

  it('takes a group that nobody knows', async () => {
    const { simulator, call } = await open();
    expect((await call('POST', `${pathOf(simulator, 'Lab')}/assign`, assigning(include(other)))).status).toBe(
      204,
    );
  });

  it.each([
    ['a group id that is none', assigning(include('everybody')), /^Invalid GroupId : everybody provided/],
    ['no group id', assigning({ '@odata.type': include('')['@odata.type'] }), /^Invalid GroupId : undefined/],
    ['another target', assigning({ '@odata.type': '#microsoft.graph.nobody' }), /is not supported/],
    ['a target without a type', assigning({ groupId }), /is not supported/],
    ['a group twice', assigning(include(groupId), exclude(groupId)), /is assigned more than once/],
    [
      'a filter',
      assigning({ ...include(groupId), deviceAndAppManagementAssignmentFilterId: other }),
      /^Assignment filters are not supported/,
    ],
    ['no list', {}, /^assignments must be a list/],
    ['an assignment that is none', { assignments: [1] }, /^the body must be a JSON object/],
  ])('refuses %s', async (_, body, text) => {
    const { simulator, call, effects } = await open();
    const reply = await call('POST', `${pathOf(simulator, 'Lab')}/assign`, body);
    expect(reply.status).toBe(400);
    expect(intuneMessage(reply)).toMatch(text);
    expect(effects()).toEqual([]);
  });
});

describe('who may write profiles', () => {
  const writes = [
    ['POST', () => profiles, manual],
    ['PATCH', (simulator: TestSimulator) => pathOf(simulator, 'Lab'), { displayName: 'x' }],
    ['DELETE', (simulator: TestSimulator) => pathOf(simulator, 'Lab'), undefined],
    ['POST', (simulator: TestSimulator) => `${pathOf(simulator, 'Lab')}/assign`, assigning()],
  ] as const;

  it('is not a reader, and not one without the scope', async () => {
    const { simulator, call, effects } = await open('driver.reader');
    for (const [method, address, body] of writes) {
      const reply = await call(method, address(simulator), body);
      expect(reply.status).toBe(403);
      expect(intuneMessage(reply)).toMatch(/^User is not authorized/);
    }
    const weak = await simulator.signInWithOnly('driver.admin', 'DeviceManagementConfiguration.Read.All');
    for (const [method, address, body] of writes) {
      const reply = await simulator.call(weak, method, address(simulator), body);
      expect(reply.status).toBe(403);
      expect(intuneMessage(reply)).toMatch(/DeviceManagementConfiguration\.ReadWrite\.All - /);
    }
    expect(effects()).toEqual([]);
    expect((await simulator.call(weak, 'GET', `${pathOf(simulator, 'Lab')}/assignments`)).status).toBe(200);
  });
});

describe('faults', () => {
  it('lose the answer to a creation that took effect: the list shows the profile', async () => {
    const { simulator, call } = await open();
    await simulator.control('POST', '/faults', {
      kind: 'serverError',
      status: 504,
      phase: 'after',
      times: 1,
      match: { method: 'POST', path: 'windowsDriverUpdateProfiles' },
    });
    expect((await call('POST', profiles, manual)).status).toBe(504);
    expect(namesIn(await call('GET', profiles))).toContain('Ring 4');
  });

  it('delay a write, refuse another, and hold back a third by its budget', async () => {
    const { simulator, call } = await open();
    const path = pathOf(simulator, 'Lab');
    await simulator.control('POST', '/faults', {
      kind: 'lateApply',
      ms: minute,
      match: { method: 'DELETE' },
    });
    expect((await call('DELETE', path)).status).toBe(504);
    expect((await call('GET', path)).status).toBe(200);
    simulator.tenant.clock.advance(minute);
    expect((await call('GET', path)).status).toBe(404);
    await simulator.control('DELETE', '/faults');
    await simulator.control('POST', '/faults', {
      kind: 'throttled',
      retryAfter: '1',
      times: 1,
      match: { method: 'PATCH' },
    });
    expect((await call('PATCH', pathOf(simulator, 'Pilot'), { description: null })).status).toBe(429);
    const pilot = pathOf(simulator, 'Pilot');
    const statuses: number[] = [];
    for (let sent = 0; sent < 100; sent += 1)
      statuses.push((await call('POST', `${pilot}/assign`, assigning(include(groupId)))).status);
    expect(new Set(statuses)).toEqual(new Set([204, 429]));
  });

  it('show what was: a stale list knows neither the new profile nor the change, and still has the deleted one', async () => {
    const { simulator, call } = await open();
    const [finance, broad] = [pathOf(simulator, 'Finance'), pathOf(simulator, 'Broad')];
    simulator.tenant.clock.advance(hour);
    await call('POST', profiles, manual);
    await call('DELETE', finance);
    await call('PATCH', broad, { displayName: 'Everybody' });
    await call('POST', `${broad}/assign`, assigning());
    simulator.tenant.clock.advance(second);
    await simulator.control('POST', '/faults', { kind: 'staleRead', ms: minute });
    const names = namesIn(await call('GET', profiles));
    expect(names).toEqual(expect.arrayContaining(['Finance', 'Broad']));
    expect(names).not.toContain('Ring 4');
    expect(names).not.toContain('Everybody');
    expect((await call('GET', finance)).status).toBe(200);
    expect((await call('GET', `${broad}/assignments`)).json.value).toHaveLength(4);
    await simulator.control('DELETE', '/faults');
    expect((await call('GET', finance)).status).toBe(404);
  });

  it('shows a batch its items', async () => {
    const { simulator, call } = await open();
    const items = [
      { id: '1', method: 'DELETE', url: pathOf(simulator, 'Lab') },
      { id: '2', method: 'GET', url: `${pathOf(simulator, 'Broad')}/assignments` },
    ];
    const { json } = await call('POST', '/$batch', { requests: items });
    const statuses = (json.responses as { id: string; status: number }[]).map(({ id, status }) => [
      id,
      status,
    ]);
    expect(statuses).toEqual([
      ['2', 200],
      ['1', 204],
    ]);
  });
});
