import { expect, it } from 'vitest';
import { beginsWith } from './begins.ts';

it('an approval begins tomorrow, until a person chooses otherwise', () => {
  expect(beginsWith(undefined, 'pilot')).toBe('tomorrow');
  expect(beginsWith({ begins: 'allNow', firstRingId: 'pilot' }, 'broad')).toBe('allNow');
});

it('“now” holds for the ring that it was chosen for, and for no later one', () => {
  const chosen = { begins: 'now', firstRingId: 'pilot' } as const;
  expect(['pilot', 'early', undefined].map((id) => beginsWith(chosen, id))).toEqual([
    'now',
    'tomorrow',
    'tomorrow',
  ]);
});
