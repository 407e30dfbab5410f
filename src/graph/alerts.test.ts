import { describe, expect, it } from 'vitest';
import { getIncidentWithAlerts, mostAlerts, mostEvidence } from './alerts.ts';
import { createGraph } from './client.ts';
import { type Evidence, readEvidence } from './evidence.ts';
import { baseUrl, fakeFetch, freePacer, noon, success } from './test-answers.ts';

const incident = { id: '297', displayName: 'Lateral movement', severity: 'High', status: 'Active' };
const typeOf = (kind: string) => `#microsoft.graph.security.${kind}Evidence`;
const device = { '@odata.type': typeOf('device'), hostName: 'SRV-FILE-02', verdict: 'Malicious' };

async function read(rest: object) {
  const { fetch, sendings } = fakeFetch(success({ ...incident, ...rest }));
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async ([scope]) => `${scope}`,
    fetch,
    now: () => noon,
  });
  return { ...(await getIncidentWithAlerts(graph, '297')), sendings };
}

describe('an incident with its alerts', () => {
  it('is one request, and gives its alerts with their evidence', async () => {
    const alert = {
      id: 'a1',
      title: 'LSASS memory read',
      severity: 'High',
      status: 'new',
      mitreTechniques: ['T1003.001', ' T1003.001', 7],
      firstActivityDateTime: '2026-11-30T06:41:00Z',
      evidence: [device],
    };
    const { alerts, sendings, incident } = await read({ alerts: [alert], customTags: ['VIP', 7] });
    expect(sendings).toHaveLength(1);
    expect(sendings[0]?.url).toContain('expand=alerts');
    expect(incident).toMatchObject({ id: '297', severity: 'high', customTags: ['VIP'] });
    expect(alerts).toMatchObject({ isComplete: true, setAside: [] });
    expect(alerts.rows[0]).toMatchObject({
      id: 'a1',
      severity: 'high',
      mitreTechniques: ['T1003.001'],
      firstActivityDateTime: Date.UTC(2026, 10, 30, 6, 41),
      recommendedActions: '',
      evidence: { rows: [{ kind: 'device', hostName: 'SRV-FILE-02', verdict: 'malicious' }], more: 0 },
    });
  });

  it('sets broken alerts and broken evidence aside, and keeps the rest', async () => {
    const alerts = [
      { title: 'No id' },
      'alert',
      {
        id: 'a2',
        title: 7,
        severity: 'apocalyptic',
        status: 9,
        createdDateTime: 'yesterday',
        mitreTechniques: 'T1',
        evidence: [null, { '@odata.type': '' }, { hostName: 'no type' }, device],
      },
      { id: 'a3', evidence: 'none' },
    ];
    const read1 = await read({ alerts });
    expect(read1.alerts.setAside).toHaveLength(2);
    expect(read1.alerts.rows.map(({ id }) => id)).toEqual(['a2', 'a3']);
    expect(read1.alerts.rows[0]).toMatchObject({
      title: '',
      severity: 'apocalyptic',
      status: 'unknown',
      createdDateTime: null,
      mitreTechniques: [],
    });
    expect(read1.alerts.rows[0]?.evidence.rows).toHaveLength(1);
    expect(read1.alerts.rows[0]?.evidence.setAside).toHaveLength(3);
  });

  it('counts what is too much, and says when alerts are missing', async () => {
    const many = Array.from({ length: mostAlerts + 1 }, (_, at) => ({ id: `${at}` }));
    expect((await read({ alerts: many })).alerts).toMatchObject({ isComplete: false });
    const evidence = Array.from({ length: mostEvidence + 2 }, () => device);
    const { alerts } = await read({ alerts: [{ id: 'a', evidence }] });
    expect(alerts.rows[0]?.evidence).toMatchObject({ more: 2 });
    expect((await read({})).alerts.isComplete).toBe(false);
    expect((await read({ alerts: 'x' })).alerts.isComplete).toBe(false);
    const paged = await read({ alerts: [], 'alerts@odata.nextLink': 'https://graph.microsoft.com/next' });
    expect(paged.alerts.isComplete).toBe(false);
  });

  it('takes both spellings of a determination', async () => {
    const of = async (determination: unknown) => (await read({ determination })).incident.determination;
    expect(await of('CompromisedUser')).toBe('compromisedAccount');
    expect(await of('apt')).toBe('apt');
    expect(await of('bad luck')).toBe('bad luck');
    expect(await of(7)).toBe('');
  });
});

describe('evidence', () => {
  it.each([
    ['device', { loggedOnUsers: [{ accountName: 'adele' }, null, 7] }, 'loggedOnUsers'],
    ['file', { fileDetails: { fileName: 'svch0st.exe', sha1: 7 } }, 'fileDetails'],
    ['process', { imageFile: null, processId: 'x' }, 'imageFile'],
    ['user', { userAccount: 'adele' }, 'userAccount'],
    ['mailbox', {}, 'primaryAddress'],
    ['analyzedMessage', { threats: ['Phish', 7] }, 'threats'],
    ['mailCluster', { emailCount: 14 }, 'emailCount'],
    ['ip', {}, 'ipAddress'],
    ['url', {}, 'url'],
    ['oauthApplication', {}, 'appId'],
    ['cloudApplication', { appId: 20893 }, 'appId'],
    ['registryKey', {}, 'registryKey'],
    ['registryValue', {}, 'registryValueName'],
    ['securityGroup', {}, 'securityGroupId'],
  ])('of the kind %s is read whatever is missing or broken in it', (kind, rest, name) => {
    const read = readEvidence({ '@odata.type': typeOf(kind), ...rest });
    expect(read).toMatchObject({ kind, verdict: '', remediationStatus: '', roles: [] });
    expect(read).toHaveProperty(name);
  });

  it('of a kind that is not known keeps its type, and unknown members as they came', () => {
    expect(
      readEvidence({
        '@odata.type': '#microsoft.graph.security.toasterEvidence',
        kind: 'device',
        verdict: 'burnt',
        remediationStatus: 'Running',
        displayName: 'Kitchen',
      }),
    ).toMatchObject({
      kind: 'other',
      type: 'toasterEvidence',
      verdict: 'burnt',
      remediationStatus: 'running',
      displayName: 'Kitchen',
    });
  });

  it('cuts a text that is longer than anybody reads', () => {
    const read = readEvidence({ ...device, hostName: 'x'.repeat(10_000) }) as Evidence & { hostName: string };
    expect(read.hostName.length).toBeLessThan(4_100);
  });
});
