import { type Problem, ProblemError, toProblem } from '../lib/problem.ts';
import { createStore, type Store } from '../lib/store.ts';
import { waitFor } from '../lib/wait.ts';
import { decide, type EndpointClass } from './policy.ts';
import { problemOfLoss } from './problem.ts';
import { type Answer, type Failure, type GraphRequest, type Success, sendOnce } from './transport.ts';

/** What a token must be good for beyond its scopes. */
export interface TokenDemand {
  /** A claims challenge, as JSON. */
  readonly claims?: string | undefined;
  /** The cached token was refused: get another. */
  readonly renew?: boolean;
}

/**
 * Gives an access token for Graph.
 *
 * @throws ProblemError `signInNeeded`, `consentNeeded`, `stepUpNeeded` when a person has to act first
 */
export type GetToken = (scopes: readonly string[], demand?: TokenDemand) => Promise<string>;

export interface GraphOptions {
  /** Ends with `/beta`. */
  readonly baseUrl: string;
  readonly getToken: GetToken;
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => number;
  readonly random?: () => number;
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export interface ReadOptions {
  readonly scopes: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface ActionOptions {
  readonly scopes: readonly string[];
  readonly body?: unknown;
}

/** What a sender is told on the way, so that it can keep a record and find out before it sends again. */
export interface SendHooks {
  /** Before each sending. */
  readonly onSend?: () => void;
  readonly onAnswer?: (answer: Answer) => void;
  /** The request waits until then (epoch ms). */
  readonly onWait?: (until: number, answer: Failure) => void;
  /** After a wait, before sending again: reads the targets; gives what is left to send, or undefined for nothing. */
  readonly reread?: () => Promise<{ readonly body?: unknown } | undefined>;
  readonly signal?: AbortSignal;
}

/** How a send ended: with an answer that can be trusted one way or the other, or with none. */
export type Sent =
  | { readonly kind: 'accepted'; readonly answer: Success }
  | { readonly kind: 'following' | 'rejected' | 'unknown'; readonly answer: Failure }
  /** Not to be sent again without a person: until then, or until the problem is solved. */
  | { readonly kind: 'paused'; readonly answer: Failure; readonly until: number; readonly problem: Problem }
  /** Stopped by the signal before it was sent again; the sending before was refused. */
  | { readonly kind: 'stopped'; readonly answer: Failure }
  /** After a wait, nothing was left to be sent. */
  | { readonly kind: 'nothingLeft' };

/** Everything the app says to Graph goes through one of these. */
export interface Graph {
  /** Reads one resource: JSON, not yet validated. @throws ProblemError */
  read(path: string, options: ReadOptions): Promise<unknown>;
  /** Reads a collection page by page along `@odata.nextLink`. @throws ProblemError */
  readPages(path: string, options: ReadOptions): AsyncGenerator<readonly unknown[]>;
  /** Sends an action under the policy of its class. @throws ProblemError only before anything was sent. */
  act(endpoint: EndpointClass, path: string, options: ActionOptions, hooks?: SendHooks): Promise<Sent>;
  /** Makes sure that an action can be sent later without asking the person. @throws ProblemError */
  prepare(scopes: readonly string[]): Promise<void>;
  /** Epoch ms until which Graph asked reads to wait; null when none waits. */
  readonly waitingUntil: Store<number | null>;
}

const timeouts: Record<EndpointClass, number> = {
  read: 30_000,
  driverAction: 120_000,
  responseAction: 120_000,
  sync: 60_000,
};

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
  } = options;
  const waitingUntil = createStore<number | null>(null);
  const waits = new Map<symbol, number>();
  /** Several reads may wait at once: the longest is told. */
  const setWait = (read: symbol, until: number | null) => {
    if (until === null) waits.delete(read);
    else waits.set(read, until);
    waitingUntil.set(waits.size === 0 ? null : Math.max(...waits.values()));
  };

