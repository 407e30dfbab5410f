import { setTimeout as wait } from 'node:timers/promises';
import { type Fault, needsRealAnswer } from '../faults/fault.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { answerBatch, isBatch } from './batch.ts';
import { defenderRoutes } from './defender-routes.ts';
import { toFaultAnswer } from './fault-answers.ts';
import { groupRoutes } from './group-routes.ts';
import { identityAccountRoutes } from './identity-account-routes.ts';
import { incidentRoutes } from './incident-routes.ts';
import { noRouteRefusal } from './intune-errors.ts';
import { intuneRoutes } from './intune-routes.ts';
import {
  type GraphAnswer,
  GraphRefusal,
  type GraphRequest,
  type GraphVersion,
  idsOf,
  toErrorAnswer,
} from './message.ts';
import { readOption } from './odata/query.ts';
import { assertAllowed } from './permissions.ts';
import { riskyUserRoutes } from './risky-user-routes.ts';
import { firstUnknownSegment, matchRoute, type Route } from './route.ts';
import { parseRetryAfter } from './throttle.ts';
import { userRoutes } from './user-routes.ts';

/** The same in both versions. */
const directory = { groups: groupRoutes, users: userRoutes, identityprotection: riskyUserRoutes };

/** By the first segment of the path. Neither drivers nor incident tasks have left beta. */
const areas: Readonly<Record<GraphVersion, Readonly<Record<string, readonly Route[]>>>> = {
  beta: {
    devicemanagement: intuneRoutes,
    security: [...defenderRoutes, ...identityAccountRoutes],
    ...directory,
  },
  'v1.0': { devicemanagement: [], security: [...incidentRoutes, ...identityAccountRoutes], ...directory },
};

/**
 * One request to a tenant's Graph, from its receipt to its answer: logged, delayed, throttled, carried out and hit by
 * the faults that are switched on. Never throws a refusal.
 */
export async function exchange(tenant: Tenant, request: GraphRequest): Promise<GraphAnswer> {
  const entry = tenant.log.addRequest({
    method: request.method,
    path: request.path,
    query: request.query.toString(),
    ...idsOf(request),
    httpVersion: request.httpVersion,
    isOnUsed: request.isOnUsed ?? false,
    persona: request.token.personaId ?? null,
    scopes: [...request.token.scopes],
    body: readLoggedBody(request.body),
  });
  const early = tenant.throttle.earlyBy(request);
  if (early !== undefined) {
    const { requestId, method, path } = request;
    tenant.log.addViolation({ requestId, rule: 'beforeRetryAfter', method, path, earlyMs: early });
  }
  const isNextPage = readOption(request.query, 'skiptoken') !== undefined;
  const { beside, fault } = tenant.faults.take({ place: 'graph', ...request, isNextPage });
  entry.fault = fault?.id ?? beside.at(-1)?.id ?? null;
  await pause(tenant.faults.latency + sumOf(beside, 'before'));
  const acceptsTwice = beside.some(({ kind }) => kind === 'acceptTwice');
  const answer = await answerWith(tenant, acceptsTwice ? { ...request, acceptsTwice } : request, fault);
  await pause(sumOf(beside, 'after'));
  notePromise(tenant, request, answer);
  if (answer.socket !== 'silence') entry.answeredAt = new Date().toISOString();
  entry.broken = answer.socket ?? null;
  entry.byProxy = answer.html !== undefined;
  entry.status = answer.socket === undefined || answer.socket === 'truncate' ? answer.status : null;
  return answer;
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await wait(ms);
}

function sumOf(beside: readonly Fault[], phase: Fault['phase']): number {
  return beside.reduce(
    (sum, fault) => sum + (fault.kind === 'latency' && fault.phase === phase ? fault.ms : 0),
    0,
  );
}

