import type { SecurityNamespace as Security } from '@microsoft/microsoft-graph-types-beta';
import type { Task } from './defender.ts';
import { badRequest, contextOf, guarded, notFound, readBody, toCollection } from './defender-answers.ts';
import { presentTask } from './defender-json.ts';
import { incidentRoutes, toIncidentAnswer } from './incident-routes.ts';
import { type GraphAnswer, type GraphRequest, idsOf } from './message.ts';
import { compileFilter, type FilterFields } from './odata/filter.ts';
import { paginate, QueryRefused, readOption } from './odata/query.ts';
import { taskKey } from './past.ts';
import { refusalToStart, startAction, touch } from './response-actions.ts';
import type { Call, Route } from './route.ts';
import { seenIncident, seenTask } from './seen.ts';

/** https://learn.microsoft.com/graph/api/security-list-incidenttasks?view=graph-rest-beta: 500 by default and at most. */
const tasksPerPage = 500;

const taskStatuses = ['open', 'inProgress', 'completed', 'failed', 'notRelevant'] as const;
const actionStatuses = ['notStarted', 'inProgress', 'partiallyCompleted', 'completed', 'failed'] as const;
const dates = ['eq', 'gt', 'ge', 'lt', 'le'] as const;

const lastChange = {
  read: (task: Task) => task.record.lastModifiedDateTime,
  operators: dates,
  kind: 'dateTime',
} as const;
const actionType = { read: (task: Task) => task.record.actionType, operators: ['eq'], kind: 'text' } as const;
const incidentId = { read: (task: Task) => task.incidentId, operators: ['eq'], kind: 'text' } as const;

/** The list page documents `incidentId`, `type` and `lastUpdateDateTime`, which the entity calls otherwise: both work. */
const taskFilters: FilterFields<Task> = {
  incidentid: incidentId,
  'incident/id': incidentId,
  type: actionType,
  actiontype: actionType,
  lastupdatedatetime: lastChange,
  lastmodifieddatetime: lastChange,
  createddatetime: { read: (task) => task.record.createdDateTime, operators: dates, kind: 'dateTime' },
  status: { read: (task) => task.record.status, operators: ['eq'], kind: taskStatuses },
  actionstatus: { read: (task) => task.record.actionStatus, operators: ['eq'], kind: actionStatuses },
};

function findTask({ tenant, params }: Call): Task {
  const id = params.taskId ?? '';
  const task = tenant.defender.task(id);
  if (!task) throw notFound('Incident task', id);
  return task;
}

/** `$orderby` takes the one documented property, under both of its names. The latest first unless asked otherwise. */
function inOrder(tasks: readonly Task[], query: URLSearchParams): readonly Task[] {
  const orderBy = readOption(query, 'orderby');
  if (orderBy === undefined) return tasks;
  const match = /^(lastUpdateDateTime|lastModifiedDateTime)(?: (asc|desc))?$/i.exec(orderBy.trim());
  if (!match) throw new QueryRefused(`The $orderby '${orderBy}' is not supported.`);
  return match[2]?.toLowerCase() === 'desc' ? tasks : [...tasks].reverse();
}

function listTasks(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const filter = readOption(request.query, 'filter');
  const all = inOrder(tenant.defender.tasks(), request.query).map((task) => seenTask(call, task));
  const matching = filter === undefined ? all : all.filter(compileFilter(filter, taskFilters));
  const page = paginate(matching, request.query, request.root + request.path, tasksPerPage);
  const value = page.items.map((task) => presentTask(call, task));
  return toCollection(request, 'incidentTasks', matching.length, { value, nextLink: page.nextLink });
}

const toTaskAnswer = (call: Call, task: Task): GraphAnswer => ({
  status: 200,
  body: {
    '@odata.context': contextOf(call.request, 'incidentTasks/$entity'),
    ...presentTask(call, task),
  },
});

/** Known from Microsoft's SDKs alone. */
function getIncidentOf(call: Call): GraphAnswer {
  const { incidentId } = findTask(call);
  const incident = call.tenant.defender.incident(incidentId);
  if (!incident) throw notFound('Incident', incidentId);
  return toIncidentAnswer(call, seenIncident(call, incident));
}

function isTaskStatus(value: unknown): value is (typeof taskStatuses)[number] {
  return taskStatuses.some((status) => status === value);
}

function readStatus(request: GraphRequest): Security.IncidentTaskStatus {
  const status = readBody(request).get('status');
  if (!isTaskStatus(status))
    throw badRequest('The status of an incident task must be one of its settable values.');
  return status;
}

/** Only `status` is taken; whatever else the body holds is ignored. */
function updateTask(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const task = findTask(call);
  const status = readStatus(request);
  const before = { status: task.record.status };
  tenant.past.keep(taskKey(task.record.id), task.record, tenant.clock.now());
  task.record.status = status;
  touch(task, request.token.name, tenant.clock.now());
  logTaskEffect(call, task, 'taskUpdate', before, { status });
  return toTaskAnswer(call, task);
}

function executeResponseAction(call: Call): GraphAnswer {
  const { tenant, request } = call;
  const task = findTask(call);
  const refusal = refusalToStart(task, request.acceptsTwice);
  if (refusal) throw refusal;
  const read = () => ({ status: task.record.status, actionStatus: task.record.actionStatus });
  const before = read();
  tenant.past.keep(taskKey(task.record.id), task.record, tenant.clock.now());
  startAction(task, request.token.name, tenant.clock.now());
  logTaskEffect(call, task, 'responseAction', before, read());
  return { status: 204 };
}

function logTaskEffect(
  { tenant, request }: Call,
  task: Task,
  kind: 'responseAction' | 'taskUpdate',
  before: object,
  after: object,
): void {
  tenant.log.addEffect({
    ...idsOf(request),
    kind,
    profileId: null,
    taskId: task.record.id,
    driverId: null,
    action: kind === 'taskUpdate' ? 'setStatus' : task.record.actionType,
    before: { ...before },
    after: { ...after },
  });
}

const tasks = '/security/incidentTasks';
const one = `${tasks}/{taskId}`;

const routes: readonly Route[] = [
  { method: 'GET', paths: [tasks], access: 'incidentsRead', handle: listTasks },
  {
    method: 'GET',
    paths: [one],
    access: 'incidentsRead',
    handle: (call) => toTaskAnswer(call, seenTask(call, findTask(call))),
  },
  { method: 'GET', paths: [`${one}/incident`], access: 'incidentsRead', handle: getIncidentOf },
  { method: 'PATCH', paths: [one], access: 'incidentsWrite', handle: updateTask },
  {
    method: 'POST',
    paths: [`${one}/executeResponseAction`, `${one}/microsoft.graph.security.executeResponseAction`],
    access: 'incidentsWrite',
    handle: executeResponseAction,
  },
];

export const defenderRoutes: readonly Route[] = [
  ...routes.map((route) => ({ ...route, handle: guarded(route.handle) })),
  ...incidentRoutes,
];
