import { ProblemError, toProblem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';
import { longestOf, type TimedWait, type WaitCause } from '../lib/timed-wait.ts';
import { waitFor } from '../lib/wait.ts';
import { areaOf, createPacer, type Lane, type Pacer } from './pacer.ts';
import type { EndpointClass } from './policy.ts';
import { problemOfLoss } from './problem.ts';
import { type GetToken, type SenderOptions, type SendHooks, type Sent, sendRequest } from './sender.ts';
import type { GraphRequest } from './transport.ts';

export interface GraphOptions {
  /** Ends with `/beta`. */
  readonly baseUrl: string;
  readonly getToken: GetToken;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => number;
  readonly elapsed?: () => number;
  readonly random?: () => number;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly newId?: () => string;
  readonly pacer?: Pacer;
}

export interface ReadOptions {
  readonly scopes: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** The directory’s `$search` asks for it: the answer may come from an index that lags a little behind. */
  readonly consistency?: 'eventual' | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Is told of a wait in place of `waiting`: for a read whose wait is shown elsewhere. */
  readonly onWait?: OnWait | undefined;
}

/** Epoch ms until which a request waits, and why. */
export type OnWait = (until: number, because: WaitCause) => void;

/** What an action sends, without a token: built in one place for sending and for showing. */
export interface ActionRequest {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below Graph's version root. */
  readonly path: string;
  readonly body?: unknown;
}

/** Everything the app says to Graph goes through one of these. */
export interface Graph {
  /** Reads one resource: JSON, not yet validated. @throws ProblemError */
  read(path: string, options: ReadOptions): Promise<unknown>;
  /** Reads a collection page by page along `@odata.nextLink`. @throws ProblemError */
  readPages(path: string, options: ReadOptions): AsyncGenerator<readonly unknown[]>;
  /** Sends an action under the policy of its class. @throws ProblemError only before anything was sent. */
  act(
    endpoint: Exclude<EndpointClass, 'read'>,
    request: ActionRequest,
    scopes: readonly string[],
    hooks?: SendHooks,
  ): Promise<Sent>;
  /** Makes sure that an action can be sent later without asking the person. @throws ProblemError */
  prepare(scopes: readonly string[]): Promise<void>;
  /** The same, but its reads check the results of actions: a place is kept for them, and they give way to actions. */
  readonly settling: Graph;
  /** The same, but an action waits for its reads: they go as actions do. */
  readonly checking: Graph;
  /** The longest wait of a read that a person may notice; null when there is none. */
  readonly waiting: Store<TimedWait | null>;
}

const timeouts: Record<EndpointClass, number> = {
  read: 30_000,
  setState: 120_000,
  startWork: 120_000,
  requestWork: 60_000,
  create: 120_000,
  remove: 120_000,
};

/** What creates or removes goes as often as what sets a state. */
function laneOf(endpoint: Exclude<EndpointClass, 'read'>): Lane {
  return endpoint === 'create' || endpoint === 'remove' ? 'setState' : endpoint;
}

/** A wait of our own pacing is shown from this length on, in ms. */
const noticeable = 3_000;

/** Beyond this a collection is taken for a loop. */
const mostPages = 500;

export function createGraph(options: GraphOptions): Graph {
  const {
    baseUrl,
    getToken,
    fetch = (...request) => globalThis.fetch(...request),
    now = Date.now,
    random = Math.random,
    wait = waitFor,
    newId = () => crypto.randomUUID(),
    elapsed = () => performance.now(),
    pacer = createPacer({ now, elapsed, wait }),
  } = options;
  const sender: SenderOptions = { getToken, pacer, fetch, now, elapsed, random, wait, newId };
  const waiting = createStore<TimedWait | null>(null);
  const waits = new Map<symbol, TimedWait>();
  /** Several reads may wait at once: the longest wait is shown. */
  const setWait = (read: symbol, wait: TimedWait | null) => {
    if (wait) waits.set(read, wait);
    else waits.delete(read);
    waiting.set(longestOf(waits.values()) ?? null);
  };

  const placeOf = (lane: Lane, url: string) => ({ lane, ...areaOf(url.slice(baseUrl.length)) });

  async function readUrl(lane: Lane, url: string, read: ReadOptions): Promise<unknown> {
    const { scopes, signal, onWait, consistency } = read;
    const request: GraphRequest = {
      method: 'GET',
      url,
      scopes,
      timeoutMs: timeouts.read,
      signal,
      consistency,
    };
    const thisRead = Symbol('read');
    // Nobody waits for what follows an action in its own time, nor reads a notice that is gone in a moment.
    const isNoticed = (until: number) => lane !== 'settle' && until - now() >= noticeable;
    try {
      const hooks = {
        onWait(until: number, _answer: unknown, because: WaitCause) {
          if (onWait) onWait(until, because);
          else if (because !== 'pacing' || isNoticed(until)) setWait(thisRead, { until, because });
        },
        onAnswer: () => setWait(thisRead, null),
        ...(signal && { signal }),
      };
      const sent = await sendRequest('read', placeOf(lane, url), request, hooks, sender);
      if (sent.kind === 'accepted') return sent.answer.body;
      signal?.throwIfAborted();
      throw new ProblemError(sent.kind === 'paused' ? sent.problem : sent.answer.problem);
    } finally {
      setWait(thisRead, null);
    }
  }

  function urlOf(path: string, query: Readonly<Record<string, string>> = {}): string {
    const text = Object.entries(query)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join('&');
    return `${baseUrl}${path}${text && `?${text}`}`;
  }

  async function* readPages(lane: Lane, path: string, read: ReadOptions): AsyncGenerator<readonly unknown[]> {
    const seen = new Set<string>();
    const first = urlOf(path, read.query);
    let hasStartedOver = false;
    let url: string | undefined = first;
    while (url !== undefined) {
      if (seen.has(url) || seen.size >= mostPages) throw nonsense('the list’s pages never end');
      seen.add(url);
      let page: unknown;
      try {
        page = await readUrl(lane, url, read);
      } catch (error) {
        // A link to a further page can expire: then start over, once. A row that comes twice counts once.
        if (hasStartedOver || seen.size === 1 || !isOutOfDate(error)) throw error;
        hasStartedOver = true;
        seen.clear();
        url = first;
        continue;
      }
      const rows = own(page, 'value');
      if (!Array.isArray(rows)) throw nonsense('a list without “value”');
      yield rows;
      const next = own(page, '@odata.nextLink');
      if (next !== undefined && !isBelow(baseUrl, next))
        throw nonsense('a next page outside Microsoft Graph');
      url = next;
    }
  }

  function nonsense(detail: string): ProblemError {
    return new ProblemError(problemOfLoss('nonsense', '', new Date(now()).toISOString(), detail));
  }

  const graphOn = (lane: Lane): Graph => ({
    waiting,
    readPages: (path, read) => readPages(lane, path, read),
    read: (path, read) => readUrl(lane, urlOf(path, read.query), read),
    act(endpoint, { method, path, body }, scopes, hooks = {}) {
      const url = urlOf(path);
      const request: GraphRequest = { method, url, body, scopes, timeoutMs: timeouts[endpoint] };
      return sendRequest(endpoint, placeOf(laneOf(endpoint), url), request, hooks, sender);
    },
    async prepare(scopes) {
      await getToken(scopes);
    },
    get settling() {
      return graphOn('settle');
    },
    get checking() {
      return graphOn('check');
    },
  });
  return graphOn('read');
}

function isOutOfDate(error: unknown): boolean {
  const { status } = toProblem(error);
  return status === 400 || status === 410;
}

/** A link elsewhere would carry the token with it; `..` in it is folded before the two are compared. */
function isBelow(root: string, link: unknown): link is string {
  return typeof link === 'string' && URL.canParse(link) && new URL(link).href.startsWith(`${root}/`);
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
