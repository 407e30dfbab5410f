import { expect, it } from 'vitest';
import { chainOf, followedBy } from './chain.ts';

const rings = [{ id: 'pilot' }, { id: 'early' }, { id: 'broad' }];

it('rings follow one another; a profile beside the rings follows the last of them, and none follows it', () => {
  const chain = chainOf(['pilot', 'broad', 'engineering', 'finance'], rings);
  expect(chain).toEqual({
    ids: ['pilot', 'broad'],
    besideIds: ['engineering', 'finance'],
    isOrdered: true,
  });
  expect(['pilot', 'broad', 'engineering', 'finance', 'early'].map((id) => followedBy(chain, id))).toEqual([
    undefined,
    'pilot',
    'broad',
    'broad',
    undefined,
  ]);
});

it('profiles of which none is a ring follow one another as a person says', () => {
  expect(chainOf(['engineering', 'finance'], rings)).toEqual({
    ids: ['engineering', 'finance'],
    besideIds: [],
    isOrdered: false,
  });
});
