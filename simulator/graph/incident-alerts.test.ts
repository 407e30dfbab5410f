import { describe, expect, it } from 'vitest';
import { partialFile } from '../seeds/contoso-defender.ts';
import { firstGrowth, growingIncident, secondGrowth } from '../seeds/incidents.ts';
import { foreignEvidenceIncident, goneIncident, refusingIncident } from '../seeds/strange.ts';
import { hybridUser } from '../seeds/users.ts';
import { minute, second } from '../tenants/clock.ts';
import { createTestSimulator, simOrigin } from '../test-simulator.ts';

interface Evidence {
  readonly '@odata.type': string;
  readonly remediationStatus: string;
  readonly hostName?: string;
  readonly fileDetails?: { readonly sha1: string };
  readonly userAccount?: { readonly userPrincipalName: string };
}
interface Alert {
  readonly title: string;
  readonly mitreTechniques: readonly string[];
  readonly evidence: readonly Evidence[];
}

const incidents = '/security/incidents';
const asked = { Prefer: 'include-unknown-enum-members' };

async function setUp(seed: Parameters<typeof createTestSimulator>[0] = 'incidents') {
  const simulator = createTestSimulator(seed);
  const token = await simulator.signIn('soc.operator');
  const read = async (address: string, headers: HeadersInit = asked) =>
    simulator.call(token, 'GET', address, undefined, headers);
  const alertsOf = async (id: string, headers?: HeadersInit) => {
    const { json } = await read(`${incidents}/${id}?$expand=alerts`, headers);
    return json.alerts as readonly Alert[]; // as the simulator sends them
  };
  const evidenceOf = async (id: string, headers?: HeadersInit) =>
    (await alertsOf(id, headers)).flatMap(({ evidence }) => evidence);
  const taskFor = (target: string, actionType: string) =>
    simulator.tenant.defender
      .tasks()
      .find(
        ({ record }) => record.responseAction?.identifierValue === target && record.actionType === actionType,
      )?.record.id ?? '';
  const start = (id: string) =>
    simulator.call(token, 'POST', `/security/incidentTasks/${id}/executeResponseAction`);
  const advance = (advanceMs: number) => simulator.control('POST', '/clock', { advanceMs });
  return { simulator, token, read, alertsOf, evidenceOf, taskFor, start, advance };
}

describe('alerts of an incident', () => {
  it('come with $expand alone, with techniques and evidence of more than ten kinds', async () => {
    const { simulator, read, alertsOf, evidenceOf } = await setUp();
    expect((await read(`${incidents}/2972395`)).json.alerts).toBeUndefined();
    const [first] = await alertsOf('2972395');
    expect(first).toMatchObject({
      title: 'Suspicious remote access software',
      mitreTechniques: ['T1566.002', 'T1219'],
      tenantId: simulator.tenant.id,
      incidentWebUrl: expect.stringContaining('/incidents/2972395?tid='),
    });
    const kinds = new Set<string>();
    for (const { record } of simulator.tenant.defender.incidents()) {
      for (const evidence of await evidenceOf(record.id))
        kinds.add(evidence['@odata.type'].replace('#microsoft.graph.security.', ''));
    }
    expect([...kinds].sort()).toEqual([
      'analyzedMessageEvidence',
      'cloudApplicationEvidence',
      'deviceEvidence',
      'fileEvidence',
      'ipEvidence',
      'mailboxEvidence',
      'oauthApplicationEvidence',
      'processEvidence',
      'registryValueEvidence',
      'urlEvidence',
      'userEvidence',
    ]);
  });

  it('come with a list, in pages of 50 at most', async () => {
    const { read } = await setUp('large');
    const { json } = await read(`${incidents}?$expand=alerts&$top=100`);
    expect(json.value).toHaveLength(50);
    expect(json['@odata.nextLink']).toContain('expand=alerts');
    expect(json.value).toMatchObject({ 0: { id: '4100000', alerts: [{ evidence: expect.any(Array) }] } });
  });

  it('work in v1.0', async () => {
    const { read } = await setUp();
    const { json } = await read(`${simOrigin}/v1.0${incidents}/2972395?$expand=alerts`);
    expect(json.alerts).toHaveLength(3);
  });

  it('may be refused where the incident and its tasks are not', async () => {
    const { read } = await setUp('strange');
    const reply = await read(`${incidents}/${refusingIncident}?$expand=alerts`);
    expect([reply.status, reply.json]).toMatchObject([
      403,
      {
        error: { message: expect.stringMatching(/^Missing application scopes\. .*SecurityAlert\.Read\.All/) },
      },
    ]);
    expect((await read(`${incidents}/${refusingIncident}`)).status).toBe(200);
    const tasks = await read(`/security/incidentTasks?$filter=incidentId eq '${refusingIncident}'`);
    expect(tasks.json.value).toHaveLength(2);
  });

  it('may hold evidence that nobody knows', async () => {
    const { evidenceOf } = await setUp('strange');
    expect(await evidenceOf(foreignEvidenceIncident)).toContainEqual(
      expect.objectContaining({ verdict: 'guilty', remediationStatus: 'burnt' }),
    );
  });
});

