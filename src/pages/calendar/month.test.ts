import { describe, expect, it } from 'vitest';
import { dayByKey, monthAfter, monthFrom, monthOf, patchTuesdayIn, weekdayOf, weeksOf } from './month.ts';

describe('the weeks of a month', () => {
  it('begin on Monday and are filled with days of the months around it, over the end of a year too', () => {
    const december = weeksOf('2026-12');
    expect(december).toHaveLength(5);
    expect(december[0]).toEqual([
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
      '2026-12-06',
    ]);
    expect(december.at(-1)?.slice(3)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03']);
    expect(weeksOf('2027-01')[0]?.[0]).toBe('2026-12-28');
  });

  it.each([
    ['2027-02', 4],
    ['2027-05', 6],
    ['2028-02', 5],
  ])('of %s are %i', (month, count) => {
    const weeks = weeksOf(month);
    expect(weeks).toHaveLength(count);
    expect(weeks.map(([monday = '']) => weekdayOf(monday))).toEqual(Array(count).fill(1));
  });
});

it('months follow each other over the end of a year', () => {
  expect(monthOf('2026-12-08')).toBe('2026-12');
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
  expect(monthAfter('2027-01', -1)).toBe('2026-12');
});

it('the last week of a month shows with the month that follows', () => {
  expect(['2026-11-29', '2026-11-30', '2026-12-27', '2026-12-28'].map(monthFrom)).toEqual([
    '2026-11',
    '2026-12',
    '2026-12',
    '2027-01',
  ]);
});

it('Patch Tuesday is the second Tuesday', () => {
  expect(['2026-12', '2027-01', '2027-06'].map(patchTuesdayIn)).toEqual([
    '2026-12-08',
    '2027-01-12',
    '2027-06-08',
  ]);
});

it.each([
  ['ArrowLeft', '2026-12-30'],
  ['ArrowRight', '2027-01-01'],
  ['ArrowUp', '2026-12-24'],
  ['ArrowDown', '2027-01-07'],
  ['Home', '2026-12-28'],
  ['End', '2027-01-03'],
  ['PageUp', '2026-11-30'],
  ['PageDown', '2027-01-31'],
  ['x', undefined],
])('%s leads from the end of a year to %s', (key, day) => {
  expect(dayByKey('2026-12-31', key)).toBe(day);
});
