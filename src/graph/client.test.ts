import { describe, expect, it, vi } from 'vitest';
import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { createGraph } from './client.ts';
import type { GetToken, SendHooks } from './sender.ts';
import {
  baseUrl,
  challengeOf,
  connectionLost,
  fakeFetch,
  freePacer,
  graphRefusal,
  noContent,
  noon,
  proxyRefusal,
  success,
} from './test-answers.ts';

const scopes = ['Thing.ReadWrite.All'];
const claims = '{"access_token":{"nbf":{"essential":true}}}';
const challenge = { 'WWW-Authenticate': challengeOf(claims) };
const signInNeeded: Problem = { kind: 'signInNeeded', title: 'Signed out', advice: 'Sign in.' };

/** Graph over a network with these answers, and a clock that only its own waits move. */
function setUp(...answers: readonly (Response | Error)[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  let now = noon;
  let tokens = 0;
  const getToken = vi.fn<GetToken>(async () => {
    tokens += 1;
    return `token-${tokens}`;
  });
  const wait = vi.fn(async (milliseconds: number, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    now += milliseconds;
  });
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken,
    fetch,
    now: () => now,
    random: () => 0,
    wait,
  });
  const act = (hooks?: SendHooks, body: unknown = { ids: ['a', 'b'] }) =>
    graph.act('setState', { method: 'POST', path: '/things/1/act', body }, scopes, hooks);
  return { graph, act, sendings, getToken, wait };
}

const problemOf = (read: Promise<unknown>) => read.then(() => undefined, toProblem);

