import { describe, expect, it } from 'vitest';
import { failingDevice, partialFile, stuckDevice } from '../seeds/contoso-defender.ts';
import { hour, second } from '../tenants/clock.ts';
import { createTestSimulator, type TestSimulator } from '../test-simulator.ts';
import type { Task } from './defender.ts';

const tasks = '/security/incidentTasks';

function taskFor({ tenant }: TestSimulator, wanted: (task: Task) => boolean): Task {
  const task = tenant.defender.tasks().find(wanted);
  if (!task) throw new Error('The seed has no such task.');
  return task;
}
const aimsAt = (target: string) => (task: Task) => task.record.responseAction?.identifierValue === target;

async function setUp() {
  const simulator = createTestSimulator();
  const token = await simulator.signIn('soc.operator');
  const execute = (task: Task) =>
    simulator.call(token, 'POST', `${tasks}/${task.record.id}/executeResponseAction`);
  const read = async (task: Task) => (await simulator.call(token, 'GET', `${tasks}/${task.record.id}`)).json;
  return { simulator, token, execute, read };
}

describe('executeResponseAction', () => {
  it('runs in tenant time: in progress at once, completed after 20 s', async () => {
    const { simulator, execute, read } = await setUp();
    const task = taskFor(simulator, aimsAt('FIN-LT-0231'));
    const { status, json } = await execute(task);
    expect([status, json]).toEqual([204, {}]);
    expect(await read(task)).toMatchObject({
      actionStatus: 'inProgress',
      status: 'inProgress',
      lastModifiedByDisplayName: 'Sam Operator',
    });
    simulator.tenant.clock.advance(20 * second);
    expect(await read(task)).toMatchObject({ actionStatus: 'completed', status: 'completed' });
    expect(simulator.tenant.log.effects).toMatchObject([
      { kind: 'responseAction', taskId: task.record.id, after: { actionStatus: 'inProgress' } },
    ]);
  });

  it.each([
    [failingDevice, 30, { actionStatus: 'failed', status: 'failed' }],
    [partialFile, 20, { actionStatus: 'partiallyCompleted', status: 'inProgress' }],
  ])('%s ends as scripted', async (target, seconds, end) => {
    const { simulator, execute, read } = await setUp();
    const task = taskFor(simulator, aimsAt(target));
    await execute(task);
    simulator.tenant.clock.advance((seconds - 5) * second);
    expect(await read(task)).toMatchObject({ actionStatus: 'inProgress' });
    simulator.tenant.clock.advance(5 * second);
    expect(await read(task)).toMatchObject(end);
  });

  it('leaves the stuck one stuck', async () => {
    const { simulator, read } = await setUp();
    simulator.tenant.clock.advance(100 * hour);
    expect(await read(taskFor(simulator, aimsAt(stuckDevice)))).toMatchObject({ actionStatus: 'inProgress' });
  });

  it.each(['text', 'submitIocRule'])('refuses %s to the letter', async (actionType) => {
    const { simulator, execute } = await setUp();
    const reply = await execute(taskFor(simulator, ({ record }) => record.actionType === actionType));
    const requestId = reply.headers.get('request-id');
    expect(reply.status).toBe(400);
    expect(reply.json).toEqual({
      error: {
        code: 'UnsupportedActionType',
        message: `Action type '${actionType}' is not supported for automated execution.`,
        innerError: {
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
          'request-id': requestId,
          'client-request-id': requestId,
        },
      },
    });
  });

  it('refuses a repeated execution to the letter, and does nothing', async () => {
    const { simulator, execute } = await setUp();
    const task = taskFor(simulator, aimsAt('FIN-LT-0244'));
    await execute(task);
    const reply = await execute(task);
    expect(reply.status).toBe(400);
    expect(reply.json).toMatchObject({
      error: { code: 'ActionAlreadyInProgress', message: 'Response action is already in progress.' },
    });
    expect(simulator.tenant.log.effects).toHaveLength(1);
  });

  it.each([
    'disableUser',
    'enableUser',
    'forceUserPasswordReset',
    'markUserAsCompromised',
    'requireSignIn',
    'hardDeleteEmail',
    'softDeleteEmail',
  ])('refuses %s in the words of the later page', async (actionType) => {
    const { simulator, execute } = await setUp();
    const { json } = await execute(taskFor(simulator, ({ record }) => record.actionType === actionType));
    expect(json).toMatchObject({
      error: { code: 'BadRequest', message: `Currently ${actionType} is not supported` },
    });
  });

  it('has a qualified form, and needs a writing scope and role', async () => {
    const { simulator, token } = await setUp();
    const task = taskFor(simulator, aimsAt('HR-LT-0088'));
    const path = `${tasks}/${task.record.id}/microsoft.graph.security.executeResponseAction`;
    const reader = await simulator.signIn('soc.reader');
    expect((await simulator.call(reader, 'POST', path)).json).toMatchObject({ error: { code: 'Forbidden' } });
    const weak = await simulator.signInWithOnly('soc.operator', 'SecurityIncident.Read.All');
    expect((await simulator.call(weak, 'POST', path)).json).toMatchObject({
      error: {
        message:
          'Missing application scopes. API required scopes: SecurityIncident.ReadWrite.All, application scopes: SecurityIncident.Read.All.',
      },
    });
    expect((await simulator.call(token, 'POST', path)).status).toBe(204);
  });
});

