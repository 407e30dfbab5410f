import { describe, expect, it } from 'vitest';
import type { Attempt } from '../runs/model.ts';
import { itemOf, runOf, stepOf } from '../runs/test-runs.ts';
import { answerText, countsText, itemsText, searchedText } from './words.ts';

const settled = (id: string, outcome: 'failed' | 'confirmed' | 'unknown') =>
  itemOf(id, { phase: 'settled', outcome });

describe('what became of a run', () => {
  it('is told with what needs a person first, and what waits last', () => {
    const items = [settled('a', 'confirmed'), settled('b', 'failed'), settled('c', 'confirmed'), itemOf('d')];
    expect(countsText(runOf([stepOf('1', items)]), false)).toBe(
      '1 failed; 2 applied, confirmed; 1 not sent yet',
    );
  });

  it('says of what nobody knows whether it is still looked for', () => {
    const steps = [stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'unknown' })])];
    expect(countsText(runOf(steps, { state: 'settling' }), true)).toBe('1 not known yet: checking…');
    expect(countsText(runOf(steps, { state: 'paused' }), false)).toBe('1 not known: needs you');
  });

  it('says of a run that is over what no read could confirm', () => {
    const steps = [
      stepOf('1', [itemOf('a', { phase: 'answered', outcome: 'successful' }), settled('b', 'confirmed')]),
    ];
    const over = runOf(steps, { state: 'done' });
    expect(countsText(over, false)).toBe('1 applied, not confirmed; 1 applied, confirmed');
    expect(countsText(over, true)).toBe('1 applied; 1 applied, confirmed');
  });
});

describe('the answer to an attempt', () => {
  const attempt: Attempt = { clientRequestId: 'c', ids: ['a'], sentAt: '' };
  const step = (phase: 'sending' | 'answered') => stepOf('1', [itemOf('a', { phase })]);

  it.each([
    ['sending', {}, 'Not yet'],
    ['answered', {}, 'None is known: the page ended before one came'],
    ['answered', { endedAt: 'x' }, 'None. The connection ended without one'],
    ['answered', { endedAt: 'x', status: 200 }, '200'],
    ['answered', { endedAt: 'x', status: 403, code: 'Forbidden' }, '403 Forbidden'],
    ['answered', { endedAt: 'x', doubt: 'Lost' }, 'None. Lost'],
    ['answered', { endedAt: 'x', status: 200, doubt: 'It broke off' }, '200, not trusted. It broke off'],
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
  expect(itemsText(runOf([step], { intent: { kind: 'tasks' } }), step)).toBe('2 tasks');
  expect(itemsText(runOf([step], { intent: { kind: 'sync' } }), step)).toBe('2 profiles');
});
