import type { WaitCause } from '../lib/timed-wait.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Failure } from './transport.ts';

/**
 * How an endpoint bears a repetition, by its nature and not by what it changes.
 * `read`: safe. `setState`: a repeat is harmless only if nobody has changed the state in between. `startWork`: a repeat
 * may start the work twice. `requestWork`: asks for work that may as well be done twice, but is costly. `create`: a repeat
 * makes a second one, and nothing but the list tells. `remove`: a repeat finds nothing left to remove.
 */
export type EndpointClass = 'read' | 'setState' | 'startWork' | 'requestWork' | 'create' | 'remove';

/** What is done with an answer that is no success. */
export type Verdict =
  /** Refused for good. */
  | { readonly kind: 'reject' }
  /** It may or may not have had an effect: check by reading, never by sending again. */
  | { readonly kind: 'unknown' }
  /** Already in progress, perhaps because of our own first request: follow it by reading. */
  | { readonly kind: 'follow' }
  /** Send once more with a token that meets the challenge, or a fresh one; of an action, what is still as it was. */
  | { readonly kind: 'renewToken'; readonly claims: string | undefined }
  /** Send again after the wait, in ms. */
  | { readonly kind: 'retry'; readonly wait: number }
  /** Wait, read the targets, and send again only what is still as it was. */
  | { readonly kind: 'readThenResend'; readonly wait: number }
  /** Not possible for a long time, or only for a person. */
  | { readonly kind: 'pause'; readonly wait: number };

type Rule = 'reject' | 'unknown' | 'follow' | 'renew' | readonly ['retry' | 'reread', number];

const retry = (times: number): Rule => ['retry', times];
const reread = (times: number): Rule => ['reread', times];

/**
 * How answers are told apart. `unavailable` is a 503 that Graph itself wrote; an edge may send one after the effect.
 * `foreign` was not written by Graph. `strange` is a status of the 5xx that Graph does not document.
 */
export type AnswerClass =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'nonsense'
  | 'challenged'
  | 'unauthorized'
  | 'inProgress'
  | 'busy'
  | 'conflict'
  | 'doubtful'
  | 'misdirected'
  | 'throttled'
  | 'unavailable'
  | 'serverFault'
  | 'strange'
  | 'foreign'
  | 'refused';

/** What an action of any class gets. */
const action = (rule: Rule) => ({
  setState: rule,
  startWork: rule,
  requestWork: rule,
  create: rule,
  remove: rule,
});

/**
 * The retry policy, one line a case. Reads may be repeated. An action is sent again only with a better token, or after a
 * 429 or a 503 that Graph itself wrote, and only after a fresh read of its targets. A 503 says less of what creates: a list
 * that lags behind may not show yet what came of the first request.
 */
const table: Record<AnswerClass, Record<EndpointClass, Rule>> = {
  network: { read: retry(3), ...action('unknown') },
  timeout: { read: retry(2), ...action('unknown') },
  aborted: { read: 'reject', ...action('unknown') },
  nonsense: { read: retry(1), ...action('unknown') },
  challenged: { read: 'renew', ...action('renew') },
  unauthorized: { read: 'renew', ...action('renew') },
  inProgress: { read: 'reject', ...action('reject'), startWork: 'follow' },
  busy: { read: retry(1), ...action('reject'), startWork: 'unknown', create: 'unknown' },
  conflict: { read: 'reject', ...action('reject'), startWork: 'unknown', create: 'unknown' },
  doubtful: { read: retry(2), ...action('unknown') },
  misdirected: { read: retry(1), ...action('unknown') },
  throttled: { read: retry(5), ...action(reread(3)), setState: reread(5) },
  unavailable: { read: retry(4), ...action(reread(2)), setState: reread(3), create: 'unknown' },
  serverFault: { read: retry(3), ...action('unknown') },
  strange: { read: 'reject', ...action('unknown') },
  foreign: { read: retry(1), ...action('unknown') },
  refused: { read: 'reject', ...action('reject') },
};

