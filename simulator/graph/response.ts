import type { GraphAnswer, RequestIds } from './message.ts';

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
];

/** What a page may send: the app's own headers first, then those of Microsoft's SDKs. That these are all is a guess. */
const allowed = [
  'Authorization',
  'Content-Type',
  'Prefer',
  'client-request-id',
  'ConsistencyLevel',
  'SdkVersion',
  'Retry-Attempt',
  'User-Agent',
  'Accept-Language',
  'If-Match',
  'If-None-Match',
];

export const preflightHeaders = {
  ...allowOrigin,
  'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE',
  'Access-Control-Allow-Headers': allowed.join(', '),
} as const;

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const diagnostic = JSON.stringify({
  ServerInfo: { DataCenter: 'Simulator', Slice: 'E', Ring: '0', ScaleUnit: '000', RoleInstance: 'LOCALHOST' },
});

/** An answer in Graph's headers. */
export function toResponse(answer: GraphAnswer, ids: RequestIds): Response {
  const headers = new Headers({ ...(answer.cors === false ? {} : allowOrigin), ...answer.headers });
  if (answer.socket) headers.set(socketHeader, answer.socket);
  if (answer.socket && answer.socket !== 'truncate') return new Response(null, { status: 500, headers });
  if (answer.html !== undefined) {
    headers.set('Content-Type', 'text/html; charset=utf-8');
    return new Response(answer.html, { status: answer.status, headers });
  }
  headers.set('Access-Control-Expose-Headers', exposed.filter((name) => name !== answer.hides).join(', '));
  headers.set('request-id', ids.requestId);
  headers.set('client-request-id', ids.clientRequestId);
  headers.set('x-ms-ags-diagnostic', diagnostic);
  headers.set('Strict-Transport-Security', 'max-age=31536000');
  headers.set('Cache-Control', 'no-cache');
  headers.set('Vary', 'Accept-Encoding');
  const text = answer.text ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body));
  if (text === undefined) return new Response(null, { status: answer.status, headers });
  headers.set('Content-Type', answer.status < 400 ? jsonType : 'application/json');
  if (answer.status < 400) headers.set('OData-Version', '4.0');
  return new Response(text, { status: answer.status, headers });
}
