import { expect, it } from 'vitest';
import type { Run } from '../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../runs/testing/test-runs.ts';
import { brief, countAnswered, countResults, entriesOf, inSentences, summarize } from './summary.ts';

const items = [
  itemOf('a', { phase: 'settled', outcome: 'confirmed' }),
  itemOf('b', { phase: 'answered', outcome: 'unknown' }),
  itemOf('c', { phase: 'settled', outcome: 'failed' }),
  itemOf('d', { phase: 'settled', outcome: 'confirmed' }),
  itemOf('e'),
  itemOf('f', { phase: 'sending' }),
];

it('the summary counts every item once, what needs attention first', () => {
  expect(countResults(entriesOf(runOf([stepOf('1', items)])))).toEqual([
    ['unknown', 1],
    ['failed', 1],
    ['confirmed', 2],
    ['sending', 1],
    ['waiting', 1],
  ]);
  expect(countAnswered(items)).toBe(4);
  expect(summarize(runOf([stepOf('1', items)]))).toBe(
    '6 drivers: 1 unknown, 1 failed, 2 confirmed, 1 sent, no response yet, 1 not sent yet',
  );
});

it('in brief, what stops a run comes first', () => {
  const steps = [stepOf('1', [itemOf('a')])];
  const briefly = (run: Run) => brief(run, entriesOf(run));
  expect(briefly(runOf(steps))).toBe('1 driver: 1 not sent yet');
  expect(briefly(runOf(steps, { state: 'paused' }))).toBe('Interrupted. 1 driver: 1 not sent');
  const waitingUntil = Date.UTC(2026, 11, 8, 12);
  expect(briefly(runOf(steps, { waitingUntil, waitingBecause: 'throttled' }))).toBe(
    'Waiting for Microsoft Graph. 1 driver: 1 not sent yet',
  );
  expect(briefly(runOf(steps, { waitingUntil, waitingBecause: 'pacing' }))).toBe('1 driver: 1 not sent yet');
  const reloaded = runOf(steps, { waitingUntil, waitingBecause: 'throttled' });
  expect(brief(reloaded, entriesOf(reloaded), false)).toBe('1 driver: 1 not sent yet');
});

it('a sentence that ends in an ellipsis takes no period', () => {
  expect(inSentences(['Checking results…', false, 'Canceled: 2 not sent', 'Running'])).toBe(
    'Checking results… Canceled: 2 not sent. Running',
  );
});
