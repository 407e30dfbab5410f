import type { AccessToken } from '../entra/directory.ts';

export const graphVersions = ['beta', 'v1.0'] as const;
export type GraphVersion = (typeof graphVersions)[number];

/** A request to Graph, on its own or as an item of a `$batch`. */
export interface GraphRequest {
  readonly method: string;
  readonly version: GraphVersion;
  /** After the version, as it was sent: still percent-encoded. */
  readonly path: string;
  /** The decoded segments of `path`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** `http://contoso.localhost:5001/beta`: links start with it. */
  readonly root: string;
  readonly headers: Headers;
  /** The body's text; empty without one. */
  readonly body: string;
  readonly requestId: string;
  /** The caller's `client-request-id`, or the request id when there was none. */
  readonly clientRequestId: string;
  readonly token: AccessToken;
  /** `1.1` or `2.0`. */
  readonly httpVersion: string;
  /** Its connection had carried another request before, or had waited for one. */
  readonly isOnUsed?: boolean;
  /** An item of a `$batch` has no connection of its own. */
  readonly inBatch: boolean;
  /** Epoch ms of the tenant's clock: the read lags behind and shows the state of that time. */
  readonly asOf?: number;
  /** A start of an action that was started before is taken. */
  readonly acceptsTwice?: boolean;
}

export type HeaderList = Readonly<Record<string, string>>;

/** What Graph answers. */
export interface GraphAnswer {
  readonly status: number;
  readonly headers?: HeaderList;
  /** JSON. Absent for an empty body. */
  readonly body?: unknown;
  /** A page that some proxy wrote in Graph's place: sent without any of Graph's headers. */
  readonly html?: string;
  /** In place of `body`: the bytes as they are, under Graph's headers. */
  readonly text?: string;
  /** A header that is sent, and that a page's script is not shown. */
  readonly hides?: string;
  /** False: without CORS headers. */
  readonly cors?: boolean;
  /** Carried out by the server, which has the socket. */
  readonly socket?: SocketFault;
}

/**
 * What happens to the connection in place of an answer. `truncate`: the body stops in the middle. `silence`: nothing
 * more is sent, ever. For the rest see the faults of the same meaning.
 */
export const socketFaults = [
  'close',
  'reset',
  'end',
  'goaway',
  'refuse',
  'cancel',
  'silence',
  'truncate',
] as const;
export type SocketFault = (typeof socketFaults)[number];

/** A request that Graph refuses. Thrown by whoever finds the reason; `message` is the text as Graph sends it. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  readonly headers: HeaderList;

  constructor(status: number, code: string, message: string, headers: HeaderList = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The ids that an error body repeats. */
export type RequestIds = Pick<GraphRequest, 'requestId' | 'clientRequestId'>;

/** What the log knows a request by: the caller's own id only if it sent one. */
export function idsOf(request: Pick<GraphRequest, 'requestId' | 'headers'>): {
  readonly requestId: string;
  readonly clientRequestId: string | null;
} {
  return { requestId: request.requestId, clientRequestId: request.headers.get('client-request-id') };
}

/** Graph's error shape: https://learn.microsoft.com/graph/errors. `now` in epoch ms; the date has no zone suffix. */
export function toErrorAnswer(
  refusal: Pick<GraphRefusal, 'status' | 'code' | 'message' | 'headers'>,
  ids: RequestIds,
  now: number,
): GraphAnswer {
  return {
    status: refusal.status,
    headers: refusal.headers,
    body: {
      error: {
        code: refusal.code,
        message: refusal.message,
        innerError: {
          date: new Date(now).toISOString().slice(0, 19),
          'request-id': ids.requestId,
          'client-request-id': ids.clientRequestId,
        },
      },
    },
  };
}
