import type { EndpointClass } from '../../../graph/policy.ts';
import { challengeOf } from '../../../graph/test-answers.ts';
import { type Call, json, type Reply, refusal, type Service } from './test-service.ts';
import type { Timeline } from './test-timeline.ts';

/** For tests: what can happen to a request and to its answer, as data. */

/** What Graph answers when it turns a request away: there is no effect then. */
export const refusals = ['429', '401', '401 claims', '403', '404', '400', '409'] as const;
/** What is answered whether there was an effect or not. */
export const doubtful = [
  'lost',
  'timeout',
  'cut',
  'html 200',
  'empty 200',
  '202',
  '204',
  '408',
  '421',
  '500',
  '502',
  '503',
  '503 of a proxy',
  '403 of a proxy',
  '504',
] as const;
/** Graph's own answer, more or less. */
export const answered = ['own', 'ids omitted', 'ids doubled', 'ids foreign', 'ids failed'] as const;
export type AnswerName = (typeof refusals | typeof doubtful | typeof answered)[number];

export interface Fault {
  readonly on: EndpointClass;
  /** So many requests meet it. */
  readonly times: number;
  readonly answer: AnswerName;
  /** There is an effect, although the answer may not tell. */
  readonly applies: boolean;
  /** … on the first half of the drivers only. */
  readonly isPartial: boolean;
  /** … so many ms later. */
  readonly late: number;
  /** The connection dies after the request has arrived; the browser sends it again, and the page sees this answer. */
  readonly repeated: AnswerName | null;
  /** `Retry-After` of a 429 or 503: its text, and how long it asks to wait at least. */
  readonly retryAfter: RetryAfter;
  /** Reads show how it was so many ms ago. */
  readonly stale: number;
}

export interface RetryAfter {
  readonly text: string | null;
  readonly least: number;
}

/** A date is written when it is sent: 90 s ahead. */
export const retryAfters: readonly RetryAfter[] = [
  { text: null, least: 2_000 },
  { text: '5', least: 5_000 },
  { text: '0', least: 2_000 },
  { text: '-5', least: 2_000 },
  { text: '1.5', least: 2_000 },
  { text: 'soon', least: 2_000 },
  { text: '3, 20', least: 20_000 },
  { text: ' 7 ', least: 7_000 },
  { text: 'date', least: 89_000 },
  { text: '600', least: 600_000 },
  { text: '1200', least: 1_200_000 },
  { text: '14400', least: 14_400_000 },
];

/** What reaches the page: an answer, one that breaks off, or none. */
export type Arrival = Reply | { readonly cut: Reply } | 'lost' | 'timeout';

/** What is written for a call that arrives. `written` is Graph's own answer, for those that are made from it. */
export function answerOf(
  name: AnswerName,
  { retryAfter }: Fault,
  timeline: Timeline,
  written: () => Reply,
): Arrival {
  const { text } = retryAfter;
  const date = new Date(timeline.now() + 90_000).toUTCString();
  const header = text === null ? {} : { 'retry-after': text === 'date' ? date : text };
  switch (name) {
    case 'lost':
    case 'timeout':
      return name;
    case 'cut':
      return { cut: json({}) };
    case 'html 200':
      return { status: 200, text: '<title>Proxy</title>', headers: { 'content-type': 'text/html' } };
    case 'empty 200':
    case '202':
    case '204':
      return { status: Number(name.slice(-3)), text: '', headers: {} };
    case '503 of a proxy':
    case '403 of a proxy':
      return {
        status: Number(name.slice(0, 3)),
        text: '<title>Proxy</title>',
        headers: { 'content-type': 'text/html' },
      };
    case '401':
      return refusal(401, 'InvalidAuthenticationToken');
    case '401 claims':
      return refusal(401, 'TokenIssuedBeforeRevocationTimestamp', {
        'www-authenticate': challengeOf('{"access_token":{"nbf":{"essential":true,"value":"1"}}}'),
      });
    case '429':
      return refusal(429, 'TooManyRequests', header);
    case '503':
      return refusal(503, 'ServiceUnavailable', header);
    default:
      return /^\d+$/.test(name) ? refusal(Number(name), 'SomeCode') : written();
  }
}

/** A call as it is carried out when something breaks in the middle of it. */
export function partOf(call: Call): Call {
  const { driverIds } = call.body;
  return { ...call, body: { ...call.body, driverIds: driverIds.slice(0, Math.ceil(driverIds.length / 2)) } };
}

/** Graph's own answer to a call, with its lists of ids as the fault wants them. */
export function handleWith(name: AnswerName, call: Call, stale: number, service: Service): Reply {
  if (call.endpoint !== 'setState') return service.handle(call, stale);
  const [first = ''] = call.body.driverIds;
  const isFailed = name === 'ids failed';
  const driverIds = call.body.driverIds.filter((id) => !isFailed || id !== first);
  const reply = service.handle({ ...call, body: { ...call.body, driverIds } }, stale);
  if (name === 'own' || reply.status !== 200) return reply;
  const lists: Record<'successfulDriverIds' | 'failedDriverIds' | 'notFoundDriverIds', string[]> = JSON.parse(
    reply.text,
  );
  switch (name) {
    case 'ids omitted':
      lists.successfulDriverIds.shift();
      break;
    case 'ids doubled':
      lists.failedDriverIds.push(first);
      break;
    case 'ids foreign':
      lists.successfulDriverIds.push('foreign', first.toUpperCase());
      break;
    case 'ids failed':
      lists.failedDriverIds.push(first);
  }
  return json(lists);
}
