import { afterEach, describe, expect, it, vi } from 'vitest';
import { toProblem } from '../lib/problem.ts';
import { createGraph, type Graph, type ReadOptions } from './client.ts';
import type { Pacer } from './pacer.ts';
import {
  baseUrl,
  connectionLost,
  fakeFetch,
  freePacer,
  graphRefusal,
  noon,
  proxyRefusal,
  success,
} from './test-answers.ts';

const read: ReadOptions = { scopes: ['Thing.Read.All'] };

afterEach(() => {
  vi.unstubAllGlobals();
});

function setUp(...answers: readonly (Response | Error)[]) {
  const { fetch, sendings } = fakeFetch(...answers);
  const waits: number[] = [];
  const graph = createGraph({
    pacer: freePacer,
    baseUrl,
    getToken: async () => 'token',
    fetch,
    now: () => noon,
    random: () => 0,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
  });
  async function readAll(): Promise<readonly unknown[]> {
    const rows: unknown[] = [];
    for await (const page of graph.readPages('/things', read)) rows.push(...page);
    return rows;
  }
  return { graph, sendings, waits, readAll };
}

it('takes the browser’s fetch, and a separate lane to check the results of actions', async () => {
  const sent = fakeFetch(success({ id: 1 }), success({ id: 2 }));
  vi.stubGlobal('fetch', sent.fetch);
  const lanes: string[] = [];
  const take: Pacer['take'] = async ({ lane, area, collection }) => {
    lanes.push(`${lane} ${area} ${collection}`);
    return { release: () => undefined };
  };
  const graph = createGraph({ pacer: { take }, baseUrl, getToken: async () => 'token' });
  expect(await graph.settling.settling.read('/security/incidentTasks', read)).toEqual({ id: 1 });
  expect(await graph.read('/things/1', read)).toEqual({ id: 2 });
  expect(lanes).toEqual(['settle defender incidentTasks', 'read intune 1']);
  const ids = sent.sendings.map(({ init }) => new Headers(init.headers).get('client-request-id'));
  expect(ids[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(ids[0]).not.toBe(ids[1]);
});

it('needs nothing but an address and a token', async () => {
  const sent = fakeFetch(success({ id: 1 }));
  vi.stubGlobal('fetch', sent.fetch);
  expect(await createGraph({ baseUrl, getToken: async () => 'token' }).read('/things/1', read)).toEqual({
    id: 1,
  });
  expect(sent.sendings).toHaveLength(1);
});

const problemOf = (reading: Promise<unknown>) => reading.then(() => undefined, toProblem);
const page = (value: unknown, nextLink?: unknown) =>
  success(nextLink === undefined ? { value } : { value, '@odata.nextLink': nextLink });
const next = (token: number) => `${baseUrl}/things?$skiptoken=${token}`;

describe('a read', () => {
  it('is repeated after a lost connection, and after a fault', async () => {
    const { graph, waits } = setUp(connectionLost, proxyRefusal(502), graphRefusal(500), success({ id: 1 }));
    expect(await graph.read('/things/1', read)).toEqual({ id: 1 });
    expect(waits).toEqual([2_000, 2_000, 4_000]);
  });

  it('fails with the last problem when repeating does not help', async () => {
    const { graph, sendings } = setUp(...Array.from({ length: 4 }, () => connectionLost));
    expect(await problemOf(graph.read('/things/1', read))).toMatchObject({ kind: 'unreachable' });
    expect(sendings).toHaveLength(4);
  });

  it('shows a long wait instead of waiting', async () => {
    const { graph, waits } = setUp(graphRefusal(429, 'X', { 'Retry-After': '3600' }));
    const problem = await problemOf(graph.read('/things/1', read));
    expect(problem).toMatchObject({ kind: 'throttled', retryAt: noon + 3_600_000 });
    expect(waits).toEqual([]);
  });

  it('tells that it waits, and that it no longer does', async () => {
    const { graph } = setUp(graphRefusal(429, 'X', { 'Retry-After': '17' }), success({}));
    const seen: unknown[] = [];
    graph.waiting.subscribe(() => seen.push(graph.waiting.get()));
    await graph.read('/things/1', read);
    expect(seen).toEqual([{ until: noon + 17_000, because: 'throttled' }, null]);
  });

  describe('whose turn is off', () => {
    /** A read for which our own pace sets a wait of so many ms. */
    async function seenWaits(waits: number, read: (graph: Graph) => Promise<unknown>) {
      const pacer: Pacer = {
        async take(_place, _signal, onWait) {
          onWait?.(noon + waits, 'pacing');
          return { release: () => undefined };
        },
      };
      const { fetch } = fakeFetch(success({}));
      const getToken = async () => 'token';
      const graph = createGraph({ pacer, baseUrl, getToken, fetch, now: () => noon });
      const seen: unknown[] = [];
      graph.waiting.subscribe(() => seen.push(graph.waiting.get()));
      await read(graph);
      return seen;
    }
    const until = noon + 3_000;

    it('tells so, unless that is over in a moment', async () => {
      const ask = (graph: Graph) => graph.read('/things/1', read);
      expect(await seenWaits(3_000, ask)).toEqual([{ until, because: 'pacing' }, null]);
      expect(await seenWaits(2_999, ask)).toEqual([]);
    });

    it('tells nobody where it follows an action', async () => {
      expect(await seenWaits(60_000, (graph) => graph.settling.read('/things/1', read))).toEqual([]);
    });

    it('tells whoever asked for it to be told', async () => {
      const told: unknown[] = [];
      const onWait = (...wait: unknown[]) => void told.push(wait);
      const ask = (graph: Graph) => graph.settling.checking.read('/things/1', { ...read, onWait });
      expect(await seenWaits(3_000, ask)).toEqual([]);
      expect(told).toEqual([[until, 'pacing']]);
    });
  });

  it('that is aborted is cancelled, not failed', async () => {
    const stop = new AbortController();
    const fetch: typeof globalThis.fetch = async (_input, init) => {
      stop.abort();
      throw init?.signal?.reason;
    };
    const graph = createGraph({ pacer: freePacer, baseUrl, getToken: async () => 'token', fetch });
    const reading = graph.read('/things/1', { ...read, signal: stop.signal });
    expect(await problemOf(reading)).toMatchObject({ kind: 'cancelled' });
  });

  it('that is aborted while it waits ends there', async () => {
    const stop = new AbortController();
    const { fetch, sendings } = fakeFetch(graphRefusal(429));
    const graph = createGraph({
      pacer: freePacer,
      baseUrl,
      getToken: async () => 'token',
      fetch,
      wait: async (_milliseconds, signal) => {
        stop.abort();
        signal?.throwIfAborted();
      },
    });
    const reading = graph.read('/things/1', { ...read, signal: stop.signal });
    expect(await problemOf(reading)).toMatchObject({ kind: 'cancelled' });
    expect(sendings).toHaveLength(1);
    expect(graph.waiting.get()).toBeNull();
  });
});

describe('pages', () => {
  it('are read along the links, each as it comes', async () => {
    const { readAll, sendings } = setUp(page([1, 2], next(1)), page([], next(2)), page([3]));
    expect(await readAll()).toEqual([1, 2, 3]);
    expect(sendings.map(({ url }) => url)).toEqual([`${baseUrl}/things`, next(1), next(2)]);
  });

  it.each([
    'https://evil.example/beta/things',
    'https://graph.microsoft.com.evil.example/beta/things',
    'https://graph.microsoft.com@evil.example/beta/things',
    'https://graph.microsoft.com/betamax/things',
    'https://graph.microsoft.com/v1.0/things',
    'https://graph.microsoft.com/beta/../v1.0/things',
    'https://graph.microsoft.com/beta/%2e%2e/v1.0/things',
    'http://graph.microsoft.com/beta/things',
    '//evil.example/beta/things',
    '/beta/things?$skiptoken=1',
    'javascript:alert(1)',
    '',
    null,
    7,
    { url: 'https://evil.example' },
  ])('[G24 M6] end with a problem, and no token leaves, at the link %j', async (link) => {
    const { readAll, sendings } = setUp(page([1], link));
    expect(await problemOf(readAll())).toMatchObject({ kind: 'untrusted' });
    expect(sendings).toHaveLength(1);
  });

  it('[G24] that lead back to one another end with a problem', async () => {
    const { readAll, sendings } = setUp(page([1], next(1)), page([2], next(2)), page([3], next(1)));
    expect(await problemOf(readAll())).toMatchObject({ kind: 'untrusted' });
    expect(sendings).toHaveLength(3);
  });

  it('that never end are given up after 500', async () => {
    const { readAll, sendings } = setUp(...Array.from({ length: 501 }, (_, token) => page([], next(token))));
    expect(await problemOf(readAll())).toMatchObject({ kind: 'untrusted' });
    expect(sendings).toHaveLength(500);
  });

  it.each([{}, { value: null }, { value: {} }, [], null, 'text', JSON.parse('{"__proto__":{"value":[]}}')])(
    'must be lists: %j',
    async (body) => {
      expect(await problemOf(setUp(success(body)).readAll())).toMatchObject({ kind: 'untrusted' });
    },
  );

  it.each([400, 410])(
    '[G24] whose link has expired (%i) are read from the first again, once',
    async (status) => {
      const { readAll, sendings } = setUp(
        page([1], next(1)),
        graphRefusal(status, 'resyncRequired'),
        page([1, 2], next(2)),
        page([3]),
      );
      expect(await readAll()).toEqual([1, 1, 2, 3]);
      expect(sendings.map(({ url }) => url)).toEqual([
        `${baseUrl}/things`,
        next(1),
        `${baseUrl}/things`,
        next(2),
      ]);
    },
  );

  it('[G24] whose link is out of date again end with what Graph said', async () => {
    const expired = () => graphRefusal(410, 'resyncRequired');
    const { readAll, sendings } = setUp(page([1], next(1)), expired(), page([1], next(1)), expired());
    expect(await problemOf(readAll())).toMatchObject({ status: 410, code: 'resyncRequired' });
    expect(sendings).toHaveLength(4);
  });

  it.each([
    ['the first page is refused', [graphRefusal(400)]],
    ['a further page is refused for another reason', [page([1], next(1)), graphRefusal(403)]],
  ])('are not read from the first again when %s', async (_what, answers) => {
    const { readAll, sendings } = setUp(...answers);
    expect(await problemOf(readAll())).toMatchObject({ status: expect.any(Number) });
    expect(sendings).toHaveLength(answers.length);
  });
});
