import type { Pacer } from './pacer.ts';
import { type Answer, type Failure, type GraphRequest, type Success, sendOnce } from './transport.ts';

/** For tests: answers as Graph sends them, and as others send them in its place. */

export const baseUrl = 'https://graph.microsoft.com/beta';

/** 2026-12-08T12:00:00Z: what the fake clocks show at the start. */
export const noon = Date.UTC(2026, 11, 8, 12);

export const getRequest: GraphRequest = {
  method: 'GET',
  url: `${baseUrl}/things`,
  scopes: ['Thing.Read.All'],
  timeoutMs: 30_000,
};

const json = 'application/json;odata.metadata=minimal;charset=utf-8';

/** A success with JSON. */
export function success(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': json, 'request-id': 'r-1' },
  });
}

/** 204 No Content. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: { 'request-id': 'r-1' } });
}

/** An error that Graph itself wrote. */
export function graphRefusal(
  status: number,
  code = 'SomeCode',
  headers: Record<string, string> = {},
): Response {
  const error = { code, message: 'Some words.', innerError: { 'request-id': 'r-1' } };
  return new Response(JSON.stringify({ error }), {
    status,
    headers: { 'Content-Type': json, 'request-id': 'r-1', ...headers },
  });
}

/** An error that a proxy wrote. */
export function proxyRefusal(status: number, headers: Record<string, string> = {}): Response {
  return new Response('<!doctype html><title>Proxy</title>', {
    status,
    headers: { 'Content-Type': 'text/html', ...headers },
  });
}

/** The header of a claims challenge, as continuous access evaluation sends it. */
export function challengeOf(claims: string): string {
  return `Bearer realm="", client_id="00000003-0000-0000-c000-000000000000", error_description="Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp", error="insufficient_claims", claims="${btoa(claims)}"`;
}

/** What a connection that dies looks like to the page. */
export const connectionLost = new TypeError('Failed to fetch');

/** One request as it left. */
export interface Sending {
  readonly url: string;
  readonly init: RequestInit;
  readonly token: string | null;
}

/** A network that gives these answers in turn, and keeps what was sent. More requests than answers are an error. */
export function fakeFetch(...answers: readonly (Response | Error)[]) {
  const sendings: Sending[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const answer = answers[sendings.length];
    sendings.push({ url: String(input), init, token: new Headers(init.headers).get('authorization') });
    if (answer === undefined) throw new Error(`No answer is left for sending ${sendings.length}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { fetch, sendings };
}

/** A scheduler that lets everybody go at once. */
export const freePacer: Pacer = { take: async () => ({ release: () => undefined }) };

/** What a sending is made with. */
export const credentials = { accessToken: 'token', clientRequestId: 'c-1' };

function answerOf(response: Response | Error): Promise<Answer> {
  return sendOnce(getRequest, credentials, { fetch: fakeFetch(response).fetch, now: () => noon });
}

/** What the transport makes of an answer that is no success. */
export async function failureOf(response: Response | Error): Promise<Failure> {
  const answer = await answerOf(response);
  if (answer.kind === 'ok') throw new Error('A failure was expected');
  return answer;
}

/** What the transport makes of a success. */
export async function successOf(response: Response): Promise<Success> {
  const answer = await answerOf(response);
  if (answer.kind !== 'ok') throw new Error('A success was expected');
  return answer;
}
