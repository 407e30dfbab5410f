import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { AccessToken } from '../entra/directory.ts';
import { TokenRefused, tenantIdOfToken, verifyAccessToken } from '../entra/tokens.ts';
import type { RequestEntry } from '../request-log.ts';
import { isOnUsed } from '../reused-connections.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { bearerChallenge, revokedRefusal } from './challenges.ts';
import { exchange } from './exchange.ts';
import {
  type GraphAnswer,
  GraphRefusal,
  type GraphRequest,
  type GraphVersion,
  graphVersions,
  idsOf,
  type RequestIds,
  toErrorAnswer,
} from './message.ts';
import { splitPath } from './paths.ts';
import { preflightHeaders, toResponse } from './response.ts';

type FindTenant = (idOrName: string) => Tenant | undefined;

/** How a request came. */
interface Wire {
  readonly httpVersion: string;
  readonly isOnUsed: boolean;
}

/** What is known of a request before its body has come. */
type Received = Omit<GraphRequest, 'body' | 'token' | 'root' | 'inBatch'>;

const unauthorized = (text: string) =>
  new GraphRefusal(401, 'InvalidAuthenticationToken', text, { 'WWW-Authenticate': bearerChallenge });

async function answer(
  request: Request,
  version: GraphVersion,
  { httpVersion, isOnUsed }: Wire,
  ids: RequestIds,
  findTenant: FindTenant,
): Promise<GraphAnswer> {
  try {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    const tenant = findTenant(tenantIdOfToken(bearer) ?? '');
    if (!tenant) {
      const text =
        bearer === ''
          ? 'Access token is empty.'
          : 'IDX14100: JWT is not well formed, or its tenant is unknown.';
      throw unauthorized(text);
    }
    const { origin } = new URL(request.url);
    const address = splitPath(afterVersion(request, version));
    const { method, headers } = request;
    const received = { ...ids, ...address, version, method, headers, httpVersion, isOnUsed };
    const token = await verify(tenant, bearer, received);
    const body = await readBody(request);
    if (body === undefined) {
      logReceipt(tenant, token, received);
      return { status: 0, socket: 'close' };
    }
    return await exchange(tenant, { ...received, root: `${origin}/${version}`, body, token, inBatch: false });
  } catch (error) {
    if (error instanceof GraphRefusal) return toErrorAnswer(error, ids, Date.now());
    throw error;
  }
}

/** The path and the query of a request, as they were sent. */
function afterVersion(request: Request, version: GraphVersion): string {
  const { pathname, search } = new URL(request.url);
  return pathname.slice(`/${version}`.length) + search;
}

/** A refused token is logged as well: a test may want to see that the app came with an old one. */
async function verify(tenant: Tenant, bearer: string, received: Received): Promise<AccessToken> {
  try {
    return await verifyAccessToken(tenant.directory, bearer);
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    const entry = logReceipt(tenant, undefined, received);
    entry.answeredAt = entry.receivedAt;
    entry.status = 401;
    throw error.reason === 'revoked'
      ? revokedRefusal(error.capabilities, tenant.directory.accessTokensRevokedAt())
      : unauthorized(error.message);
  }
}

/** Undefined of a request that breaks off on its way: it is logged, and nothing of it is carried out. */
async function readBody(request: Request): Promise<string | undefined> {
  try {
    return await request.text();
  } catch {
    return undefined;
  }
}

function logReceipt(tenant: Tenant, token: AccessToken | undefined, received: Received): RequestEntry {
  return tenant.log.addRequest({
    method: received.method,
    path: received.path,
    query: received.query.toString(),
    ...idsOf(received),
    httpVersion: received.httpVersion,
    isOnUsed: received.isOnUsed ?? false,
    persona: token?.personaId ?? null,
    scopes: token ? [...token.scopes] : [],
    body: null,
  });
}

/** The tenant that a host belongs to: a preflight carries no token. */
function tenantOfHost(request: Request, findTenant: FindTenant): Tenant | undefined {
  const { hostname } = new URL(request.url);
  return findTenant(/^(.+)\.localhost$/.exec(hostname)?.[1] ?? 'contoso');
}

function answerPreflight(
  request: Request,
  version: GraphVersion,
  { httpVersion, isOnUsed }: Wire,
  findTenant: FindTenant,
): Response {
  const tenant = tenantOfHost(request, findTenant);
  const [path = '', query = ''] = afterVersion(request, version).split('?');
  const { fault } = tenant?.faults.take({
    place: 'preflight',
    method: request.headers.get('access-control-request-method') ?? '',
    path,
    isNextPage: false,
    token: { acrs: [] },
    inBatch: false,
  }) ?? { fault: undefined };
  if (!tenant || !fault) return new Response(null, { status: 204, headers: preflightHeaders });
  const entry = tenant.log.addRequest({
    method: 'OPTIONS',
    path,
    query,
    requestId: randomUUID(),
    clientRequestId: null,
    httpVersion,
    isOnUsed,
    persona: null,
    scopes: [],
    body: null,
  });
  entry.answeredAt = entry.receivedAt;
  entry.status = 500;
  entry.fault = fault.id;
  return new Response(null, { status: 500 });
}

/** The server hands its own request along; a test that calls the app itself has none. */
function wireOf(c: Context): Wire {
  const bindings: Partial<HttpBindings> | undefined = c.env;
  const incoming = bindings?.incoming;
  return { httpVersion: incoming?.httpVersion ?? '1.1', isOnUsed: isOnUsed(incoming) };
}

/** Everything under `/beta` and `/v1.0`: who is asking, of which tenant; the rest is {@link exchange}'s. */
export function graphRoutes(findTenant: FindTenant): Hono {
  const app = new Hono();
  for (const version of graphVersions) {
    app.options(`/${version}/*`, (c) => answerPreflight(c.req.raw, version, wireOf(c), findTenant));
    app.all(`/${version}/*`, async (c) => {
      const ids = newIds(c);
      return toResponse(await answer(c.req.raw, version, wireOf(c), ids, findTenant), ids);
    });
  }
  return app;
}

function newIds(c: Context): RequestIds {
  const requestId = randomUUID();
  return { requestId, clientRequestId: c.req.header('client-request-id') ?? requestId };
}

/**
 * What is under no known version. The text was seen, with `BadRequest` and a 400; that it is a 404 is a guess.
 */
export function answerUnknownVersion(c: Context): Response {
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflightHeaders });
  const ids = newIds(c);
  const refusal = new GraphRefusal(404, 'ResourceNotFound', 'Invalid version.');
  return toResponse(toErrorAnswer(refusal, ids, Date.now()), ids);
}
