import { toTickTime } from '../tenants/clock.ts';
import type { Incident } from './defender.ts';
import { badRequest, contextOf, guarded, notFound, readBody, toCollection } from './defender-answers.ts';
import { presentIncident } from './defender-json.ts';
import { readIncidentChange } from './incident-change.ts';
import { type GraphAnswer, idsOf } from './message.ts';
import { compileFilter, type FilterFields } from './odata/filter.ts';
import { paginate, QueryRefused, readOption } from './odata/query.ts';
import { incidentKey } from './past.ts';
import type { Call, Route } from './route.ts';
import { seenIncident } from './seen.ts';

const incidentsPerPage = 50;

/** The limits of Microsoft Sentinel, which shares its incidents: https://learn.microsoft.com/azure/sentinel/sentinel-service-limits */
const longestComment = 30_000;
const mostComments = 100;

const dates = ['eq', 'gt', 'ge', 'lt', 'le'] as const;

/** The seven properties of https://learn.microsoft.com/graph/api/security-list-incidents */
const filters: FilterFields<Incident> = {
  assignedto: { read: ({ record }) => record.assignedTo, operators: ['eq'], kind: 'text' },
  classification: { read: ({ record }) => record.classification, operators: ['eq'], kind: 'text' },
  createddatetime: { read: ({ record }) => record.createdDateTime, operators: dates, kind: 'dateTime' },
  determination: { read: ({ record }) => record.determination, operators: ['eq'], kind: 'text' },
  lastupdatedatetime: { read: ({ record }) => record.lastUpdateDateTime, operators: dates, kind: 'dateTime' },
  severity: { read: ({ record }) => record.severity, operators: ['eq'], kind: 'text' },
  status: { read: ({ record }) => record.status, operators: ['eq'], kind: 'text' },
};

function findIncident({ tenant, params }: Call): Incident {
  const id = params.incidentId ?? '';
  const incident = tenant.defender.incident(id);
  if (!incident) throw notFound('Incident', id);
  return incident;
}

export function toIncidentAnswer(call: Call, incident: Incident): GraphAnswer {
  const { json, headers } = presentIncident(call, incident);
  const context = contextOf(call.request, 'incidents/$entity');
  return { status: 200, headers, body: { '@odata.context': context, ...json } };
}

/** The latest first. That `$orderby` takes these two properties is a guess: the reference does not list it. */
function inOrder(incidents: readonly Incident[], query: URLSearchParams): readonly Incident[] {
  const order = readOption(query, 'orderby');
  if (order === undefined) return incidents;
  const match = /^(createdDateTime|lastUpdateDateTime)(?: (asc|desc))?$/i.exec(order.trim());
  if (!match) throw new QueryRefused(`The $orderby '${order}' is not supported.`);
  const sign = match[2]?.toLowerCase() === 'desc' ? -1 : 1;
  const timeOf = ({ record }: Incident) =>
    Date.parse(
      (match[1]?.toLowerCase() === 'createddatetime' ? record.createdDateTime : record.lastUpdateDateTime) ??
        '',
    );
  return [...incidents].sort((a, b) => sign * (timeOf(a) - timeOf(b)));
}

function listIncidents(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const filter = readOption(request.query, 'filter');
  const seen = tenant.defender.incidents().map((incident) => seenIncident(call, incident));
  const known = inOrder(seen, request.query);
  const all = filter === undefined ? known : known.filter(compileFilter(filter, filters));
  const page = paginate(all, request.query, request.root + request.path, incidentsPerPage);
  const sent = page.items.map((incident) => presentIncident(call, incident));
  const value = sent.map(({ json }) => json);
  const answer = toCollection(request, 'incidents', all.length, { value, nextLink: page.nextLink });
  return { ...answer, headers: sent[0]?.headers ?? {} };
}

/** https://learn.microsoft.com/graph/api/security-incident-update: 200 and the whole incident. Its tasks stay as they are. */
function updateIncident(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const incident = findIncident(call);
  const after = readIncidentChange(readBody(request));
  const { record } = incident;
  const before = Object.fromEntries(Object.entries(record).filter(([name]) => name in after));
  const now = tenant.clock.now();
  tenant.past.keep(incidentKey(record.id), record, now);
  Object.assign(record, after, {
    lastUpdateDateTime: toTickTime(now),
    lastModifiedBy: request.token.upn || request.token.name,
  });
  tenant.log.addEffect({
    ...idsOf(request),
    kind: 'incidentUpdate',
    profileId: null,
    taskId: null,
    driverId: null,
    incidentId: record.id,
    action: 'update',
    before,
    after: { ...after },
  });
  return toIncidentAnswer(call, incident);
}

function readComment(call: Call): string {
  const comment = readBody(call.request).get('comment');
  if (typeof comment !== 'string' || comment.trim() === '')
    throw badRequest("The value of 'comment' must be a text that is not empty.");
  if (comment.length > longestComment)
    throw badRequest(`The value of 'comment' must not be longer than ${longestComment} characters.`);
  return comment;
}

/** https://learn.microsoft.com/graph/api/security-incident-post-comments: 200 and all comments of the incident. */
function addComment(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const { record } = findIncident(call);
  const comment = readComment(call);
  const comments = record.comments ?? [];
  if (comments.length >= mostComments)
    throw badRequest(`An incident cannot have more than ${mostComments} comments.`);
  const now = tenant.clock.now();
  tenant.past.keep(incidentKey(record.id), record, now);
  const createdDateTime = toTickTime(now);
  Object.assign(record, {
    comments: [...comments, { comment, createdByDisplayName: request.token.name, createdDateTime }],
    lastUpdateDateTime: createdDateTime,
    lastModifiedBy: request.token.upn || request.token.name,
  });
  tenant.log.addEffect({
    ...idsOf(request),
    kind: 'incidentComment',
    profileId: null,
    taskId: null,
    driverId: null,
    incidentId: record.id,
    action: 'comment',
    before: { comment: null },
    after: { comment },
  });
  return {
    status: 200,
    body: {
      '@odata.context': `${request.root}/$metadata#Collection(microsoft.graph.security.alertComment)`,
      value: record.comments,
    },
  };
}

const incidents = '/security/incidents';
const one = `${incidents}/{incidentId}`;

const routes: readonly Route[] = [
  { method: 'GET', paths: [incidents], access: 'incidentsRead', handle: listIncidents },
  {
    method: 'GET',
    paths: [one],
    access: 'incidentsRead',
    handle: (call) => toIncidentAnswer(call, seenIncident(call, findIncident(call))),
  },
  { method: 'PATCH', paths: [one], access: 'incidentsWrite', handle: updateIncident },
  { method: 'POST', paths: [`${one}/comments`], access: 'incidentsWrite', handle: addComment },
];

/** The same in both versions. */
export const incidentRoutes: readonly Route[] = routes.map((route) => ({
  ...route,
  handle: guarded(route.handle),
}));
