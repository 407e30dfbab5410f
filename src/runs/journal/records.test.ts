import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Problem, problemKinds } from '../../lib/problem.ts';
import type { RunEvent } from '../model/reducer.ts';
import type { Intent, Run } from '../model/run.ts';
import { outcomes, phases, runStates } from '../model/run.ts';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { readEvent, readRun, toRecord } from './records.ts';

const problem: Problem = {
  kind: 'throttled',
  title: 'Too many requests',
  advice: 'Wait.',
  status: 429,
  code: 'TooManyRequests',
  requestId: 'r-1',
  clientRequestId: 'c-1',
  date: '2026-12-08T12:00:00.000Z',
  retryAt: 17,
  scopes: ['Thing.ReadWrite.All'],
};
const attempt = { clientRequestId: 'c-1', ids: ['a', 'b'], sentAt: '2026-12-08T12:00:00.000Z' };
const end = {
  endedAt: '2026-12-08T12:00:01.000Z',
  requestId: 'r-1',
  status: 200,
  code: 'Code',
  doubt: 'It broke off',
};

const fullRun: Run = runOf(
  [
    stepOf(
      '1',
      [
        itemOf('a', {
          ...{ phase: 'settled', outcome: 'failed', reason: 'No.', pre: 'x', undo: 'Undo' },
          ...{ after: 'y', isFinal: true, fingerprint: '0123456789ab' },
        }),
      ],
      {
        attempts: [attempt, { ...attempt, ...end }],
        problem,
      },
    ),
    stepOf('2', [itemOf('b')]),
  ],
  {
    note: 'CHG-1',
    endedAt: 12,
    waitingUntil: 13,
    state: 'paused',
    pausedBecause: problem,
    cancelled: true,
  },
);

const result = { id: 'a', phase: 'answered', outcome: 'failed' } as const;
const events: readonly RunEvent[] = [
  { kind: 'items', stepId: '1', results: [result] },
  {
    kind: 'items',
    stepId: '1',
    results: [
      {
        ...{ ...result, outcome: null, reason: 'No.', pre: 'x', after: 'y', isFinal: true },
        ...{ name: 'Driver', detail: '1' },
      },
    ],
  },
  { kind: 'sending', stepId: '1', attempt },
  { kind: 'sending', stepId: '1', attempt: { ...attempt, ...end } },
  { kind: 'answered', stepId: '1', clientRequestId: 'c-1', end },
  { kind: 'answered', stepId: '1', clientRequestId: 'c-1', end: { endedAt: end.endedAt } },
  { kind: 'problem', stepId: '1', problem },
  { kind: 'problem', stepId: '1', problem: null },
  { kind: 'waiting', until: 5 },
  { kind: 'waiting', until: null },
  { kind: 'waiting', until: 5, because: 'pacing' },
  { kind: 'paused', because: { kind: 'cancelled', title: 'Stopped', advice: 'Resume.' } },
  { kind: 'state', state: 'running', at: 5 },
  { kind: 'state', state: 'settling', at: 5 },
  { kind: 'state', state: 'done', at: 5 },
  { kind: 'cancelled' },
];

