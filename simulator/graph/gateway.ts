import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { AccessToken } from '../entra/directory.ts';
import { TokenRefused, tenantIdOfToken, verifyAccessToken } from '../entra/tokens.ts';
import type { Tenant } from '../tenants/tenant.ts';
import { exchange } from './exchange.ts';
import {
  type GraphAnswer,
  GraphRefusal,
  type GraphRequest,
  type RequestIds,
  toErrorAnswer,
} from './message.ts';
import { splitPath } from './paths.ts';

/** Tells the server what to do with the connection; never sent. */
export const socketHeader = 'x-simulator-socket';

/** Graph's CORS answers, as a browser sees them. */
const allowOrigin = { 'Access-Control-Allow-Origin': '*' } as const;
const exposed = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'Retry-After',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
  'X-Planner-Operationid',
  'x-ms-permissions-recommendations',
].join(', ');

const preflightHeaders = {
  ...allowOrigin,
  'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Prefer, client-request-id, ConsistencyLevel',
} as const;

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const diagnostic = JSON.stringify({
  ServerInfo: { DataCenter: 'Simulator', Slice: 'E', Ring: '0', ScaleUnit: '000', RoleInstance: 'LOCALHOST' },
});

function toResponse(answer: GraphAnswer, ids: RequestIds): Response {
  const headers = new Headers({ ...allowOrigin, ...answer.headers });
  if (answer.socket) headers.set(socketHeader, answer.socket);
  if (answer.socket === 'close') return new Response(null, { status: 500, headers });
  if (answer.html !== undefined) {
    headers.set('Content-Type', 'text/html; charset=utf-8');
    return new Response(answer.html, { status: answer.status, headers });
  }
  headers.set('Access-Control-Expose-Headers', exposed);
  headers.set('request-id', ids.requestId);
  headers.set('client-request-id', ids.clientRequestId);
  headers.set('x-ms-ags-diagnostic', diagnostic);
  headers.set('Strict-Transport-Security', 'max-age=31536000');
  headers.set('Cache-Control', 'no-cache');
  headers.set('Vary', 'Accept-Encoding');
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers });
  headers.set('Content-Type', answer.status < 400 ? jsonType : 'application/json');
  if (answer.status < 400) headers.set('OData-Version', '4.0');
  return new Response(JSON.stringify(answer.body), { status: answer.status, headers });
}

async function answer(
  request: Request,
  ids: RequestIds,
  findTenant: (id: string) => Tenant | undefined,
): Promise<GraphAnswer> {
  try {
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    const tenant = findTenant(tenantIdOfToken(bearer) ?? '');
    if (!tenant) {
      const text =
        bearer === ''
          ? 'Access token is empty.'
          : 'IDX14100: JWT is not well formed, or its tenant is unknown.';
      throw new GraphRefusal(401, 'InvalidAuthenticationToken', text);
    }
    const { origin, pathname, search } = new URL(request.url);
    const address = splitPath(pathname.slice('/beta'.length) + search);
    const token = await verify(tenant, bearer, { ...ids, ...address, method: request.method });
    return await exchange(tenant, {
      ...ids,
      ...address,
      method: request.method,
      root: `${origin}/beta`,
      headers: request.headers,
      body: await request.text(),
      token,
      inBatch: false,
    });
  } catch (error) {
    if (error instanceof GraphRefusal) return toErrorAnswer(error, ids, Date.now());
    throw error;
  }
}

/** A refused token is logged as well: a test may want to see that the app came with an old one. */
async function verify(
  tenant: Tenant,
  bearer: string,
  request: Pick<GraphRequest, 'requestId' | 'clientRequestId' | 'path' | 'query' | 'method'>,
): Promise<AccessToken> {
  try {
    return await verifyAccessToken(tenant.directory, bearer);
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    const entry = tenant.log.addRequest({
      method: request.method,
      path: request.path,
      query: request.query.toString(),
      clientRequestId: request.clientRequestId,
      requestId: request.requestId,
      persona: null,
      scopes: [],
      body: null,
    });
    entry.answeredAt = entry.receivedAt;
    entry.status = 401;
    throw new GraphRefusal(401, 'InvalidAuthenticationToken', error.message);
  }
}

/** Everything under `/beta`: who is asking, of which tenant; the rest is {@link exchange}'s. */
export function graphRoutes(findTenant: (id: string) => Tenant | undefined): Hono {
  const app = new Hono();
  app.options('/beta/*', () => new Response(null, { status: 204, headers: preflightHeaders }));
  app.all('/beta/*', async (c) => {
    const requestId = randomUUID();
    const ids = { requestId, clientRequestId: c.req.header('client-request-id') ?? requestId };
    return toResponse(await answer(c.req.raw, ids, findTenant), ids);
  });
  return app;
}
