import { describe, expect, it, vi } from 'vitest';
import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import type { Pacer, PlaceRequest } from './pacer.ts';
import { type GetToken, type SenderOptions, type SendHooks, sendRequest } from './sender.ts';
import {
  baseUrl,
  challengeOf,
  connectionLost,
  fakeFetch,
  graphRefusal,
  noContent,
  noon,
  proxyRefusal,
  success,
} from './test-answers.ts';
import type { GraphRequest } from './transport.ts';

const place: PlaceRequest = { lane: 'setState', area: 'intune', collection: 'things' };
const first: GraphRequest = {
  method: 'POST',
  url: `${baseUrl}/things/1/act`,
  body: { ids: ['a', 'b'] },
  scopes: ['Thing.ReadWrite.All'],
  timeoutMs: 30_000,
};
const noJournal: Problem = { kind: 'unexpected', title: 'Full', advice: 'Free some space.' };
const signInNeeded: Problem = { kind: 'signInNeeded', title: 'Signed out', advice: 'Sign in.' };
const challenge = { 'WWW-Authenticate': challengeOf('{"access_token":{}}') };

/** A sender that tells its story, over a network with these answers. The clock moves by its own waits alone. */
function setUp(...answers: readonly (Response | Error)[]) {
  const story: string[] = [];
  const network = fakeFetch(...answers);
  let now = noon;
  let last = 0;
  /** How long the next turns are waited for, in ms; then there is no queue any more. */
  const queues: number[] = [];
  const getToken = vi.fn<GetToken>(async (_scopes, { renew } = {}) => {
    story.push(renew ? 'new token' : 'token');
    return 'token';
  });
  const take = vi.fn<Pacer['take']>(async (_place, signal, onWait) => {
    signal?.throwIfAborted();
    story.push('turn');
    const queue = queues.shift() ?? 0;
    if (queue > 0) onWait?.(now + queue, 'pacing');
    now += queue;
    return {
      release: ({ throttledFor } = {}) =>
        void story.push(throttledFor === undefined ? 'release' : `release, throttled for ${throttledFor}`),
    };
  });
  const options: SenderOptions = {
    getToken,
    pacer: { take },
    async fetch(...request) {
      story.push('fetch');
      return network.fetch(...request);
    },
    now: () => now,
    elapsed: () => now,
    random: () => 0,
    async wait(milliseconds, signal) {
      story.push(`wait ${milliseconds}`);
      signal?.throwIfAborted();
      now += milliseconds;
    },
    newId: () => {
      last += 1;
      return `c-${last}`;
    },
  };
  const hooks: SendHooks = {
    async onSend(id) {
      // Nothing may leave before this is over, however long it takes.
      await new Promise((resolve) => setImmediate(resolve));
      story.push(`record ${id}`);
    },
    async onAnswer({ exchange }) {
      await new Promise((resolve) => setImmediate(resolve));
      story.push(`answer ${exchange.clientRequestId}`);
    },
    async reread() {
      story.push('read');
      return { body: { ids: ['b'] } };
    },
  };
  return {
    story,
    getToken,
    take,
    sendings: network.sendings,
    queueFor: (...milliseconds: readonly number[]) => queues.push(...milliseconds),
    send: (changes: SendHooks = {}) =>
      sendRequest('setState', place, first, { ...hooks, ...changes }, options),
    read: () => sendRequest('read', place, first, {}, options),
    sendBare: () => sendRequest('setState', place, first, {}, options),
  };
}

const problemOf = (work: Promise<unknown>) => work.then(() => undefined, toProblem);

describe('a sending', () => {
  it('has its token, its turn and its record before it leaves, and gives its turn back', async () => {
    const { send, story, sendings, take, getToken } = setUp(success({}));
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect(story).toEqual(['token', 'turn', 'record c-1', 'fetch', 'release', 'answer c-1']);
    expect(new Headers(sendings[0]?.init.headers).get('client-request-id')).toBe('c-1');
    expect(take).toHaveBeenCalledWith(place, undefined, expect.any(Function));
    expect(getToken).toHaveBeenCalledWith(first.scopes, {});
  });

  it('does not leave without its record', async () => {
    const { send, story, sendings } = setUp(success({}));
    const problem = await problemOf(send({ onSend: () => Promise.reject(new ProblemError(noJournal)) }));
    expect(problem).toBe(noJournal);
    expect(sendings).toEqual([]);
    expect(story).toEqual(['token', 'turn', 'release']);
  });

  it('can be made without hooks', async () => {
    const { sendBare, story } = setUp(graphRefusal(429), success({}));
    expect(await sendBare()).toMatchObject({ kind: 'accepted' });
    expect(story.filter((line) => line === 'fetch')).toHaveLength(2);
  });
});

