import type { Problem } from '../lib/problem.ts';
import { readClaims } from './challenge.ts';
import { isFromGraph, problemOfAnswer, problemOfLoss } from './problem.ts';

/** One request to Graph. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Absolute URL below the version root; see `urlOf` in client.ts. */
  readonly url: string;
  readonly body?: unknown;
  readonly scopes: readonly string[];
  readonly timeoutMs: number;
  /** https://learn.microsoft.com/graph/aad-advanced-queries */
  readonly consistency?: 'eventual' | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What is known of a sending, for the record and for support. */
export interface Exchange {
  readonly clientRequestId: string;
  readonly requestId?: string;
  readonly status?: number;
  /** ISO 8601, by this computer's clock. */
  readonly sentAt: string;
  readonly endedAt: string;
}

/** Success is proved by status, type and JSON; it is never inferred. */
export interface Success {
  readonly kind: 'ok';
  readonly status: number;
  /** JSON, not yet validated; undefined for an empty answer. */
  readonly body: unknown;
  readonly exchange: Exchange;
}

/** An answer that is no success, or no answer at all. */
export type Failure =
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly problem: Problem;
      readonly exchange: Exchange;
      readonly retryAfter: string | null;
      readonly claims: string | undefined;
      /** Written by Graph itself: a request id and a Graph error are there. */
      readonly fromGraph: boolean;
    }
  | {
      readonly kind: 'lost';
      readonly reason: 'network' | 'timeout' | 'aborted' | 'cut' | 'nonsense';
      readonly problem: Problem;
      readonly exchange: Exchange;
    };

/** The answer to one request, or its absence. */
export type Answer = Success | Failure;

/** What a single sending is made with. */
export interface Credentials {
  readonly accessToken: string;
  /** Fresh for each sending, and known before it: support finds the request by it, even when no answer comes. */
  readonly clientRequestId: string;
}

export interface TransportOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
}

/**
 * Sends one request once, with a token, and returns its answer. Never throws for a fault of the network or the service,
 * never repeats. (The browser may: Chromium re-sends a request whose connection dies before the first byte of
 * an answer, POST included. So a lost answer proves nothing about the effect.)
 */
export async function sendOnce(
  request: GraphRequest,
  { accessToken, clientRequestId }: Credentials,
  { fetch, now }: TransportOptions,
): Promise<Answer> {
  const sentAt = new Date(now()).toISOString();
  const timeout = AbortSignal.timeout(request.timeoutMs);
  const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
  const ended = (): string => new Date(now()).toISOString();
  const lost = (
    reason: 'network' | 'timeout' | 'cut' | 'nonsense',
    detail: unknown,
    status?: number,
  ): Answer => {
    const endedAt = ended();
    const aborted = request.signal?.aborted === true;
    return {
      kind: 'lost',
      reason: aborted ? 'aborted' : reason,
      problem: problemOfLoss(reason, clientRequestId, endedAt, String(detail)),
      exchange: { clientRequestId, sentAt, endedAt, ...(status !== undefined && { status }) },
    };
  };

  let response: Response;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers: {
        Authorization: `Bearer ${accessToken}`,
        Accept: 'application/json',
        // Enum members younger than this app arrive under their own name.
        Prefer: 'include-unknown-enum-members',
        'client-request-id': clientRequestId,
        ...(request.body !== undefined && { 'Content-Type': 'application/json' }),
        ...(request.consistency && { ConsistencyLevel: request.consistency }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      signal,
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
  } catch (error) {
    return lost(timeout.aborted ? 'timeout' : 'network', error);
  }

  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    return lost(timeout.aborted ? 'timeout' : 'cut', error, response.status);
  }

  const endedAt = ended();
  const requestId = response.headers.get('request-id') ?? undefined;
  const exchange: Exchange = {
    clientRequestId,
    sentAt,
    endedAt,
    status: response.status,
    ...(requestId !== undefined && { requestId }),
  };
  const contentType = response.headers.get('content-type') ?? '';

  if (response.ok) {
    if (text === '' && response.status !== 200)
      return { kind: 'ok', status: response.status, body: undefined, exchange };
    const body = contentType.startsWith('application/json') ? parseJson(text) : undefined;
    if (body === undefined) return lost('nonsense', text, response.status);
    return { kind: 'ok', status: response.status, body, exchange };
  }

  // Only these two say that the request was not processed; on any other status a challenge would be nonsense.
  const mayChallenge = response.status === 401 || response.status === 403;
  const claims = mayChallenge ? readClaims(response.headers.get('www-authenticate')) : undefined;
  const refused = {
    status: response.status,
    contentType,
    text,
    requestId,
    clientRequestId,
    date: endedAt,
    scopes: request.scopes,
    claims,
  };
  return {
    kind: 'refused',
    status: response.status,
    problem: problemOfAnswer(refused),
    exchange,
    retryAfter: response.headers.get('retry-after'),
    claims,
    fromGraph: isFromGraph(refused),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