describe('tokens', () => {
  it('[SR-14] are asked for by scope, and go to the base address alone', async () => {
    const { graph, sendings, getToken } = setUp(success({ value: 1 }));
    const read = await graph.read('/things', { scopes, query: { $filter: "name eq 'a&b'", $top: '5' } });
    expect(read).toEqual({ value: 1 });
    expect(sendings.map(({ url }) => url)).toEqual([
      `${baseUrl}/things?%24filter=name%20eq%20'a%26b'&%24top=5`,
    ]);
    expect(sendings[0]?.token).toBe('Bearer token-1');
    expect(getToken.mock.calls).toEqual([[scopes, {}]]);
  });

  it('[A1] are had before an action, or nothing is sent', async () => {
    const { graph, act, sendings, getToken } = setUp();
    getToken.mockRejectedValue(new ProblemError(signInNeeded));
    expect(await problemOf(act())).toBe(signInNeeded);
    expect(await problemOf(graph.prepare(scopes))).toBe(signInNeeded);
    expect(sendings).toEqual([]);
  });

  it('[A2 SR-16] are renewed once for a challenge, with its claims', async () => {
    const { act, sendings, getToken } = setUp(graphRefusal(401, 'X', challenge), success({}));
    expect(await act()).toMatchObject({ kind: 'accepted' });
    expect(getToken.mock.calls).toEqual([
      [scopes, {}],
      [scopes, { claims, renew: true }],
    ]);
    expect(sendings.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(sendings[0]?.init.body).toBe(sendings[1]?.init.body);
  });

  it('[A3] are renewed once for a bare 401', async () => {
    const { graph, getToken } = setUp(graphRefusal(401), success({}));
    await graph.read('/things', { scopes });
    expect(getToken.mock.calls).toEqual([
      [scopes, {}],
      [scopes, { claims: undefined, renew: true }],
    ]);
  });

  it.each([
    ['a second challenge', graphRefusal(401, 'X', challenge), 'stepUpNeeded'],
    ['a second 401', graphRefusal(401), 'signInNeeded'],
  ])(
    '[A4 SR-16] are not renewed again for %s: a person is asked, without a time',
    async (_what, second, kind) => {
      const { act, sendings } = setUp(graphRefusal(401, 'X', challenge), second);
      const sent = await act();
      expect(sent).toMatchObject({ kind: 'paused', problem: { kind } });
      expect(sent.kind === 'paused' && sent.problem).not.toHaveProperty('retryAt');
      expect(sendings).toHaveLength(2);
    },
  );

  it('that cannot be renewed without a person pause the action', async () => {
    const { act, getToken, sendings } = setUp(graphRefusal(401));
    getToken.mockResolvedValueOnce('token').mockRejectedValue(new ProblemError(signInNeeded));
    expect(await act()).toMatchObject({ kind: 'paused', problem: signInNeeded });
    expect(sendings).toHaveLength(1);
  });
});

describe('an action', () => {
  it.each([
    ['the connection dies', connectionLost],
    ['a gateway gives up', proxyRefusal(504)],
    ['the answer is a page', new Response('<html>')],
    ['Graph met a fault', graphRefusal(500)],
    ['a proxy is not available for now', proxyRefusal(503, { 'Retry-After': '1' })],
  ])('is sent once when %s', async (_what, answer) => {
    const { act, sendings, wait } = setUp(answer);
    expect(await act()).toMatchObject({ kind: 'unknown' });
    expect(sendings).toHaveLength(1);
    expect(wait).not.toHaveBeenCalled();
  });

  it('tells of a refusal, and of one to follow', async () => {
    expect(await setUp(graphRefusal(403)).act()).toMatchObject({ kind: 'rejected' });
    const { graph } = setUp(graphRefusal(400, 'ActionAlreadyInProgress'));
    const sent = await graph.act('startWork', { method: 'POST', path: '/tasks/1/act' }, scopes);
    expect(sent).toMatchObject({ kind: 'following', answer: { problem: { kind: 'alreadyInProgress' } } });
  });

  it('waits as long as a 429 asks, reads, and sends only what is left', async () => {
    const { act, sendings, wait } = setUp(graphRefusal(429, 'X', { 'Retry-After': '17' }), success({}));
    const story: string[] = [];
    const sent = await act({
      onSend: () => void story.push('send'),
      onAnswer: ({ kind }) => void story.push(kind),
      onWait: (until) => void story.push(`wait until ${until - noon}`),
      reread: async () => {
        story.push('read');
        return { body: { ids: ['b'] } };
      },
    });
    expect(sent.kind).toBe('accepted');
    expect(story).toEqual(['send', 'refused', 'wait until 17000', 'read', 'send', 'ok']);
    expect(wait).toHaveBeenCalledWith(17_000, undefined);
    expect(sendings.map(({ init }) => init.body)).toEqual(['{"ids":["a","b"]}', '{"ids":["b"]}']);
  });

  it('is not sent again when nothing is left', async () => {
    const { act, sendings } = setUp(graphRefusal(429));
    expect(await act({ reread: async () => undefined })).toEqual({ kind: 'nothingLeft' });
    expect(sendings).toHaveLength(1);
  });

  it('is not sent again when the targets cannot be read', async () => {
    const { act, sendings } = setUp(graphRefusal(429));
    const sent = await act({ reread: () => Promise.reject(new ProblemError(signInNeeded)) });
    expect(sent).toMatchObject({ kind: 'paused', answer: { status: 429 }, problem: signInNeeded });
    expect(sendings).toHaveLength(1);
  });

  it('pauses when the wait is too long for a run, and says until when', async () => {
    const { act, sendings } = setUp(graphRefusal(429, 'X', { 'Retry-After': '3600' }));
    const until = noon + 3_600_000;
    expect(await act()).toMatchObject({ kind: 'paused', until, problem: { retryAt: until } });
    expect(sendings).toHaveLength(1);
  });

  it('ends after five refusals by 429', async () => {
    const { act, sendings } = setUp(...Array.from({ length: 6 }, () => graphRefusal(429)));
    const sent = await act({ reread: async () => ({ body: {} }) });
    expect(sent).toMatchObject({ kind: 'paused' });
    expect(sendings).toHaveLength(6);
  });
});

describe('"stop"', () => {
  it('before the first sending: nothing is sent', async () => {
    const stop = new AbortController();
    const { act, sendings, getToken } = setUp();
    getToken.mockImplementation(async () => {
      stop.abort();
      return 'token';
    });
    expect((await problemOf(act({ signal: stop.signal })))?.kind).toBe('cancelled');
    expect(sendings).toEqual([]);
  });

  it.each(['while it waits', 'while the targets are read', 'while a token is fetched'])(
    '%s: nothing further is sent',
    async (when) => {
      const stop = new AbortController();
      const { act, sendings, getToken, wait } = setUp(graphRefusal(429));
      getToken.mockImplementation(async () => {
        if (when === 'while a token is fetched' && sendings.length > 0) stop.abort();
        return 'token';
      });
      if (when === 'while it waits') {
        wait.mockImplementation(async () => {
          stop.abort();
          throw stop.signal.reason;
        });
      }
      const sent = await act({
        signal: stop.signal,
        reread: async () => {
          if (when === 'while the targets are read') stop.abort();
          return { body: {} };
        },
      });
      expect(sent).toMatchObject({ kind: 'stopped', answer: { status: 429 } });
      expect(sendings).toHaveLength(1);
    },
  );

  it('during a sending does not cut it off: its answer counts', async () => {
    const stop = new AbortController();
    const { act, sendings } = setUp(noContent());
    const sent = await act({ signal: stop.signal, onSend: () => stop.abort() });
    expect(sent).toMatchObject({ kind: 'accepted' });
    expect(sendings[0]?.init.signal?.aborted).toBe(false);
  });
});