describe('reading and updating tasks', () => {
  it('filters by the documented and by the real names', async () => {
    const { simulator, token } = await setUp();
    const idsOf = async (filter: string) => {
      const { json } = await simulator.call(token, 'GET', `${tasks}?$filter=${filter}`);
      const value = json.value as { id: string }[]; // a collection, or the test fails below
      return value.map(({ id }) => id);
    };
    const ofIncident = await idsOf("incidentId eq '2972395'");
    expect(ofIncident).toHaveLength(7);
    expect(await idsOf("incident/id eq '2972395'")).toEqual(ofIncident);
    const since = new Date(Date.now() - 2 * hour).toISOString();
    const recent = `(status eq 'open' or status eq 'inProgress') and lastModifiedDateTime ge ${since}`;
    expect(await idsOf(recent)).toEqual(ofIncident);
    expect(await idsOf("type eq 'unIsolateDevice'")).toHaveLength(1);
    expect((await simulator.call(token, 'GET', `${tasks}?$filter=contains(displayName,'x')`)).status).toBe(
      400,
    );
  });

  it('pages by 500', async () => {
    const simulator = createTestSimulator('large');
    const token = await simulator.signIn('soc.reader');
    const first = await simulator.call(token, 'GET', `${tasks}?$top=999&$count=true`);
    expect(first.json.value).toHaveLength(500);
    expect(first.json['@odata.count']).toBe(1_200);
    const second = await simulator.call(token, 'GET', String(first.json['@odata.nextLink']));
    const third = await simulator.call(token, 'GET', String(second.json['@odata.nextLink']));
    expect(third.json.value).toHaveLength(200);
    expect(third.json['@odata.nextLink']).toBeUndefined();
  });

  it('updates nothing but the status, and answers the whole task', async () => {
    const { simulator, token } = await setUp();
    const task = taskFor(simulator, ({ record }) => record.actionType === 'text' && record.status === 'open');
    const path = `${tasks}/${task.record.id}`;
    const title = task.record.displayName;
    const reply = await simulator.call(token, 'PATCH', path, { status: 'completed', displayName: 'Other' });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      status: 'completed',
      displayName: title,
      incident: { id: task.incidentId },
    });
    for (const body of [{ status: 'unknownFutureValue' }, { status: 1 }, {}, [], null]) {
      expect((await simulator.call(token, 'PATCH', path, body)).status).toBe(400);
    }
    expect(simulator.tenant.log.effects).toHaveLength(1);
  });

  it('keeps awaitingAction for callers that ask for unknown members', async () => {
    const { simulator, token } = await setUp();
    const path = '/security/incidents/2972395';
    const plain = await simulator.call(token, 'GET', path);
    expect(plain.json).toMatchObject({ status: 'unknownFutureValue', tenantId: simulator.tenant.id });
    expect(plain.json).not.toHaveProperty('alerts');
    const prefer = { prefer: 'include-unknown-enum-members' };
    const asked = await simulator.call(token, 'GET', `${path}?$expand=alerts`, undefined, prefer);
    expect(asked.json).toMatchObject({ status: 'awaitingAction', alerts: [{}, {}, {}] });
    expect(asked.headers.get('preference-applied')).toBe('include-unknown-enum-members');
  });

  it.each([
    ['GET', `${tasks}/nope`, 404, 'NotFound'],
    ['DELETE', `${tasks}/213213`, 405, 'MethodNotAllowed'],
    ['GET', '/security/incidentTask', 400, 'BadRequest'],
  ])('%s %s: %i %s', async (method, path, status, code) => {
    const { simulator, token } = await setUp();
    const reply = await simulator.call(token, method, path);
    expect([reply.status, reply.json]).toMatchObject([status, { error: { code } }]);
  });
});
