import { describe, expect, it } from 'vitest';
import {
  challengeOf,
  connectionLost,
  fakeFetch,
  getRequest,
  graphRefusal,
  noContent,
  noon,
  proxyRefusal,
  success,
} from './test-answers.ts';
import { type Answer, type GraphRequest, sendOnce } from './transport.ts';

const secret = { accessToken: 'secret', clientRequestId: 'c-1' };

const post: GraphRequest = { ...getRequest, method: 'POST', body: { actionName: 'approve' } };

function answerTo(response: Response | Error, request: GraphRequest = getRequest): Promise<Answer> {
  return sendOnce(request, secret, { fetch: fakeFetch(response).fetch, now: () => noon });
}

/** A network that never answers: it ends when the request's own signal does. */
const silence: typeof globalThis.fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

describe('what is sent', () => {
  it('[N21 SR-15] carries the token, its id, and nothing the browser would add', async () => {
    const { fetch, sendings } = fakeFetch(success({}));
    const { exchange } = await sendOnce(post, secret, { fetch, now: () => noon });
    expect(sendings[0]?.url).toBe(post.url);
    expect(sendings[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"actionName":"approve"}',
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const headers = new Headers(sendings[0]?.init.headers);
    expect(headers.get('client-request-id')).toBe('c-1');
    expect(exchange.clientRequestId).toBe('c-1');
    expect(headers.get('authorization')).toBe('Bearer secret');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('accept')).toBe('application/json');
    expect(headers.get('prefer')).toBe('include-unknown-enum-members');
  });

  it('has no body and no type of a body where none is asked for', async () => {
    const { fetch, sendings } = fakeFetch(success({}));
    await sendOnce(getRequest, secret, { fetch, now: () => noon });
    expect(sendings[0]?.init).not.toHaveProperty('body');
    expect(new Headers(sendings[0]?.init.headers).has('content-type')).toBe(false);
  });
});

describe('[N12 G7 D10] a success is proved', () => {
  it.each([
    ['JSON', success({ value: [] }), { value: [] }],
    ['JSON null', success(null), null],
    ['202 with JSON', success({ a: 1 }, 202), { a: 1 }],
    ['204 without a body', noContent(), undefined],
    ['202 without a body', new Response('', { status: 202 }), undefined],
  ])('by %s', async (_what, response, body) => {
    expect(await answerTo(response)).toMatchObject({ kind: 'ok', status: response.status, body });
  });

  it.each([
    ['a proxy’s page', new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['JSON under another type', new Response('{}', { headers: { 'Content-Type': 'text/plain' } })],
    ['half of the JSON', new Response('{"value":[', { headers: { 'Content-Type': 'application/json' } })],
    ['an empty 200', new Response('', { headers: { 'Content-Type': 'application/json' } })],
    ['an empty 200 without a type', new Response(null)],
    ['JSON without a type', new Response(new TextEncoder().encode('{}'))],
  ])('and not by %s', async (_what, response) => {
    const answer = await answerTo(response);
    expect(answer).toMatchObject({ kind: 'lost', reason: 'nonsense', exchange: { status: 200 } });
  });
});

describe('a lost answer', () => {
  it('is told from a refusal when the connection dies', async () => {
    const answer = await answerTo(connectionLost, post);
    expect(answer).toMatchObject({ kind: 'lost', reason: 'network', problem: { kind: 'unreachable' } });
    expect(answer.exchange).not.toHaveProperty('status');
  });

  it('[N8] keeps the status when the body breaks off', async () => {
    const body = new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) });
    const answer = await answerTo(new Response(body, { status: 200 }));
    expect(answer).toMatchObject({ kind: 'lost', reason: 'cut', exchange: { status: 200 } });
  });

  it('[N10] is a timeout when the time is over', async () => {
    const answer = await sendOnce({ ...post, timeoutMs: 1 }, secret, { fetch: silence, now: () => noon });
    expect(answer).toMatchObject({ kind: 'lost', reason: 'timeout' });
  });

  it('is aborted when the reader went away', async () => {
    const stop = new AbortController();
    const request = { ...getRequest, signal: stop.signal };
    const reading = sendOnce(request, secret, { fetch: silence, now: () => noon });
    stop.abort();
    expect(await reading).toMatchObject({ kind: 'lost', reason: 'aborted' });
  });
});

it('an answer whose body does not end is a timeout when the time is over, and keeps its status', async () => {
  const fetch: typeof globalThis.fetch = async (_input, init) =>
    new Response(
      new ReadableStream({
        start(controller) {
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
        },
      }),
    );
  const answer = await sendOnce({ ...getRequest, timeoutMs: 5 }, secret, { fetch, now: () => noon });
  expect(answer).toMatchObject({ kind: 'lost', reason: 'timeout', exchange: { status: 200 } });
});

describe('a refusal', () => {
  it('keeps what the policy and the person need', async () => {
    const answer = await answerTo(graphRefusal(429, 'TooManyRequests', { 'Retry-After': '17' }));
    expect(answer).toMatchObject({
      kind: 'refused',
      status: 429,
      retryAfter: '17',
      claims: undefined,
      fromGraph: true,
      problem: { kind: 'throttled', code: 'TooManyRequests', requestId: 'r-1' },
      exchange: { status: 429, requestId: 'r-1', sentAt: '2026-12-08T12:00:00.000Z' },
    });
  });

  it('[N13] of a proxy is not taken for one of Graph', async () => {
    const answer = await answerTo(proxyRefusal(403));
    expect(answer).toMatchObject({ kind: 'refused', fromGraph: false, retryAfter: null });
  });

  it.each([401, 403])('hands on the claims of a %i', async (status) => {
    const header = challengeOf('{"access_token":{}}');
    const answer = await answerTo(graphRefusal(status, 'X', { 'WWW-Authenticate': header }));
    expect(answer).toMatchObject({ claims: '{"access_token":{}}', problem: { kind: 'stepUpNeeded' } });
  });

  it.each([400, 429, 500, 503])('of %i holds no challenge: it may have been processed', async (status) => {
    const header = challengeOf('{"access_token":{}}');
    const answer = await answerTo(graphRefusal(status, 'X', { 'WWW-Authenticate': header }));
    expect(answer).toMatchObject({ kind: 'refused', claims: undefined });
  });

  it('[M15] never shows the token', async () => {
    for (const response of [graphRefusal(400), proxyRefusal(502), connectionLost]) {
      expect(JSON.stringify(await answerTo(response, post))).not.toContain('secret');
    }
  });
});
