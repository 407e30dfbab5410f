import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../runs/test-runs.ts';
import { brief, countAnswered, countOutcomes, summarize } from './summary.ts';

const items = [
  itemOf('a', { phase: 'settled', outcome: 'confirmed' }),
  itemOf('b', { phase: 'answered', outcome: 'unknown' }),
  itemOf('c', { phase: 'settled', outcome: 'failed' }),
  itemOf('d', { phase: 'settled', outcome: 'confirmed' }),
  itemOf('e'),
  itemOf('f', { phase: 'sending' }),
];

it('the summary counts every item once, what needs a person first', () => {
  expect(countOutcomes(items)).toEqual([
    ['unknown', 1],
    ['failed', 1],
    ['confirmed', 2],
  ]);
  expect(countAnswered(items)).toBe(4);
  expect(summarize(runOf([stepOf('1', items)]))).toBe(
    '6 items: 1 not known yet; 1 failed; 2 applied, confirmed; 1 sent, no answer yet; 1 not sent yet',
  );
});

it('in brief, what keeps a run from going on is told first', () => {
  const steps = [stepOf('1', [itemOf('a')])];
  expect(brief(runOf(steps))).toBe('1 item: 1 not sent yet');
  expect(brief(runOf(steps, { state: 'paused' }))).toBe('Paused. 1 item: 1 not sent yet');
  expect(brief(runOf(steps, { waitingUntil: Date.UTC(2026, 11, 8, 12) }))).toMatch(
    /^Waits until \d.*\. 1 item: 1 not sent yet$/,
  );
});
