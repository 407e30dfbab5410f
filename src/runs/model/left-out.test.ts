import { expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../testing/test-runs.ts';
import { cancelRest, leaveToLater } from './left-out.ts';
import { reduceRun } from './reducer.ts';
import { planRest, refusedForNow } from './retry.ts';
import { itemsOf } from './run.ts';

it('leaves to a later run what that has, and nothing else: no item is lost between the two', () => {
  const step = stepOf('1', [
    itemOf('a'),
    itemOf('b'),
    itemOf('c', { phase: 'settled', ...refusedForNow }),
    itemOf('d', { phase: 'settled', outcome: 'confirmed' }),
  ]);
  const paused = runOf([step], { state: 'paused' });
  // "b" could not be read when the rest was reviewed; another profile may have a driver of the same id.
  const later = runOf([stepOf('1', [itemOf('a'), itemOf('c'), itemOf('d')]), stepOf('2', [itemOf('b')])]);
  const left = leaveToLater(paused, later).reduce(reduceRun, paused);
  expect(itemsOf(left).map(({ left: why, phase }) => why ?? phase)).toEqual([
    'later',
    'planned',
    'later',
    'settled',
  ]);
  expect(planRest(left)?.targets[0]?.items.map(({ id }) => id)).toEqual(['b']);
});

it('cancels nothing of a run that is over', () => {
  const left = runOf([stepOf('1', [itemOf('a')])], { state: 'paused' });
  expect(cancelRest(left)).toHaveLength(2);
  expect(cancelRest({ ...left, state: 'done' })).toEqual([]);
});
