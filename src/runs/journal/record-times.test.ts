import { describe, expect, it } from 'vitest';
import type { Run } from '../model/run.ts';
import { runOf, stepOf } from '../testing/test-runs.ts';
import { readEvent, readRun } from './records.ts';

const attempt = { clientRequestId: 'c', ids: ['a'], sentAt: '2026-12-08T12:00:00.000Z' };
const readWith = (rest: { readonly [Key in keyof Run]?: unknown }) => readRun({ ...runOf([]), ...rest });
const readStep = (rest: object) => readWith({ steps: [{ ...stepOf('1', []), ...rest }] });
const problemAt = (retryAt: unknown) => ({ kind: 'throttled', title: '', advice: '', retryAt });

type Read = (time: unknown) => unknown;

const moments: readonly [string, Read][] = [
  ['startedAt', (startedAt) => readWith({ startedAt })],
  ['endedAt', (endedAt) => readWith({ endedAt })],
  ['at', (at) => readEvent({ kind: 'state', state: 'done', at })],
];
const ends: readonly [string, Read][] = [
  ['waitingUntil', (waitingUntil) => readWith({ waitingUntil })],
  ['until', (until) => readEvent({ kind: 'waiting', until })],
  ['retryAt of a pause', (retryAt) => readEvent({ kind: 'paused', because: problemAt(retryAt) })],
  ['retryAt of a run', (retryAt) => readWith({ pausedBecause: problemAt(retryAt) })],
  ['retryAt of a step', (retryAt) => readStep({ problem: problemAt(retryAt) })],
];
const texts: readonly [string, Read][] = [
  ['sentAt', (sentAt) => readStep({ attempts: [{ ...attempt, sentAt }] })],
  ['endedAt', (endedAt) => readStep({ attempts: [{ ...attempt, endedAt }] })],
  [
    'sentAt of a sending',
    (sentAt) => readEvent({ kind: 'sending', stepId: '1', attempt: { ...attempt, sentAt } }),
  ],
  [
    'endedAt of an answer',
    (endedAt) => readEvent({ kind: 'answered', stepId: '1', clientRequestId: 'c', end: { endedAt } }),
  ],
];

describe('a record with a time that no page can show is damaged', () => {
  const shown = [0, -1, 1_796_000_000_000, 8.64e15, -8.64e15];
  const notShown = [8.64e15 + 1, -8.64e15 - 1, Number.MAX_VALUE, Infinity, -Infinity, Number.NaN, '5', {}];

  it.each([...moments, ...ends])('%s', (_what, read) => {
    for (const time of shown) expect(read(time), `${time}`).toBeDefined();
    for (const time of notShown) expect(read(time), `${time}`).toBeUndefined();
  });

  it.each(moments)('%s with a fraction', (_what, read) => {
    expect(read(5.5)).toBeUndefined();
  });

  it.each(texts)('%s', (_what, read) => {
    const dates = [attempt.sentAt, '2026-12-08T12:00:00Z', 'Tue, 08 Dec 2026 12:00:00 GMT'];
    for (const time of dates) expect(read(time), time).toBeDefined();
    for (const time of ['', 'later', '2026-13-08T12:00:00Z', '+999999-01-01T00:00:00Z', 5, null]) {
      expect(read(time), `${time}`).toBeUndefined();
    }
  });
});

it('the end of a wait is whole when it is read: a spent budget comes to fractions', () => {
  const run = readWith({ waitingUntil: 12.5, pausedBecause: problemAt(16.25) });
  expect(run).toMatchObject({ waitingUntil: 13, pausedBecause: { retryAt: 17 } });
  expect(readEvent({ kind: 'waiting', until: 4.001 })).toStrictEqual({ kind: 'waiting', until: 5 });
});
