import { describe, expect, it } from 'vitest';
import { createGraph } from './client.ts';
import { addIncidentComment, changeIncident, getIncidentDetails } from './incident-details.ts';
import { baseUrl, fakeFetch, freePacer, graphRefusal, noon, success } from './test-answers.ts';

function setUp(...answers: readonly Response[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async ([scope]) => `${scope}`,
    fetch,
    now: () => noon,
    wait: async () => {},
  });
  return { graph, sendings };
}

const incident = (rest: object = {}) => ({
  id: '7',
  displayName: 'Lateral movement',
  severity: 'high',
  status: 'awaitingAction',
  createdDateTime: '2026-11-22T10:00:00Z',
  ...rest,
});
const security = (name: string) => `#microsoft.graph.security.${name}`;
const date = Date.UTC(2026, 10, 22, 10);

async function read(rest: object) {
  const { graph } = setUp(success(incident(rest)));
  return getIncidentDetails(graph, '7');
}

async function evidenceOf(...evidence: readonly unknown[]) {
  const { alerts } = await read({ alerts: [{ id: 'a', evidence }] });
  return alerts.items[0]?.evidence;
}

describe('an incident in detail', () => {
  it('is read with its alerts, or without where they are refused', async () => {
    const { graph, sendings } = setUp(graphRefusal(403), success(incident()));
    await expect(getIncidentDetails(graph, '7')).rejects.toThrow();
    expect((await getIncidentDetails(graph, '7', { withAlerts: false })).alerts).toEqual({
      items: [],
      leftOut: 0,
    });
    expect(sendings.map(({ url }) => url)).toEqual([
      `${baseUrl}/security/incidents/7?%24expand=alerts`,
      `${baseUrl}/security/incidents/7`,
    ]);
  });

  it('has what the schema has', async () => {
    const details = await read({
      customTags: ['VIP', 7, 'Night'],
      lastModifiedBy: 'sam',
      comments: [
        { comment: 'Isolate', createdByDisplayName: 'Experts', createdDateTime: '2026-11-22T10:00:00Z' },
      ],
      alerts: [
        {
          id: 'a',
          title: 'Shadow copies deleted',
          severity: 'High',
          status: 'inProgress',
          mitreTechniques: ['T1490', null],
          createdDateTime: '2026-11-22T10:00:00Z',
          evidence: [],
        },
      ],
    });
    expect(details).toMatchObject({
      displayName: 'Lateral movement',
      customTags: ['VIP', 'Night'],
      systemTags: [],
      lastModifiedBy: 'sam',
      comments: {
        comments: [{ comment: 'Isolate', createdByDisplayName: 'Experts', createdDateTime: date }],
        commentsLeftOut: 0,
        olderComments: 0,
      },
      alerts: {
        items: [
          {
            id: 'a',
            severity: 'high',
            status: 'inProgress',
            mitreTechniques: ['T1490'],
            createdDateTime: date,
          },
        ],
        leftOut: 0,
      },
    });
  });

  it('leaves out comments and alerts of another shape, counts them, and keeps the rest', async () => {
    const { comments, alerts, customTags } = await read({
      comments: [
        { comment: ['x'] },
        null,
        { comment: 'By the other names', createdBy: 'Experts', createdTime: '2026-11-22T10:00:00Z' },
      ],
      alerts: [7, { title: 'No id' }, { id: 'a', title: 5, severity: 7, createdDateTime: 'soon' }],
      customTags: 'one',
    });
    expect(comments).toEqual({
      comments: [{ comment: 'By the other names', createdByDisplayName: 'Experts', createdDateTime: date }],
      commentsLeftOut: 2,
      olderComments: 0,
    });
    expect(alerts).toMatchObject({
      items: [{ id: 'a', title: '', severity: '', createdDateTime: null }],
      leftOut: 2,
    });
    expect(customTags).toEqual([]);
  });

  it('reads 500 alerts at most', async () => {
    const alerts = Array.from({ length: 600 }, (_, index) => ({ id: `a${index}` }));
    const read500 = (await read({ alerts })).alerts;
    expect([read500.items.length, read500.leftOut]).toEqual([500, 100]);
  });
});

