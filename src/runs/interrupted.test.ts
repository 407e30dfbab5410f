import { describe, expect, it } from 'vitest';
import { readKeptRuns } from './kept.ts';
import { itemsOf } from './model.ts';
import { itemOf, runOf, stepOf } from './test-runs.ts';

const items = [
  itemOf('planned'),
  itemOf('sending', { phase: 'sending', pre: 'needsReview no date' }),
  itemOf('unknown', { phase: 'answered', outcome: 'unknown' }),
  itemOf('done', { phase: 'settled', outcome: 'confirmed' }),
];
const run = runOf([stepOf('1', items)], { id: 'r' });
const kept: unknown = JSON.parse(JSON.stringify([run]));

describe('runs kept over a trip to the sign-in page', () => {
  it('come back to be read: what was not sent is left out, what had no answer is not known', () => {
    const [back] = readKeptRuns(kept, 'anna');
    expect(back?.state).toBe('settling');
    expect(back && itemsOf(back).map(({ id, phase, outcome }) => [id, phase, outcome])).toEqual([
      ['planned', 'settled', 'skipped'],
      ['sending', 'answered', 'unknown'],
      ['unknown', 'answered', 'unknown'],
      ['done', 'settled', 'confirmed'],
    ]);
  });

  it('of somebody else do not', () => {
    expect(readKeptRuns(kept, 'bert')).toEqual([]);
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    [null],
    [{ ...run, steps: 'none' }],
    [{ ...run, intent: { kind: 'delete' } }],
  ])('that were changed into %j are dropped', (changed) => {
    expect(readKeptRuns(changed, 'anna')).toEqual([]);
  });
});
