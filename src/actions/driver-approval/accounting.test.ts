import { describe, expect, it } from 'vitest';
import type { BulkDriverActionResult } from '../../graph/driver-actions.ts';
import { accountDrivers } from './accounting.ts';

const none: BulkDriverActionResult = { successfulDriverIds: [], failedDriverIds: [], notFoundDriverIds: [] };
const outcomesOf = (ids: readonly string[], result: BulkDriverActionResult | undefined) =>
  accountDrivers(ids, result).map(({ id, phase, outcome }) => [id, phase, outcome]);

describe('accountDrivers', () => {
  it('gives each driver its own outcome, in the order of the request', () => {
    const result = { successfulDriverIds: ['c', 'a'], failedDriverIds: ['b'], notFoundDriverIds: ['d'] };
    expect(outcomesOf(['a', 'b', 'c', 'd'], result)).toEqual([
      ['a', 'answered', 'successful'],
      ['b', 'answered', 'failed'],
      ['c', 'answered', 'successful'],
      ['d', 'settled', 'notFound'],
    ]);
  });

  it.each([
    ['in no list', none],
    ['in two lists', { ...none, successfulDriverIds: ['a'], failedDriverIds: ['a'] }],
    ['in all lists', { successfulDriverIds: ['a'], failedDriverIds: ['A'], notFoundDriverIds: ['a'] }],
    ['in an answer of another shape', undefined],
  ])('does not know a driver that is %s', (_what, result) => {
    expect(outcomesOf(['a'], result)).toEqual([['a', 'answered', 'unknown']]);
  });

  it('[G3] says in which lists it was', () => {
    const [result] = accountDrivers(['a'], { ...none, successfulDriverIds: ['a'], notFoundDriverIds: ['a'] });
    expect(result?.reason).toBe('In Intune’s response twice: successful and notFound');
  });

  it('[G4] leaves out ids that were not asked for', () => {
    expect(outcomesOf(['a'], { ...none, successfulDriverIds: ['a', 'z'] })).toHaveLength(1);
  });

  it('[G6] does not mind the letter case, nor an id that is named twice in one list', () => {
    const result = { ...none, successfulDriverIds: ['AB_CD', 'ab_cd'] };
    expect(outcomesOf(['Ab_Cd'], result)).toEqual([['Ab_Cd', 'answered', 'successful']]);
  });

  it('[G2 G5] accounts for every id exactly once, whatever the answer', () => {
    const ids = Array.from({ length: 8 }, (_, index) => `id-${index}`);
    for (let seed = 0; seed < 512; seed += 1) {
      const listed = (bit: number) =>
        ids.filter((_, index) => ((seed * 2_654_435_761) >>> (index + bit)) & 1);
      const result = {
        successfulDriverIds: listed(0),
        failedDriverIds: listed(7),
        notFoundDriverIds: listed(14),
      };
      const accounted = accountDrivers(ids, result);
      expect(accounted.map(({ id }) => id)).toEqual(ids);
      for (const { id, outcome } of accounted) {
        const lists = Object.values(result).filter((list) => list.includes(id)).length;
        expect(outcome === 'unknown').toBe(lists !== 1);
      }
    }
  });
});
