import type { Incident, Task } from './defender.ts';
import { type EvidenceRecord, knownRemediation, remediationOf } from './evidence.ts';
import { GraphRefusal, type HeaderList } from './message.ts';
import { pick, readShape } from './odata/query.ts';
import type { Call } from './route.ts';
import { seenTask, seenUser } from './seen.ts';

const taskProperties = [
  'id',
  'displayName',
  'description',
  'status',
  'source',
  'actionType',
  'actionStatus',
  'responseAction',
  'createdDateTime',
  'createdByDisplayName',
  'lastModifiedDateTime',
  'lastModifiedByDisplayName',
] as const;
/** What beta alone has of an incident. */
const onlyInBeta: readonly string[] = ['recommendedActions', 'recommendedHuntingQueries'];
const incidentProperties = [
  'id',
  'displayName',
  'description',
  'summary',
  'severity',
  'status',
  'assignedTo',
  'classification',
  'determination',
  'comments',
  'createdDateTime',
  'lastUpdateDateTime',
  'lastModifiedBy',
  'incidentWebUrl',
  'redirectIncidentId',
  'resolvingComment',
  'recommendedActions',
  'recommendedHuntingQueries',
  'customTags',
  'systemTags',
  'tenantId',
] as const;

/** A task as it is sent: its incident always comes along as an id, whole where `$expand` asks for it. */
export function presentTask(call: Call, task: Task): object {
  const { tenant, request } = call;
  const shape = readShape(request.query, taskProperties, ['incident']);
  const incident = shape.expand.includes('incident') ? tenant.defender.incident(task.incidentId) : undefined;
  const json = {
    ...task.record,
    incident: {
      '@odata.type': '#microsoft.graph.security.incident',
      ...(incident ? withKnownStatus(call, incident).json : { id: task.incidentId }),
    },
  };
  return tenant.overrides.apply('incidentTask', task.record.id, pick(json, shape));
}

/** An incident as it is sent, and the headers that go with it; its alerts where `$expand` asks for them. */
export function presentIncident(
  call: Call,
  incident: Incident,
): { readonly json: object; readonly headers: HeaderList } {
  const known = incidentProperties.filter(
    (name) => call.request.version === 'beta' || !onlyInBeta.includes(name),
  );
  const { select = known, expand } = readShape(call.request.query, known, ['alerts']);
  const { json, headers } = withKnownStatus(call, incident);
  const whole = { ...json, ...(expand.includes('alerts') ? { alerts: presentAlerts(call, incident) } : {}) };
  const sent = call.tenant.overrides.apply('incident', incident.record.id, pick(whole, { select, expand }));
  return { json: sent, headers };
}

/** The alerts of an incident, with their evidence as what was done about it has left it. */
function presentAlerts(call: Call, incident: Incident): readonly object[] {
  const { tenant, request } = call;
  if (incident.refusesAlerts) {
    const held = [...request.token.scopes].join(',');
    throw new GraphRefusal(
      403,
      'Forbidden',
      `Missing application scopes. API required scopes: SecurityAlert.Read.All,SecurityAlert.ReadWrite.All, application scopes: ${held}.`,
    );
  }
  const tasks = tenant.defender.tasksOf(incident.record.id).map((task) => seenTask(call, task));
  const findUser = (id: string) => {
    const user = id === '' ? undefined : tenant.users.find(id);
    return user && seenUser(call, user);
  };
  const asked = asksForUnknownMembers(call);
  const presentEvidence = (evidence: EvidenceRecord) => {
    const status = remediationOf(evidence, tasks, findUser);
    return { ...evidence, remediationStatus: asked ? status : knownRemediation(status) };
  };
  return incident.alerts.map((alert) =>
    tenant.overrides.apply('alert', alert.id, {
      ...alert,
      tenantId: tenant.id,
      alertWebUrl: `https://security.microsoft.com/alerts/${alert.id}?tid=${tenant.id}`,
      incidentWebUrl: webUrlOf(call, incident),
      evidence: alert.evidence.map(presentEvidence),
    }),
  );
}

const webUrlOf = ({ tenant }: Call, { record }: Incident) =>
  `https://security.microsoft.com/incidents/${record.id}?tid=${tenant.id}`;

const asksForUnknownMembers = ({ request }: Call) =>
  (request.headers.get('prefer') ?? '')
    .split(',')
    .map((text) => text.trim())
    .includes(wantsUnknownMembers);

const wantsUnknownMembers = 'include-unknown-enum-members';

/**
 * `awaitingAction` stands behind the enum's sentinel, so it is sent only to callers that ask for such members:
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
function withKnownStatus(
  call: Call,
  incident: Incident,
): { readonly json: object; readonly headers: HeaderList } {
  const json = { ...incident.record, tenantId: call.tenant.id, incidentWebUrl: webUrlOf(call, incident) };
  if (asksForUnknownMembers(call)) {
    return { json, headers: { 'Preference-Applied': wantsUnknownMembers } };
  }
  const status = json.status === 'awaitingAction' ? 'unknownFutureValue' : json.status;
  return { json: { ...json, status }, headers: {} };
}