describe('the turn is given back', () => {
  it.each([
    ['a lost connection', connectionLost, 'release'],
    ['a refusal', graphRefusal(400), 'release'],
    [
      'a 429 that names a time',
      graphRefusal(429, 'X', { 'Retry-After': '1000' }),
      'release, throttled for 1000000',
    ],
    ['a 429 of a proxy', proxyRefusal(429, { 'Retry-After': '1000' }), 'release, throttled for 1000000'],
    ['a 503 that names a time', graphRefusal(503, 'X', { 'Retry-After': '1000' }), 'release'],
    ['a 429 without a time', graphRefusal(429), 'release, throttled for 2000'],
    ['a challenge', graphRefusal(401, 'X', challenge), 'release'],
  ])('after %s', async (_what, answer, released) => {
    const { send, story } = setUp(answer);
    await send({ mayRepeat: () => false });
    expect(story.filter((line) => line.startsWith('release'))).toEqual([released]);
  });

  it('after the last 429, which holds up the others still', async () => {
    const header = { 'Retry-After': '17' };
    const { read, story } = setUp(...Array.from({ length: 6 }, () => graphRefusal(429, 'X', header)));
    expect(await read()).toMatchObject({ kind: 'rejected' });
    expect(story.filter((line) => line.startsWith('release'))).toEqual(
      Array(6).fill('release, throttled for 17000'),
    );
  });

  it('after the last 429 that named no time, for as long as the next try would have waited', async () => {
    const { read, story } = setUp(...Array.from({ length: 6 }, () => graphRefusal(429)));
    await read();
    const releases = story.filter((line) => line.startsWith('release'));
    expect(releases.map((line) => Number(line.replace('release, throttled for ', '')))).toEqual([
      2_000, 2_000, 4_000, 8_000, 16_000, 30_000,
    ]);
  });

  it('when its targets can no longer be read', async () => {
    const { send, story, queueFor } = setUp();
    queueFor(10_001);
    expect(await problemOf(send({ reread: () => Promise.reject(new ProblemError(signInNeeded)) }))).toBe(
      signInNeeded,
    );
    expect(story).toEqual(['token', 'turn', 'release']);
  });

  it('when it is stopped in its turn', async () => {
    const stop = new AbortController();
    const { send, story, take, sendings } = setUp();
    const real = take.getMockImplementation();
    take.mockImplementation(async (...args) => {
      if (!real) throw new Error('No pacer');
      const turn = await real(...args);
      stop.abort();
      return turn;
    });
    expect((await problemOf(send({ signal: stop.signal })))?.kind).toBe('cancelled');
    expect(story).toEqual(['token', 'turn', 'release']);
    expect(sendings).toEqual([]);
  });
});

describe('what was read', () => {
  it('ten seconds ago still counts', async () => {
    const { send, story, queueFor } = setUp(success({}));
    queueFor(10_000);
    await send();
    expect(story).not.toContain('read');
  });

  it('longer ago is read again without a place in hand, and only what is left is sent', async () => {
    const { send, story, queueFor, sendings } = setUp(success({}));
    queueFor(10_001);
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect(story.slice(0, 7)).toEqual(['token', 'turn', 'release', 'read', 'turn', 'record c-1', 'fetch']);
    expect(sendings[0]?.init.body).toBe('{"ids":["b"]}');
  });

  it('is read again as often as the queue is long', async () => {
    const { send, story, queueFor } = setUp(success({}));
    queueFor(10_001, 60_000, 10_000);
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect(story.filter((line) => line === 'read')).toHaveLength(2);
    expect(story.filter((line) => line === 'turn')).toHaveLength(3);
    expect(story.filter((line) => line === 'release')).toHaveLength(3);
  });

  it('and shows that nothing is left to do, is not sent', async () => {
    const { send, story, queueFor, sendings } = setUp();
    queueFor(60_000);
    expect(await send({ reread: async () => undefined })).toEqual({ kind: 'nothingLeft' });
    expect(story).toEqual(['token', 'turn', 'release']);
    expect(sendings).toEqual([]);
  });

  it('by nobody, as by a read itself, is not read again', async () => {
    const { read, story, queueFor } = setUp(success({}));
    queueFor(60_000);
    expect(await read()).toMatchObject({ kind: 'accepted' });
    expect(story).toEqual(['token', 'turn', 'fetch', 'release']);
  });

  it('nowhere, of a request without targets, is not read again', async () => {
    const { send, queueFor, sendings } = setUp(noContent());
    queueFor(60_000);
    const sent = await send({ reread: async () => ({}) });
    expect(sent).toMatchObject({ kind: 'accepted' });
    expect(sendings[0]?.init.body).toBeUndefined();
  });
});

it('tells of the wait for its turn, and why it waits', async () => {
  const { send, queueFor } = setUp(graphRefusal(429, 'X', { 'Retry-After': '17' }), success({}));
  const waits: unknown[] = [];
  queueFor(5_000, 5_000);
  await send({ onWait: (until, answer) => void waits.push([until - noon, answer?.kind]) });
  expect(waits).toEqual([
    [5_000, undefined],
    [22_000, 'refused'],
    [27_000, 'refused'],
  ]);
});