async function answerWith(
  tenant: Tenant,
  request: GraphRequest,
  fault: Fault | undefined,
): Promise<GraphAnswer> {
  if (!fault) return carryOut(tenant, request);
  if (fault.kind === 'stall' && fault.ms !== null) return stall(tenant, request, fault.phase, fault.ms);
  if (fault.kind === 'lateApply') {
    tenant.clock.at(tenant.clock.now() + fault.ms, () => void carryOut(tenant, request));
    return toFaultAnswer(fault, tenant, request, undefined);
  }
  const first = fault.phase === 'after' || needsRealAnswer.has(fault.kind);
  const asOf = fault.kind === 'staleRead' ? { asOf: tenant.clock.now() - fault.ms } : {};
  const some = fault.kind === 'partialApply' ? { body: firstIds(request.body, fault.count) } : {};
  const real = first ? await carryOut(tenant, { ...request, ...asOf, ...some }) : undefined;
  return toFaultAnswer(fault, tenant, request, real);
}

/** The body of an executeAction with only so many of its ids; anything else stays as it is. */
function firstIds(text: string, count: number): string {
  const body = readLoggedBody(text);
  if (typeof body !== 'object' || body === null || !('driverIds' in body)) return text;
  const { driverIds } = body;
  return Array.isArray(driverIds) ? JSON.stringify({ ...body, driverIds: driverIds.slice(0, count) }) : text;
}

async function stall(
  tenant: Tenant,
  request: GraphRequest,
  phase: Fault['phase'],
  ms: number,
): Promise<GraphAnswer> {
  const done = phase === 'after' ? carryOut(tenant, request) : undefined;
  await pause(ms);
  return done ?? carryOut(tenant, request);
}

async function carryOut(tenant: Tenant, request: GraphRequest): Promise<GraphAnswer> {
  try {
    const seconds = tenant.throttle.admit(request);
    if (seconds !== undefined) {
      throw new GraphRefusal(429, 'TooManyRequests', 'Too many requests.', { 'Retry-After': `${seconds}` });
    }
    assertJson(request);
    if (isBatch(request)) return await answerBatch(request, (item) => exchange(tenant, item));
    return dispatch(tenant, request);
  } catch (error) {
    if (error instanceof GraphRefusal) return toErrorAnswer(error, request, tenant.clock.now());
    throw error;
  }
}

function dispatch(tenant: Tenant, request: GraphRequest): GraphAnswer {
  const area = request.segments[0]?.toLowerCase() ?? '';
  const known = areas[request.version];
  const routes = Object.hasOwn(known, area) ? known[area] : undefined;
  if (!routes) throw noSegment(request.segments[0] ?? '');
  const match = matchRoute(routes, request);
  if (match.found === 'route') {
    assertAllowed(request, match.route.access);
    return match.route.handle({ tenant, request, params: match.params });
  }
  if (routes === intuneRoutes) throw noRouteRefusal(request);
  if (match.found === 'pathOnly') {
    throw new GraphRefusal(405, 'MethodNotAllowed', `The method ${request.method} is not allowed here.`);
  }
  throw noSegment(firstUnknownSegment(routes, request.segments));
}

const noSegment = (segment: string) =>
  new GraphRefusal(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);

/**
 * The 400 was seen of a body without a type. https://learn.microsoft.com/graph/errors documents the 415 for one of another
 * type; its code and text are a guess.
 */
function assertJson({ body, headers }: GraphRequest): void {
  const type = headers.get('content-type') ?? '';
  if (body === '' || /^application\/json\b/i.test(type)) return;
  if (type === '') {
    const text = 'Write requests (excluding DELETE) must contain the Content-Type header declaration.';
    throw new GraphRefusal(400, 'BadRequest', text);
  }
  const text = `The content type '${type}' is not supported. Send 'application/json'.`;
  throw new GraphRefusal(415, 'UnsupportedMediaType', text);
}

/** Whatever told the app to wait, the tenant's log holds it to that: what it could not see told it nothing. */
function notePromise(tenant: Tenant, request: GraphRequest, answer: GraphAnswer): void {
  const text = answer.hides === 'Retry-After' ? undefined : answer.headers?.['Retry-After'];
  const waitMs = text === undefined ? undefined : parseRetryAfter(text, Date.now());
  if (waitMs !== undefined) tenant.throttle.promise(request, waitMs);
}

function readLoggedBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
