import { describe, expect, it } from 'vitest';
import { causeOfWait, decide, type EndpointClass, longestWait, saysNoEffect } from './policy.ts';
import { challengeOf, connectionLost, failureOf, graphRefusal, noon, proxyRefusal } from './test-answers.ts';
import type { Failure } from './transport.ts';

/** The same answer again and again, until the policy ends it: "retry ×3, reject". */
function courseOf(endpoint: EndpointClass, answer: Failure): string {
  const course: string[] = [];
  let tries = { repeats: 0, renewals: 0 };
  for (;;) {
    const { kind } = decide(endpoint, answer, tries, noon, 0.5);
    course.push(kind);
    if (kind === 'renewToken') tries = { ...tries, renewals: tries.renewals + 1 };
    else if (kind === 'retry' || kind === 'readThenResend') tries = { ...tries, repeats: tries.repeats + 1 };
    else break;
    if (course.length > 20) throw new Error(`The policy never ends: ${course.join(', ')}`);
  }
  const last = course.pop() ?? '';
  const waits = course.length > 0 ? `${course[0]} ×${course.length}, ` : '';
  return `${waits}${last}`;
}

const claims = { 'WWW-Authenticate': challengeOf('{"access_token":{}}') };
const retry = (times: number) => `retry ×${times}, reject`;
const reread = (times: number, end: string) => `readThenResend ×${times}, ${end}`;

/** An answer, and what becomes of a read, a driver action, a response action and a sync that meet it for good. */
type Row = readonly [
  what: string,
  answer: () => Response | Error,
  read: string,
  D: string,
  T: string,
  sync: string,
];

const unknown = ['unknown', 'unknown', 'unknown'] as const;
const refused = ['reject', 'reject', 'reject', 'reject'] as const;
const renewed = 'renewToken ×1, pause';

const rows: readonly Row[] = [
  ['connection lost', () => connectionLost, retry(3), ...unknown],
  ['200 with a page', () => new Response('<html>'), retry(1), ...unknown],
  ['400', () => graphRefusal(400), ...refused],
  ['400 unsupported', () => graphRefusal(400, 'UnsupportedActionType'), ...refused],
  [
    '400 in progress',
    () => graphRefusal(400, 'ActionAlreadyInProgress'),
    'reject',
    'reject',
    'follow',
    'reject',
  ],
  ['401 with claims', () => graphRefusal(401, 'X', claims), renewed, renewed, renewed, renewed],
  ['[A5] 403 with claims', () => graphRefusal(403, 'X', claims), renewed, renewed, renewed, renewed],
  ['401', () => graphRefusal(401, 'InvalidAuthenticationToken'), renewed, renewed, renewed, renewed],
  ['401 of a proxy', () => proxyRefusal(401), renewed, renewed, renewed, renewed],
  ['401 without a license', () => graphRefusal(401, 'UnknownError'), ...refused],
  ...[402, 403, 404, 405, 406, 411, 413, 415, 418, 422, 501].map(
    (status): Row => [`${status}`, () => graphRefusal(status), ...refused],
  ),
  ...[400, 403, 404, 407].map(
    (status): Row => [`${status} of a proxy`, () => proxyRefusal(status), retry(1), ...unknown],
  ),
  ['408', () => graphRefusal(408), retry(2), ...unknown],
  ...[409, 423].map(
    (status): Row => [`${status}`, () => graphRefusal(status), retry(1), 'reject', 'unknown', 'reject'],
  ),
  ...[410, 412].map(
    (status): Row => [`${status}`, () => graphRefusal(status), 'reject', 'reject', 'unknown', 'reject'],
  ),
  ...[421, 425].map((status): Row => [`${status}`, () => graphRefusal(status), retry(1), ...unknown]),
  ...[graphRefusal, proxyRefusal].map(
    (refusal): Row => [
      refusal === graphRefusal ? '429' : '429 of a proxy',
      () => refusal(429),
      retry(5),
      reread(5, 'pause'),
      reread(3, 'pause'),
      reread(3, 'pause'),
    ],
  ),
  ...[500, 502, 504, 507, 509].flatMap((status): Row[] => [
    [`${status}`, () => graphRefusal(status), retry(3), ...unknown],
    [`${status} of a proxy`, () => proxyRefusal(status), retry(3), ...unknown],
  ]),
  [
    '503',
    () => graphRefusal(503),
    retry(4),
    reread(3, 'unknown'),
    reread(2, 'unknown'),
    reread(2, 'unknown'),
  ],
  ['503 of a proxy', () => proxyRefusal(503), retry(3), ...unknown],
  ['503 with claims', () => proxyRefusal(503, claims), retry(3), ...unknown],
  ...[505, 511, 520, 599].map(
    (status): Row => [`${status}`, () => graphRefusal(status), 'reject', ...unknown],
  ),
];

/** Where a creation is not repeated or followed as a response action is: a list may not show yet what the first one made. */
const ofCreation = new Map([
  ['400 in progress', 'reject'],
  ['503', 'unknown'],
]);