  async function send(endpoint: EndpointClass, first: GraphRequest, hooks: SendHooks): Promise<Sent> {
    let request = first;
    let repeats = 0;
    let renewals = 0;
    let token = await getToken(request.scopes);
    hooks.signal?.throwIfAborted();
    for (;;) {
      hooks.onSend?.();
      const answer = await sendOnce(request, token, { fetch, now });
      hooks.onAnswer?.(answer);
      if (answer.kind === 'ok') return { kind: 'accepted', answer };
      const verdict = decide(endpoint, answer, { repeats, renewals }, now(), random());
      switch (verdict.kind) {
        case 'follow':
          return { kind: 'following', answer };
        case 'reject':
          return { kind: 'rejected', answer };
        case 'unknown':
          return { kind: 'unknown', answer };
        case 'pause':
          return pauseOf(answer, now() + verdict.wait, verdict.wait > 0 ? undefined : answer.problem);
        case 'renewToken':
          renewals += 1;
          try {
            token = await getToken(request.scopes, { claims: verdict.claims, renew: true });
          } catch (error) {
            return pauseOf(answer, now(), toProblem(error));
          }
          break;
        case 'retry':
        case 'readThenResend':
          repeats += 1;
          hooks.onWait?.(now() + verdict.wait, answer);
          try {
            await wait(verdict.wait, hooks.signal);
          } catch {
            return { kind: 'stopped', answer };
          }
          try {
            if (verdict.kind === 'readThenResend') {
              const left = await hooks.reread?.();
              if (!left) return { kind: 'nothingLeft' };
              request = { ...request, body: left.body };
            }
            // The token may have run out during the wait; MSAL's cache decides.
            token = await getToken(request.scopes);
          } catch (error) {
            return pauseOf(answer, now(), toProblem(error));
          }
      }
      // Somebody said stop while the targets were read or the token was fetched.
      if (hooks.signal?.aborted) return { kind: 'stopped', answer };
    }
  }

  async function readUrl(url: string, { scopes, signal }: ReadOptions): Promise<unknown> {
    const request: GraphRequest = { method: 'GET', url, scopes, timeoutMs: timeouts.read, signal };
    const thisRead = Symbol('read');
    try {
      const sent = await send('read', request, {
        onWait: (until) => setWait(thisRead, until),
        onAnswer: () => setWait(thisRead, null),
        ...(signal && { signal }),
      });
      if (sent.kind === 'accepted') return sent.answer.body;
      signal?.throwIfAborted();
      if (sent.kind === 'nothingLeft') throw new Error('A read leaves nothing unsent');
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

  async function* readPages(path: string, read: ReadOptions): AsyncGenerator<readonly unknown[]> {
    const seen = new Set<string>();
    let url: string | undefined = urlOf(path, read.query);
    while (url !== undefined) {
      if (seen.has(url) || seen.size >= mostPages) throw nonsense('the pages of this list do not end');
      seen.add(url);
      const page = await readUrl(url, read);
      const rows = own(page, 'value');
      if (!Array.isArray(rows)) throw nonsense('a list without "value"');
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

  return {
    waitingUntil,
    readPages,
    read: (path, read) => readUrl(urlOf(path, read.query), read),
    act: (endpoint, path, { scopes, body }, hooks = {}) =>
      send(
        endpoint,
        { method: 'POST', url: urlOf(path), body, scopes, timeoutMs: timeouts[endpoint] },
        hooks,
      ),
    async prepare(scopes) {
      await getToken(scopes);
    },
  };
}

/** A link elsewhere would carry the token with it; `..` in it is folded before the two are compared. */
function isBelow(root: string, link: unknown): link is string {
  return typeof link === 'string' && URL.canParse(link) && new URL(link).href.startsWith(`${root}/`);
}

/** The problem is the answer's own unless something else stands in the way. */
function pauseOf(answer: Failure, until: number, inTheWay?: Problem): Sent {
  return { kind: 'paused', answer, until, problem: inTheWay ?? { ...answer.problem, retryAt: until } };
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