describe('evidence', () => {
  it.each([
    ['device', { hostName: 'DC-02', detailedRoles: ['DomainController'] }],
    ['user', { userAccount: { userPrincipalName: 'a@b.example', azureAdUserId: '', userSid: 'S-1' } }],
    ['file', { fileDetails: { sha1: 'abc', fileName: 'x.exe' }, mdeDeviceId: 'd' }],
    ['process', { imageFile: { sha1: 'abc' }, processCommandLine: 'x.exe -all' }],
    ['analyzedMessage', { networkMessageId: 'm', p2Sender: { emailAddress: 'a@b.example' } }],
    ['mailbox', { primaryAddress: 'a@b.example' }],
    ['ip', { ipAddress: '192.0.2.1' }],
    ['url', { url: 'https://a.example' }],
    ['registryKey', { registryKey: 'Run' }],
    ['registryValue', { registryValueName: 'Start' }],
    ['cloudApplication', { displayName: 'Exchange' }],
    ['oauthApplication', { appId: 'app' }],
  ])('of the kind %s is read by its own members', async (kind, members) => {
    const evidence = {
      '@odata.type': security(`${kind}Evidence`),
      verdict: 'Malicious',
      remediationStatus: 'partiallyRemediated',
      roles: ['compromised'],
      ...members,
    };
    expect(await evidenceOf(evidence)).toMatchObject({
      items: [
        {
          kind,
          verdict: 'malicious',
          remediationStatus: 'partiallyRemediated',
          roles: ['compromised'],
          ...members,
        },
      ],
      leftOut: 0,
    });
  });

  it('of another kind keeps the name of its type, and what it says of itself', async () => {
    const odd = { '@odata.type': security('quantumEvidence'), verdict: 'guilty', remediationStatus: 'burnt' };
    expect(await evidenceOf(odd, { hostName: 'X' }, { '@odata.type': `x${'y'.repeat(500)}` })).toMatchObject({
      items: [
        { kind: 'other', type: security('quantumEvidence'), verdict: 'guilty', remediationStatus: 'burnt' },
        { kind: 'other', type: '', verdict: '', remediationStatus: '' },
        { kind: 'other', type: expect.stringMatching(/^xy{199}… \(501 characters\)$/) },
      ],
    });
  });

  it('of another shape is left out, and parts of another shape are empty', async () => {
    const file = { '@odata.type': security('fileEvidence'), fileDetails: 'x', verdict: 7, roles: 'many' };
    expect(await evidenceOf(null, 'text', ['list'], file)).toMatchObject({
      items: [{ kind: 'file', fileDetails: { sha1: '', fileName: '' }, verdict: '', roles: [] }],
      leftOut: 3,
    });
  });

  it('is a fresh object, without what it was not asked for', async () => {
    const [device] =
      (
        await evidenceOf(
          JSON.parse(
            `{ "@odata.type": "${security('deviceEvidence')}", "__proto__": { "hostName": "evil" }, "more": 1 }`,
          ),
        )
      )?.items ?? [];
    expect(device).toMatchObject({ kind: 'device', hostName: '' });
    expect(device).not.toHaveProperty('more');
  });
});

describe('a change of an incident', () => {
  it('sends what is to be changed, and that again', async () => {
    const { graph, sendings } = setUp(graphRefusal(429), success(incident()));
    const sent = await changeIncident(
      graph,
      '7',
      { assignedTo: null, customTags: ['VIP'] },
      {
        reread: async () => ({ body: { customTags: ['VIP', 'Theirs'] } }),
      },
    );
    expect(sent).toMatchObject({ kind: 'accepted' });
    expect(sendings).toMatchObject([
      {
        url: `${baseUrl}/security/incidents/7`,
        token: 'Bearer SecurityIncident.ReadWrite.All',
        init: { method: 'PATCH', body: '{"assignedTo":null,"customTags":["VIP"]}' },
      },
      { init: { body: '{"customTags":["VIP","Theirs"]}' } },
    ]);
  });
});

describe('a comment', () => {
  const body = '{"@odata.type":"microsoft.graph.security.alertComment","comment":"Done"}';

  it('is posted, and answered with all comments', async () => {
    const { graph, sendings } = setUp(success({ value: [{ comment: 'Before' }, { comment: 'Done' }, 7] }));
    const sent = await addIncidentComment(graph, '7', 'Done', {});
    expect(sendings).toMatchObject([
      { url: `${baseUrl}/security/incidents/7/comments`, init: { method: 'POST', body } },
    ]);
    expect(sent.kind).toBe('accepted');
  });

  it('is sent again as it was where a read says that it is not there', async () => {
    const again = setUp(graphRefusal(429), success({ value: [] }));
    await addIncidentComment(again.graph, '7', 'Done', { reread: async () => ({}) });
    expect(again.sendings.map(({ init }) => init?.body)).toEqual([body, body]);
    const done = setUp(graphRefusal(429));
    expect(await addIncidentComment(done.graph, '7', 'Done', { reread: async () => undefined })).toEqual({
      kind: 'nothingLeft',
    });
  });
});

it('reads determinations in both spellings, logged-on users, and clusters of email', async () => {
  const typeOf = (kind: string) => `#microsoft.graph.security.${kind}Evidence`;
  const evidence = [
    { '@odata.type': typeOf('device'), loggedOnUsers: [{ accountName: 'adele' }, 7] },
    { '@odata.type': typeOf('mailCluster'), networkMessageIds: ['n-1', 7] },
  ];
  const { graph } = setUp(
    success(incident({ determination: 'CompromisedUser', alerts: [{ id: 'a', evidence }] })),
    success(incident({ determination: 'Apt' })),
  );
  const details = await getIncidentDetails(graph, '7');
  expect(details.determination).toBe('compromisedAccount');
  expect(details.alerts.items[0]?.evidence.items).toMatchObject([
    { kind: 'device', loggedOnUsers: [{ accountName: 'adele', domainName: '' }] },
    { kind: 'mailCluster', networkMessageIds: ['n-1'] },
  ]);
  expect((await getIncidentDetails(graph, '7')).determination).toBe('apt');
});
