import { type Problem, toProblem } from '../lib/problem.ts';
import type { WaitCause } from '../lib/timed-wait.ts';
import type { Pacer, PlaceRequest } from './pacer.ts';
import { causeOfWait, decide, type EndpointClass, type Verdict } from './policy.ts';
import { readRetryAfter } from './retry-after.ts';
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

/** How a request wants to be repeated: after so many ms, or at once with a better token. */
export interface Repetition {
  readonly kind: 'wait' | 'renew';
  readonly milliseconds: number;
}

/** What a sender is told on the way, so that it can keep a record and find out before it sends again. */
export interface SendHooks {
  /** Before each sending, which waits for it. Where it throws, nothing is sent. */
  readonly onSend?: (clientRequestId: string) => Promise<void> | void;
  readonly onAnswer?: (answer: Answer) => Promise<void> | void;
  /** The request waits until then (epoch ms): for its turn, or because of the answer that it had. */
  readonly onWait?: (until: number, answer: Failure | undefined, because: WaitCause) => Promise<void> | void;
  /** Whether the request may be repeated so; without the hook it may. */
  readonly mayRepeat?: (repetition: Repetition) => boolean;
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

export interface SenderOptions {
  readonly getToken: GetToken;
  readonly pacer: Pacer;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => number;
  readonly elapsed: () => number;
  readonly random: () => number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly newId: () => string;
}

/** How old a read may be, in ms, for a request to be sent on its strength. */
const freshFor = 10_000;

/**
 * Sends a request when it is its turn, under the policy of its class, until there is an answer to go by.
 *
 * @throws ProblemError, or the signal's reason, only before anything was sent
 */
export async function sendRequest(
  endpoint: EndpointClass,
  place: PlaceRequest,
  first: GraphRequest,
  hooks: SendHooks & { readonly reread?: never },
  options: SenderOptions,
): Promise<Exclude<Sent, { readonly kind: 'nothingLeft' }>>;
export async function sendRequest(
  endpoint: EndpointClass,
  place: PlaceRequest,
  first: GraphRequest,
  hooks: SendHooks,
  options: SenderOptions,
): Promise<Sent>;
export async function sendRequest(
  endpoint: EndpointClass,
  place: PlaceRequest,
  first: GraphRequest,
  hooks: SendHooks,
  { getToken, pacer, fetch, now, elapsed, random, wait, newId }: SenderOptions,
): Promise<Sent> {
  let request = first;
  let demand: TokenDemand = {};
  const tries = { repeats: 0, renewals: 0 };
  let before: Failure | undefined;

  /** False when nothing is left to be sent. */
  async function reread(): Promise<boolean> {
    if (!hooks.reread) return true;
    const left = await hooks.reread();
    if (left) request = { ...request, body: left.body };
    return left !== undefined;
  }

  /** One sending, when it is its turn, and what is to be done with its answer. Undefined when nothing is left. */
  async function sendInTurn(): Promise<Outcome | undefined> {
    // Getting a token may take long too: the age counts from here.
    let asked = { elapsed: elapsed(), now: now() };
    // Some computers count no time while they sleep; a clock that was set costs one read more.
    const age = () => Math.max(elapsed() - asked.elapsed, now() - asked.now);
    const accessToken = await getToken(request.scopes, demand);
    const takePlace = () =>
      pacer.take(place, hooks.signal, (until, because) => void hooks.onWait?.(until, before, because));
    let turn = await takePlace();
    // Give the place back while reading: a request that holds one goes at once, even after a 429.
    while (hooks.reread && age() > freshFor) {
      turn.release();
      if (!(await reread())) return undefined;
      asked = { elapsed: elapsed(), now: now() };
      turn = await takePlace();
    }
    let outcome: Outcome | undefined;
    try {
      // The run may have been stopped during the read or while the token was fetched.
      hooks.signal?.throwIfAborted();
      const clientRequestId = newId();
      await hooks.onSend?.(clientRequestId);
      const answer = await sendOnce(request, { accessToken, clientRequestId }, { fetch, now });
      outcome =
        answer.kind === 'ok'
          ? { answer }
          : { answer, verdict: decide(endpoint, answer, tries, now(), random()) };
      return outcome;
    } finally {
      turn.release(outcome && gateOf(outcome, tries.repeats, now()));
    }
  }

  for (;;) {
    let outcome: Outcome | undefined;
    try {
      outcome = await sendInTurn();
    } catch (error) {
      if (!before) throw error;
      if (hooks.signal?.aborted) return { kind: 'stopped', answer: before };
      return pauseOf(before, now(), toProblem(error));
    }
    if (!outcome) return { kind: 'nothingLeft' };
    await hooks.onAnswer?.(outcome.answer);
    if (!outcome.verdict) return { kind: 'accepted', answer: outcome.answer };
    const { answer, verdict } = outcome;
    before = answer;
    demand = {};
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
        if (hooks.mayRepeat?.({ kind: 'renew', milliseconds: 0 }) === false) {
          return pauseOf(answer, now(), answer.problem);
        }
        tries.renewals += 1;
        demand = { claims: verdict.claims, renew: true };
        break;
      case 'retry':
      case 'readThenResend':
        if (hooks.mayRepeat?.({ kind: 'wait', milliseconds: verdict.wait }) === false) {
          return pauseOf(answer, now() + verdict.wait);
        }
        tries.repeats += 1;
        await hooks.onWait?.(now() + verdict.wait, answer, causeOfWait(answer));
        break;
    }
    try {
      if ('wait' in verdict) await wait(verdict.wait, hooks.signal);
      // Also after a 401: it may answer the repetition that the browser made of a request which was carried out.
      if (!(await reread())) return { kind: 'nothingLeft' };
    } catch (error) {
      return hooks.signal?.aborted ? { kind: 'stopped', answer } : pauseOf(answer, now(), toProblem(error));
    }
    if (hooks.signal?.aborted) return { kind: 'stopped', answer };
  }
}

type Outcome =
  | { readonly answer: Success; readonly verdict?: undefined }
  | { readonly answer: Failure; readonly verdict: Verdict };

/**
 * A 429 speaks for every request of its kind: none of them goes before its time, also where this one is given up. Our own
 * next try has its wait from the policy.
 */
function gateOf(
  { answer, verdict }: Outcome,
  repeats: number,
  now: number,
): { throttledFor: number } | undefined {
  if (!verdict || answer.kind !== 'refused' || answer.status !== 429) return undefined;
  const isOver = !('wait' in verdict);
  const wait = isOver ? readRetryAfter(answer.retryAfter, repeats, now, 0).milliseconds : verdict.wait;
  return { throttledFor: wait };
}

/** The problem is the answer's own unless something else stands in the way. */
function pauseOf(answer: Failure, until: number, inTheWay?: Problem): Sent {
  return { kind: 'paused', answer, until, problem: inTheWay ?? { ...answer.problem, retryAt: until } };
}
