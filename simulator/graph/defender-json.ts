import type { Incident, Task } from './defender.ts';
import type { HeaderList } from './message.ts';
import { pick, readShape } from './odata/query.ts';
import type { Call } from './route.ts';

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
  const whole = { ...json, ...(expand.includes('alerts') ? { alerts: incident.alerts } : {}) };
  const sent = call.tenant.overrides.apply('incident', incident.record.id, pick(whole, { select, expand }));
  return { json: sent, headers };
}

const wantsUnknownMembers = 'include-unknown-enum-members';

/**
 * `awaitingAction` stands behind the enum's sentinel, so it is sent only to callers that ask for such members:
 * https://learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations
 */
function withKnownStatus(
  { tenant, request }: Call,
  incident: Incident,
): { readonly json: object; readonly headers: HeaderList } {
  const json = {
    ...incident.record,
    tenantId: tenant.id,
    incidentWebUrl: `https://security.microsoft.com/incidents/${incident.record.id}?tid=${tenant.id}`,
  };
  const preferences = (request.headers.get('prefer') ?? '').split(',').map((text) => text.trim());
  if (preferences.includes(wantsUnknownMembers)) {
    return { json, headers: { 'Preference-Applied': wantsUnknownMembers } };
  }
  const status = json.status === 'awaitingAction' ? 'unknownFutureValue' : json.status;
  return { json: { ...json, status }, headers: {} };
}