describe('[N2 N7 N10 N20] the retry policy', () => {
  it.each(rows)('%s', async (what, response, read, driverAction, responseAction, sync) => {
    const answer = await failureOf(response());
    expect({
      read: courseOf('read', answer),
      driverAction: courseOf('setState', answer),
      responseAction: courseOf('startWork', answer),
      sync: courseOf('requestWork', answer),
      creation: courseOf('create', answer),
      removal: courseOf('remove', answer),
    }).toEqual({
      read,
      driverAction,
      responseAction,
      sync,
      creation: ofCreation.get(what) ?? responseAction,
      removal: sync,
    });
  });

  it.each([
    ['timeout', retry(2)],
    ['aborted', 'reject'],
    ['cut', retry(1)],
  ] as const)('%s', async (reason, read) => {
    const lost = await failureOf(connectionLost);
    if (lost.kind !== 'lost') throw new Error('A lost answer was expected');
    const answer: Failure = { ...lost, reason };
    expect(courseOf('read', answer)).toBe(read);
    for (const endpoint of ['setState', 'startWork', 'requestWork'] as const) {
      expect(courseOf(endpoint, answer)).toBe('unknown');
    }
  });
});

describe('waits', () => {
  const throttled = (retryAfter: string) => failureOf(graphRefusal(429, 'X', { 'Retry-After': retryAfter }));
  const first = { repeats: 0, renewals: 0 };

  it('are what the service asks for', async () => {
    const answer = await throttled('17');
    expect(decide('read', answer, first, noon, 0)).toEqual({ kind: 'retry', wait: 17_000 });
    expect(decide('setState', answer, first, noon, 0)).toEqual({ kind: 'readThenResend', wait: 17_000 });
  });

  it('of a 503 that Graph wrote come before a read, as after a 429', async () => {
    const answer = await failureOf(graphRefusal(503, 'X', { 'Retry-After': '17' }));
    expect(decide('read', answer, first, noon, 0)).toEqual({ kind: 'retry', wait: 17_000 });
    for (const endpoint of ['setState', 'startWork', 'requestWork'] as const) {
      expect(decide(endpoint, answer, first, noon, 0)).toEqual({ kind: 'readThenResend', wait: 17_000 });
    }
  });

  it('[N19] of a 503 that a proxy wrote are for reads alone, whatever the header says', async () => {
    const answer = await failureOf(proxyRefusal(503, { 'Retry-After': '17' }));
    expect(decide('read', answer, first, noon, 0)).toEqual({ kind: 'retry', wait: 17_000 });
    for (const endpoint of ['setState', 'startWork', 'requestWork'] as const) {
      expect(decide(endpoint, answer, first, noon, 0)).toEqual({ kind: 'unknown' });
    }
  });

  it('grow when it asks for nothing', async () => {
    const answer = await failureOf(graphRefusal(429));
    const waits = [0, 1, 2, 3].map((repeats) => decide('read', answer, { repeats, renewals: 0 }, noon, 1));
    expect(waits).toEqual([2_000, 4_000, 8_000, 16_000].map((wait) => ({ kind: 'retry', wait })));
  });

  it.each(['read', 'setState', 'startWork', 'requestWork'] as const)(
    'of more than 15 minutes are left to a person: %s',
    async (endpoint) => {
      const longest = decide(endpoint, await throttled('900'), first, noon, 0);
      expect(longest).toMatchObject({ wait: longestWait });
      expect(longest.kind).not.toBe('pause');
      const answer = await throttled('1000000000');
      expect(decide(endpoint, answer, first, noon, 0)).toEqual({ kind: 'pause', wait: 1e12 });
    },
  );

  it('end in a time that can be shown, whatever the header says', async () => {
    const verdict = decide('read', await throttled('9'.repeat(40)), first, noon, 0.9);
    expect(verdict).toMatchObject({ kind: 'retry' });
    const longest = decide('read', await throttled('9999999999'), first, noon, 0.99);
    const wait = 'wait' in longest ? longest.wait : 0;
    expect(new Date(noon + wait).getTime()).toBe(noon + wait);
  });

  it('hand the claims on to the sign-in', async () => {
    const answer = await failureOf(graphRefusal(401, 'X', claims));
    const verdict = decide('startWork', answer, first, noon, 0);
    expect(verdict).toEqual({ kind: 'renewToken', claims: '{"access_token":{}}' });
  });
});

it.each([
  ['401', graphRefusal(401), true],
  ['403 with claims', graphRefusal(403, 'X', claims), true],
  ['429', graphRefusal(429), true],
  ['503', graphRefusal(503), false],
  ['504', proxyRefusal(504), false],
  ['connection lost', connectionLost, false],
])('%s proves that nothing was done: %s', async (_what, response, expected) => {
  expect(saysNoEffect(await failureOf(response))).toBe(expected);
});

it.each([
  ['a 429', graphRefusal(429), 'throttled'],
  ['a 503 of Graph that names a time', graphRefusal(503, 'X', { 'Retry-After': '7' }), 'throttled'],
  ['a 503 of Graph that names none', graphRefusal(503), 'failed'],
  ['a 503 of a proxy, whatever time it names', proxyRefusal(503, { 'Retry-After': '7' }), 'failed'],
  ['a 500', graphRefusal(500), 'failed'],
  ['a lost connection', connectionLost, 'failed'],
] as const)('the wait after %s: %s', async (_, answer, cause) => {
  expect(causeOfWait(await failureOf(answer))).toBe(cause);
});
