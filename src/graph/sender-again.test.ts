import { describe, expect, it, vi } from 'vitest';
import { type Problem, ProblemError } from '../lib/problem.ts';
import type { EndpointClass } from './policy.ts';
import { type GetToken, type SendHooks, sendRequest } from './sender.ts';
import {
  baseUrl,
  challengeOf,
  fakeFetch,
  freePacer,
  graphRefusal,
  noon,
  proxyRefusal,
  success,
} from './test-answers.ts';
import type { GraphRequest } from './transport.ts';

const signInNeeded: Problem = { kind: 'signInNeeded', title: 'Signed out', advice: 'Sign in.' };
const challenge = { 'WWW-Authenticate': challengeOf('{"access_token":{}}') };
const inASecond = { 'Retry-After': '17' };

/** A request that is sent with these answers; waits take no time, but are told. */
function setUp(...answers: readonly (Response | Error)[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  let now = noon;
  const getToken = vi.fn<GetToken>(async () => 'token');
  const wait = vi.fn(async (milliseconds: number, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    now += milliseconds;
  });
  const reread = vi.fn<NonNullable<SendHooks['reread']>>(async () => ({ body: { ids: ['b'] } }));
  const request: GraphRequest = {
    method: 'POST',
    url: `${baseUrl}/things/1/act`,
    body: { ids: ['a', 'b'] },
    scopes: ['Thing.ReadWrite.All'],
    timeoutMs: 30_000,
  };
  const send = (hooks: SendHooks = {}, endpoint: EndpointClass = 'setState') =>
    sendRequest(
      endpoint,
      { lane: 'setState', area: 'intune', collection: 'windowsDriverUpdateProfiles' },
      request,
      { reread, ...hooks },
      {
        getToken,
        pacer: freePacer,
        fetch,
        now: () => now,
        elapsed: () => now,
        random: () => 0,
        wait,
        newId: () => 'c-1',
      },
    );
  return { send, sendings, wait, reread, getToken };
}

const bodies = (sendings: ReturnType<typeof setUp>['sendings']) => sendings.map(({ init }) => init.body);

describe('a 503 that Graph wrote', () => {
  it.each<EndpointClass>(['setState', 'startWork', 'requestWork'])(
    'waits, reads the targets again, and sends what is left: %s',
    async (endpoint) => {
      const { send, sendings, wait, reread } = setUp(graphRefusal(503, 'X', inASecond), success({}));
      expect(await send({}, endpoint)).toMatchObject({ kind: 'accepted' });
      expect(wait.mock.calls).toEqual([[17_000, undefined]]);
      expect(reread).toHaveBeenCalledOnce();
      expect(bodies(sendings)).toEqual(['{"ids":["a","b"]}', '{"ids":["b"]}']);
    },
  );

  it('sends nothing when a read shows that it had worked', async () => {
    const { send, sendings } = setUp(graphRefusal(503));
    expect(await send({ reread: async () => undefined })).toEqual({ kind: 'nothingLeft' });
    expect(sendings).toHaveLength(1);
  });

  it.each([
    ['setState', 4],
    ['startWork', 3],
    ['requestWork', 3],
  ] as const)('is not known in the end: %s, after %i sendings', async (endpoint, times) => {
    const { send, sendings } = setUp(...Array.from({ length: times }, () => graphRefusal(503)));
    expect(await send({}, endpoint)).toMatchObject({ kind: 'unknown', answer: { status: 503 } });
    expect(sendings).toHaveLength(times);
  });

  it('that a proxy wrote is never sent again', async () => {
    const { send, sendings, wait } = setUp(proxyRefusal(503, inASecond));
    expect(await send()).toMatchObject({ kind: 'unknown' });
    expect(sendings).toHaveLength(1);
    expect(wait).not.toHaveBeenCalled();
  });
});

describe('a 401', () => {
  it.each([
    ['bare', graphRefusal(401)],
    ['with a challenge', graphRefusal(401, 'X', challenge)],
  ])('%s reads the targets before it is sent again, and sends what is left', async (_what, refusal) => {
    const { send, sendings, wait, reread } = setUp(refusal, success({}));
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect(wait).not.toHaveBeenCalled();
    expect(reread).toHaveBeenCalledOnce();
    expect(bodies(sendings)).toEqual(['{"ids":["a","b"]}', '{"ids":["b"]}']);
  });

  it('that answers the repetition of a request which had worked leads to no other', async () => {
    const { send, sendings, getToken } = setUp(graphRefusal(401));
    expect(await send({ reread: async () => undefined })).toEqual({ kind: 'nothingLeft' });
    expect(sendings).toHaveLength(1);
    expect(getToken).toHaveBeenCalledOnce();
  });
});

describe('a request may not be repeated', () => {
  it('after a wait: it pauses, and says until when', async () => {
    const { send, sendings, wait } = setUp(graphRefusal(429, 'X', inASecond));
    const mayRepeat = vi.fn(() => false);
    const until = noon + 17_000;
    expect(await send({ mayRepeat })).toMatchObject({
      kind: 'paused',
      until,
      problem: { kind: 'throttled', retryAt: until },
    });
    expect(mayRepeat.mock.calls).toEqual([[{ kind: 'wait', milliseconds: 17_000 }]]);
    expect(wait).not.toHaveBeenCalled();
    expect(sendings).toHaveLength(1);
  });

  it('with another token: it pauses, and asks a person', async () => {
    const { send, sendings, getToken } = setUp(graphRefusal(401, 'X', challenge));
    const mayRepeat = vi.fn(() => false);
    const sent = await send({ mayRepeat });
    expect(sent).toMatchObject({ kind: 'paused', until: noon, problem: { kind: 'stepUpNeeded' } });
    expect(sent.kind === 'paused' && sent.problem).not.toHaveProperty('retryAt');
    expect(mayRepeat.mock.calls).toEqual([[{ kind: 'renew', milliseconds: 0 }]]);
    expect(sendings).toHaveLength(1);
    expect(getToken).toHaveBeenCalledOnce();
  });

  it('but it may as long as it is allowed to', async () => {
    const answers = [graphRefusal(401), graphRefusal(429), graphRefusal(429)];
    const { send, sendings } = setUp(...answers);
    const mayRepeat = vi
      .fn(() => true)
      .mockReturnValueOnce(true)
      .mockReturnValueOnce(true)
      .mockReturnValue(false);
    expect(await send({ mayRepeat })).toMatchObject({ kind: 'paused', answer: { status: 429 } });
    expect(sendings).toHaveLength(3);
  });

  it('a token is renewed for one sending, and not for those after it', async () => {
    const { send, getToken } = setUp(graphRefusal(401, 'X', challenge), graphRefusal(429), success({}));
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect(getToken.mock.calls.map(([, demand]) => demand)).toEqual([
      {},
      { claims: '{"access_token":{}}', renew: true },
      {},
    ]);
  });
});

describe('what stands in the way of the next sending', () => {
  it('pauses, and tells of it instead of the refusal', async () => {
    const { send, getToken } = setUp(graphRefusal(429));
    getToken.mockResolvedValueOnce('token').mockRejectedValue(new ProblemError(signInNeeded));
    const sent = await send();
    expect(sent).toMatchObject({ kind: 'paused', until: noon + 2_000, problem: signInNeeded });
  });

  it('in the record, too', async () => {
    const { send, sendings } = setUp(graphRefusal(429));
    let records = 0;
    const onSend = () => {
      records += 1;
      if (records > 1) throw new ProblemError(signInNeeded);
    };
    expect(await send({ onSend })).toMatchObject({ kind: 'paused', problem: signInNeeded });
    expect(sendings).toHaveLength(1);
  });

  it('before the first is nothing that was sent: it is thrown', async () => {
    const { send, getToken } = setUp();
    getToken.mockRejectedValue(new ProblemError(signInNeeded));
    await expect(send()).rejects.toMatchObject({ problem: signInNeeded });
  });

  it('is "stop" when a person said so while the record was written', async () => {
    const stop = new AbortController();
    const { send, sendings } = setUp(graphRefusal(429));
    let records = 0;
    const onSend = () => {
      records += 1;
      if (records === 1) return;
      stop.abort();
      throw new ProblemError(signInNeeded);
    };
    const sent = await send({ onSend, signal: stop.signal });
    expect(sent).toMatchObject({ kind: 'stopped', answer: { status: 429 } });
    expect(sendings).toHaveLength(1);
  });
});