describe('what is written is read as it was', () => {
  it.each<Intent>([
    { kind: 'driver-approval', action: 'approve', deployAt: 1_796_000_000_000 },
    { kind: 'driver-approval', action: 'decline', deployAt: null },
    { kind: 'driver-approval', action: 'suspend', deployAt: null },
    { kind: 'response-action' },
    { kind: 'inventory-sync' },
  ])('a run with everything in it: %j', (intent) => {
    const run = { ...fullRun, steps: fullRun.steps.map((step) => ({ ...step, intent })) };
    const record = JSON.stringify(toRecord(run));
    expect(readRun(JSON.parse(record))).toStrictEqual(run);
  });

  it.each(events)('the event %j', (event) => {
    expect(readEvent(JSON.parse(JSON.stringify(toRecord(event))))).toStrictEqual(event);
  });

  it('with every word that this version knows', () => {
    for (const state of runStates) expect(readRun({ ...fullRun, state })?.state).toBe(state);
    for (const kind of problemKinds) {
      expect(readEvent({ kind: 'paused', because: { ...problem, kind } })).toBeDefined();
    }
    for (const [phase, outcome] of phases.flatMap((one) => outcomes.map((other) => [one, other]))) {
      const known = readEvent({ kind: 'items', stepId: '1', results: [{ id: 'a', phase, outcome }] });
      expect(known, `${phase} ${outcome}`).toBeDefined();
    }
  });

  it('names of JavaScript’s own objects are ids like any other, and change nothing else', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const run = runOf(names.map((name) => stepOf(name, [itemOf(name, { name })], { targetId: name })));
    expect(readRun(JSON.parse(JSON.stringify(toRecord(run))))).toStrictEqual(run);
    const planted: unknown = JSON.parse('{"kind":"cancelled","__proto__":{"polluted":true}}');
    expect(readEvent(planted)).toStrictEqual({ kind: 'cancelled' });
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('what is not written', () => {
  const upn = 'anna.smith@contoso.com';
  const token = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJ1cG4iOiJhbm5hQGNvbnRvc28uY29tIn0.c2ln';
  const logon = String.raw`CONTOSO\asmith`;
  const secret = `${token} Bearer 0.AXoAabcdefghijklmnop of ${upn} as ${logon}`;
  const told: Problem = { ...problem, title: secret, advice: secret, code: secret, raw: 'word by word' };
  const names = { name: secret, detail: secret, undo: secret, reviewed: { target: secret } };
  const leaky = runOf(
    [
      stepOf('1', [itemOf('a', { ...names, reason: secret })], {
        targetName: secret,
        attempts: [{ ...attempt, code: secret }],
        problem: told,
      }),
    ],
    { title: secret, note: secret, pausedBecause: told, accountKey: 'hash' },
  );
  const leakyEvents: readonly RunEvent[] = [
    { kind: 'items', stepId: '1', results: [{ ...result, reason: secret, name: secret, detail: secret }] },
    { kind: 'answered', stepId: '1', clientRequestId: 'c', end: { ...end, code: secret } },
    { kind: 'problem', stepId: '1', problem: told },
    { kind: 'paused', because: told },
  ];

  it('[SR-29] tokens and secrets, in any text', () => {
    for (const written of [leaky, ...leakyEvents].map((value) => JSON.stringify(toRecord(value)))) {
      expect(written).not.toMatch(/eyJ|0\.AXoA|word by word/i);
      expect(written).toContain('[token] Bearer [secret] of');
    }
  });

  it('[SR-29] addresses and user names of anybody but the targets', () => {
    const [item] = leaky.steps[0]?.items ?? [];
    const written = JSON.parse(JSON.stringify(toRecord(leaky)));
    const kept = `[token] Bearer [secret] of ${upn} as ${logon}`;
    const redacted = '[token] Bearer [secret] of [address] as [name]';
    expect(written).toMatchObject({ title: kept, note: redacted, pausedBecause: { title: redacted } });
    expect(written.steps[0]).toMatchObject({
      targetName: kept,
      items: [
        { ...item, name: kept, detail: kept, undo: kept, reviewed: { target: kept }, reason: redacted },
      ],
      attempts: [{ code: redacted }],
      problem: { title: redacted, advice: redacted, code: redacted },
    });
    const [items, ...others] = leakyEvents.map((event) => JSON.parse(JSON.stringify(toRecord(event))));
    expect(items.results).toEqual([{ ...result, reason: redacted, name: kept, detail: kept }]);
    for (const other of others) expect(JSON.stringify(other)).not.toMatch(/anna|asmith/);
  });

  it('what is kept is the same when it is written again', () => {
    for (const value of [leaky, ...leakyEvents])
      expect(toRecord(toRecord(value) as typeof value)).toEqual(toRecord(value)); // a record has the shape of its source
  });

  it('what the service said word by word, and challenges', () => {
    const because = { ...problem, raw: 'Some words.', claims: '{"access_token":{}}' };
    expect(toRecord({ kind: 'paused', because })).toStrictEqual({ kind: 'paused', because: problem });
  });

  it('more of a code than three hundred characters, however often it is written', () => {
    const coded = (code: string): RunEvent => ({
      kind: 'sending',
      stepId: '1',
      attempt: { ...attempt, ...end, code },
    });
    const long = `${'x'.repeat(299)}…`;
    expect(toRecord(coded('x'.repeat(300)))).toEqual(coded('x'.repeat(300)));
    expect(toRecord(coded('x'.repeat(301)))).toEqual(coded(long));
    expect(toRecord(coded('x'.repeat(1_000_000)))).toEqual(coded(long));
    expect(toRecord(coded(long))).toEqual(coded(long));
    // An address at the cut is taken out before it is cut.
    expect(toRecord(coded(`${'x '.repeat(147)}${upn}`))).toEqual(coded(`${'x '.repeat(147)}[addr…`));
    const because = { ...problem, code: 'x'.repeat(301), advice: 'y'.repeat(301) };
    expect(toRecord({ kind: 'paused', because })).toEqual({
      kind: 'paused',
      because: { ...because, code: long },
    });
  });

  it('ids, stamps and intents stay as they are, whatever they look like', () => {
    const odd = 'eyJhbGciOi@contoso.com';
    const exactly = { pre: odd, before: odd, after: odd, fingerprint: odd };
    const item = itemOf(odd, { name: 'Driver', reviewed: {}, ...exactly });
    const intent = { kind: odd, assignedTo: odd };
    const attempts = [{ ...attempt, ids: [odd] }];
    const run = runOf([stepOf(odd, [item], { targetId: odd, intent, attempts })], {
      id: odd,
      tenantId: odd,
      accountKey: odd,
    });
    expect(toRecord(run)).toStrictEqual(run);
    const exact: readonly RunEvent[] = [
      { kind: 'items', stepId: odd, results: [{ id: odd, phase: 'planned', outcome: null, pre: odd }] },
      { kind: 'answered', stepId: odd, clientRequestId: odd, end: { endedAt: '', requestId: odd } },
      { kind: 'paused', because: { ...problem, clientRequestId: odd, scopes: [odd] } },
    ];
    for (const event of exact) expect(toRecord(event)).toStrictEqual(event);
  });
});

describe('[M17] a forged or damaged record is no run and no event', () => {
  const record: unknown = JSON.parse(JSON.stringify(toRecord(fullRun)));

  it.each([undefined, null, 0, '', 'run', [], {}, [record], { run: record }])('%j', (value) => {
    expect(readRun(value)).toBeUndefined();
    expect(readEvent(value)).toBeUndefined();
  });

  it('whichever part is missing, or is of another type', () => {
    for (const key of Object.keys(fullRun)) {
      expect(readRun({ ...fullRun, [key]: undefined }), key).toBeUndefined();
      expect(readRun({ ...fullRun, [key]: Symbol('other') }), key).toBeUndefined();
    }
    for (const event of events) {
      for (const key of Object.keys(event)) {
        expect(readEvent({ ...event, [key]: undefined }), `${event.kind}.${key}`).toBeUndefined();
        expect(readEvent({ ...event, [key]: { a: 1 } }), `${event.kind}.${key}`).toBeUndefined();
      }
    }
  });

  it.each([
    { kind: 'resume' },
    { kind: 'state', state: 'paused', at: 5 },
    { kind: 'items', stepId: '1', results: [{ id: 'a', phase: 'sent', outcome: null }] },
    { kind: 'items', stepId: '1', results: [{ id: 'a', phase: 'settled', outcome: 'fine' }] },
    { kind: 'paused', because: { kind: 'bad', title: '', advice: '' } },
    { kind: 'waiting', until: Number.NaN },
  ])('the event %j', (event) => {
    expect(readEvent(event)).toBeUndefined();
  });

  it('whatever it is, reading throws nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withSparseArray: true }), (value) => {
        expect(readRun(value)).toBeUndefined();
        expect(readEvent(value)).toBeUndefined();
      }),
    );
  });
});