describe('evidence', () => {
  const statusOf = (all: readonly Evidence[], wanted: (evidence: Evidence) => boolean) =>
    all.find(wanted)?.remediationStatus;

  it('runs, and turns to remediated when the response action of its device has ended', async () => {
    const { evidenceOf, taskFor, start, advance } = await setUp();
    const device = async () =>
      statusOf(await evidenceOf('2972395'), ({ hostName }) => hostName === 'FIN-LT-0231');
    expect(await device()).toBe('active');
    await start(taskFor('FIN-LT-0231', 'isolateDevice'));
    expect(await device()).toBe('running');
    await advance(25 * second);
    expect(await device()).toBe('remediated');
  });

  it('is unremediated where the action failed, and partly so where it ended in part', async () => {
    const { evidenceOf, taskFor, start, advance } = await setUp();
    await start(taskFor('SRV-FILE-02', 'isolateDevice'));
    await start(taskFor(partialFile, 'stopAndQuarantineFile'));
    await advance(minute);
    expect(statusOf(await evidenceOf('2972395'), ({ hostName }) => hostName === 'SRV-FILE-02')).toBe(
      'unremediated',
    );
    const ransomware = await evidenceOf('2972401');
    expect(statusOf(ransomware, ({ fileDetails }) => fileDetails?.sha1 === partialFile)).toBe(
      'partiallyRemediated',
    );
    expect(statusOf(ransomware, ({ hostName }) => hostName === 'ENG-WS-0419')).toBe('running');
  });

  it('is active again when its device was released', async () => {
    const { evidenceOf, taskFor, start, advance } = await setUp();
    await start(taskFor('HR-LT-0088', 'unIsolateDevice'));
    await advance(minute);
    expect(statusOf(await evidenceOf('2971940'), ({ hostName }) => hostName === 'HR-LT-0088')).toBe('active');
  });

  it('is remediated of a user who is disabled', async () => {
    const { simulator, evidenceOf } = await setUp();
    const lead = await simulator.signIn('soc.lead');
    const account = simulator.tenant.users.find(hybridUser)?.record;
    const user = async () =>
      statusOf(
        await evidenceOf('2972388'),
        ({ userAccount }) => userAccount?.userPrincipalName === hybridUser,
      );
    expect(await user()).toBe('active');
    const body = {
      accountId: account?.activeDirectory?.objectId,
      action: 'disable',
      identityProvider: 'activeDirectory',
    };
    const path = `/security/identities/identityAccounts/${account?.identityId}/invokeAction`;
    expect((await simulator.call(lead, 'POST', path, body)).status).toBe(200);
    expect(await user()).toBe('remediated');
  });

  it('has its later members for those alone who ask for them, and is as it was for a read that lags behind', async () => {
    const { simulator, evidenceOf, taskFor, start, advance } = await setUp();
    expect(statusOf(await evidenceOf('2972395', {}), ({ hostName }) => hostName === 'FIN-LT-0231')).toBe(
      'unknownFutureValue',
    );
    await start(taskFor('FIN-LT-0231', 'isolateDevice'));
    await advance(25 * second);
    expect(statusOf(await evidenceOf('2972395', {}), ({ hostName }) => hostName === 'FIN-LT-0231')).toBe(
      'remediated',
    );
    await simulator.control('POST', '/faults', { kind: 'staleRead', ms: 5 * minute, times: 1 });
    expect(statusOf(await evidenceOf('2972395'), ({ hostName }) => hostName === 'FIN-LT-0231')).toBe(
      'active',
    );
  });
});

describe('an incident that grows', () => {
  it('has more tasks and alerts as time goes by, and says when it changed', async () => {
    const { simulator, read, alertsOf, advance } = await setUp();
    const tasks = async () =>
      (await read(`/security/incidentTasks?$filter=incidentId eq '${growingIncident}'`)).json
        .value as object[];
    const changed = async () => (await read(`${incidents}/${growingIncident}`)).json.lastUpdateDateTime;
    const before = await changed();
    expect([(await tasks()).length, (await alertsOf(growingIncident)).length]).toEqual([7, 2]);
    await advance(firstGrowth);
    expect([(await tasks()).length, (await alertsOf(growingIncident)).length]).toEqual([8, 3]);
    expect(await changed()).not.toBe(before);
    await advance(secondGrowth - firstGrowth);
    expect([(await tasks()).length, (await alertsOf(growingIncident)).length]).toEqual([9, 4]);
    const newest = simulator.tenant.defender.tasks()[0]?.record;
    expect(newest?.displayName).toBe('Restrict app execution on SRV-FILE-07');
    expect(newest?.lastModifiedDateTime).toBe(newest?.createdDateTime);
  });

  it('has no task before its time, not by its id either', async () => {
    const { simulator, read, advance } = await setUp();
    const next = `${213_212 + 27 + 8}`;
    expect((await read(`/security/incidentTasks/${next}`)).status).toBe(404);
    await advance(firstGrowth);
    expect((await read(`/security/incidentTasks/${next}`)).status).toBe(200);
    expect(simulator.tenant.defender.task(next)?.incidentId).toBe(growingIncident);
  });
});

describe('the incident of a task', () => {
  it('is read by way of the task, and may be gone', async () => {
    const { read } = await setUp();
    const { json } = await read('/security/incidentTasks/213213/incident?$expand=alerts');
    expect(json).toMatchObject({ id: '2972395', alerts: expect.any(Array) });
    const strange = await setUp('strange');
    expect((await strange.read('/security/incidentTasks/800499/incident')).status).toBe(404);
    expect((await strange.read(`${incidents}/${goneIncident}`)).status).toBe(404);
  });
});