/** The faults that Graph documents, beside 501 and 503: https://learn.microsoft.com/graph/errors */
const serverFaults: readonly number[] = [500, 502, 504, 507, 509];

/** Which line of the table an answer belongs to. */
export function classify(answer: Failure): AnswerClass {
  if (answer.kind === 'lost') return answer.reason === 'cut' ? 'nonsense' : answer.reason;
  if (answer.claims !== undefined) return 'challenged';
  const { status, fromGraph } = answer;
  if (status === 429) return 'throttled';
  if (status === 408) return 'doubtful';
  if (status === 421 || status === 425) return 'misdirected';
  if (status === 503) return fromGraph ? 'unavailable' : 'serverFault';
  if (serverFaults.includes(status)) return 'serverFault';
  if (status >= 500 && status !== 501) return 'strange';
  if (!fromGraph) return status === 401 ? 'unauthorized' : 'foreign';
  if (answer.problem.kind === 'alreadyInProgress') return 'inProgress';
  if (answer.problem.kind === 'noLicense') return 'refused';
  if (status === 401) return 'unauthorized';
  if (status === 409 || status === 423) return 'busy';
  return status === 410 || status === 412 ? 'conflict' : 'refused';
}

const unprocessed: readonly AnswerClass[] = ['challenged', 'unauthorized', 'throttled'];

/**
 * True when an answer says that its request had no effect: it was turned away before it was looked at. It may answer the
 * repetition that a browser made of a request which had one, so a read has the last word.
 */
export function saysNoEffect(answer: Failure): boolean {
  return unprocessed.includes(classify(answer));
}

/** What makes the request that had this answer wait for its next try. A 503 without `Retry-After` asks for nothing. */
export function causeOfWait(answer: Failure): WaitCause {
  const isAsked = answer.kind === 'refused' && answer.retryAfter !== null;
  const answerClass = classify(answer);
  return answerClass === 'throttled' || (answerClass === 'unavailable' && isAsked) ? 'throttled' : 'failed';
}

/** The longest wait that a run or a read sits out: 15 minutes. A longer one needs a person. */
export const longestWait = 15 * 60_000;

/** How often the same request was sent before, by the reason for sending again. */
export interface Tries {
  /** Repetitions after a wait, so far. */
  readonly repeats: number;
  /** Token renewals so far. */
  readonly renewals: number;
}

/**
 * Decides what is done with an answer: a pure function of the endpoint's class, the answer, the tries so far, the
 * time and a random number in [0, 1).
 */
export function decide(
  endpoint: EndpointClass,
  answer: Failure,
  tries: Tries,
  now: number,
  random: number,
): Verdict {
  const answerClass = classify(answer);
  const rule = table[answerClass][endpoint];
  const { claims, retryAfter } = answer.kind === 'refused' ? answer : unsaid;
  switch (rule) {
    case 'reject':
    case 'unknown':
    case 'follow':
      return { kind: rule };
    case 'renew':
      return tries.renewals === 0 ? { kind: 'renewToken', claims } : { kind: 'pause', wait: 0 };
    default: {
      const [kind, times] = rule;
      const { milliseconds, asked } = readRetryAfter(retryAfter, tries.repeats, now, random);
      if (asked && milliseconds > longestWait) return { kind: 'pause', wait: milliseconds };
      if (tries.repeats >= times) return giveUp(endpoint, answerClass, milliseconds);
      return kind === 'retry'
        ? { kind: 'retry', wait: milliseconds }
        : { kind: 'readThenResend', wait: milliseconds };
    }
  }
}

/** A lost answer has neither. */
const unsaid = { claims: undefined, retryAfter: null };

function giveUp(endpoint: EndpointClass, answerClass: AnswerClass, wait: number): Verdict {
  if (endpoint === 'read') return { kind: 'reject' };
  // A 429 is turned away before it is looked at: it can wait for a person. Nothing else of an action is repeated.
  return answerClass === 'throttled' ? { kind: 'pause', wait } : { kind: 'unknown' };
}
