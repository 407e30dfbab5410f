import { expect, it } from 'vitest';
import type { Freeze } from './freeze.ts';
import { type SuggestFor, startOn, suggestedDays } from './suggested-dates.ts';

const base: SuggestFor = {
  ringIds: ['pilot', 'early'],
  besideIds: ['finance'],
  begins: 'tomorrow',
  waitOf: () => 7,
  chosen: new Map(),
  freezes: [],
  timeZone: 'Europe/Berlin',
  now: Date.parse('2026-11-30T22:30:00Z'),
};
const yearEnd: Freeze = {
  id: 'f',
  name: 'Year end',
  when: { kind: 'range', from: '2026-12-07', to: '2027-01-04' },
  profileIds: null,
};
const daysOf = (more: Partial<SuggestFor>) =>
  [...(suggestedDays({ ...base, ...more }) ?? [])].map(([id, { day, after }]) => [id, day, after.length]);

it('the first ring is tomorrow, the others follow, and profiles beside them come with the last', () => {
  expect(daysOf({})).toEqual([
    ['pilot', '2026-12-01', 0],
    ['early', '2026-12-08', 0],
    ['finance', '2026-12-08', 0],
  ]);
  expect(daysOf({ ringIds: [] })).toEqual([['finance', '2026-12-01', 0]]);
});

it('each ring has a wait of its own, and counts from what was chosen for the one before', () => {
  const waitOf = (id: string) => (id === 'early' ? 3 : 7);
  const ringIds = ['pilot', 'early', 'broad'];
  expect(daysOf({ begins: 'now', ringIds, waitOf })).toEqual([
    ['pilot', undefined, 0],
    ['early', '2026-12-03', 0],
    ['broad', '2026-12-10', 0],
    ['finance', '2026-12-10', 0],
  ]);
  expect(daysOf({ ringIds, waitOf, chosen: new Map([['early', '2026-12-20']]) })).toEqual([
    ['pilot', '2026-12-01', 0],
    ['early', '2026-12-20', 0],
    ['broad', '2026-12-27', 0],
    ['finance', '2026-12-27', 0],
  ]);
  // Without a day between them, all begin as soon as possible.
  expect(daysOf({ begins: 'now', waitOf: () => 0 })).toEqual([
    ['pilot', undefined, 0],
    ['early', undefined, 0],
    ['finance', undefined, 0],
  ]);
});

it('freezes are skipped, by profiles beside the rings too', () => {
  expect(daysOf({ freezes: [yearEnd] })).toEqual([
    ['pilot', '2026-12-01', 0],
    ['early', '2027-01-05', 1],
    ['finance', '2027-01-05', 0],
  ]);
  const always = (profileIds: string[]): Freeze => ({
    ...yearEnd,
    when: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7] },
    profileIds,
  });
  expect(suggestedDays({ ...base, freezes: [always(['early'])] })).toBeUndefined();
  expect(suggestedDays({ ...base, freezes: [always(['finance'])] })).toBeUndefined();
});

it('a day begins before people start to work', () => {
  expect(startOn('2026-12-08', 'Europe/Berlin')).toBe(Date.parse('2026-12-08T05:00:00Z'));
  expect(startOn('', 'Europe/Berlin')).toBeUndefined();
});
