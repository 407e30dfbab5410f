import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../runs/test-runs.ts';
import { countAnswered, countOutcomes, summarize } from './summary.ts';

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
