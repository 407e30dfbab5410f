import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../run-panel/summary.ts';
import type { Attempt, Run } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import {
  answerText,
  countsText,
  itemsText,
  relatedText,
  searchedText,
  tellCounts,
  tellRun,
} from './words.ts';

const settled = (id: string, outcome: 'failed' | 'confirmed' | 'unknown') =>
  itemOf(id, { phase: 'settled', outcome });

describe('the results of a run', () => {
  const textOf = (run: Run, isChecking = false) => countsText(tellCounts(entriesOf(run), () => isChecking));

  it('are told with what needs attention first, and what waits last', () => {
    const items = [settled('a', 'confirmed'), settled('b', 'failed'), settled('c', 'confirmed'), itemOf('d')];
    expect(textOf(runOf([stepOf('1', items)]))).toBe('1 failed, 2 confirmed, 1 not sent yet');
  });

  it('say of an unknown one whether Actiondesk still checks it', () => {
    const steps = [stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'unknown' })])];
    expect(textOf(runOf(steps, { state: 'settling' }), true)).toBe('1 unknown, checking…');
    expect(textOf(runOf(steps, { state: 'paused' }))).toBe('1 unknown, needs attention');
  });

  it('say of a finished run what was never confirmed', () => {
    const steps = [
      stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'successful' }), settled('b', 'confirmed')]),
    ];
    const over = runOf(steps, { state: 'done' });
    expect(textOf(over)).toBe('1 accepted, not confirmed, 1 confirmed');
    expect(textOf(over, true)).toBe('1 accepted, 1 confirmed');
  });

  it('say how many a later run continued', () => {
    const run = runOf([stepOf('1', [settled('a', 'confirmed')])], { state: 'done' });
    const told = tellRun(
      run,
      { entries: new Map([['run', entriesOf(run)]]), continued: new Map([['run', 7]]) },
      () => false,
    );
    expect(countsText(told)).toBe('1 confirmed, 7 continued in a later run');
  });

  it('mark what failed or is stuck', () => {
    const items = [settled('a', 'failed'), itemOf('b', { phase: 'answered', outcome: 'started' })];
    const counts = tellCounts(entriesOf(runOf([stepOf('1', items)], { state: 'done' })), () => false);
    expect(counts.map(({ text, isFailure }) => [text, isFailure])).toEqual([
      ['failed', true],
      ['started, result unknown', true],
    ]);
  });
});

it('a run in the list names the run that it continues, and those that continue it', () => {
  const at = (day: number, hour = 12) => runOf([], { startedAt: Date.UTC(2026, 10, day, hour) });
  const textOf = (before: Run | undefined, ...after: readonly Run[]) => relatedText(at(8), { before, after });
  expect(textOf(undefined)).toBe('–');
  expect(textOf(at(8, 11))).toMatch(/^Follows \d+:00:00/);
  expect(textOf(at(7))).toMatch(/^Follows Nov 7, 2026/);
  expect(textOf(undefined, at(9))).toMatch(/^Followed by Nov 9, 2026/);
  expect(textOf(at(7), at(10), at(9))).toMatch(/^Follows .*; followed by 2 runs$/);
});

describe('the answer to an attempt', () => {
  const attempt: Attempt = { clientRequestId: 'c', ids: ['a'], sentAt: '' };
  const step = (phase: 'sending' | 'answered') => stepOf('1', [itemOf('a', { phase })]);

  it.each([
    ['sending', {}, 'Not yet'],
    ['answered', {}, 'Unknown: the page closed before a response'],
    ['answered', { endedAt: 'x' }, 'None. The connection ended without a response'],
    ['answered', { endedAt: 'x', status: 200 }, '200'],
    ['answered', { endedAt: 'x', status: 403, code: 'Forbidden' }, '403 Forbidden'],
    ['answered', { endedAt: 'x', doubt: 'Lost' }, 'None. Lost'],
    [
      'answered',
      { endedAt: 'x', status: 200, doubt: 'It broke off' },
      '200, not verified as Graph’s. It broke off',
    ],
  ] as const)('%s %j: %s', (phase, rest, text) => {
    expect(answerText(step(phase), { ...attempt, ...rest })).toBe(text);
  });
});

it('a run is found by the names and ids of everything in it', () => {
  const attempts = [
    { clientRequestId: 'client-1', requestId: 'request-1', ids: [], sentAt: '', code: 'Busy' },
  ];
  const item = itemOf('driver-1', { name: 'Pen', detail: '3.2' });
  const text = searchedText(runOf([stepOf('1', [item], { attempts })]));
  expect(text.split('\n')).toEqual([
    'run',
    'target 1',
    'Pilot',
    'driver-1',
    'Pen',
    '3.2',
    'client-1',
    'request-1',
    'Busy',
  ]);
});

it('a step is counted in what it was for', () => {
  const step = stepOf('1', [itemOf('a'), itemOf('b')]);
  expect(itemsText(runOf([step]), step)).toBe('2 drivers');
  expect(itemsText(runOf([step], { intent: { kind: 'response-action' } }), step)).toBe('2 tasks');
  expect(itemsText(runOf([step], { intent: { kind: 'inventory-sync' } }), step)).toBe('2 profiles');
});
