import { expect, it } from 'vitest';
import { ageGroupOf, ageGroups, ageGroupText, ageOf, shortAgeGroupText, shortAgeText } from './age.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 12);

it('an age is in whole days, and none for a driver without a release date', () => {
  expect([now, now - 1, now - day, now - 8.9 * day, now + day, null].map((date) => ageOf(date, now))).toEqual(
    [0, 0, 1, 8, 0, undefined],
  );
});

it('an age of two years and more is told in years', () => {
  expect([0, 41, 729, 730, 1_095, 3_410].map(shortAgeText)).toEqual([
    '0 d',
    '41 d',
    '729 d',
    '2 y',
    '3 y',
    '9 y',
  ]);
});

it('every age is in one group, by the days that are shown', () => {
  const grouped = [0, 7, 7.9, 8, 14.5, 35, 36, 400].map((days) => ageGroupOf(now - days * day, now));
  expect(grouped).toEqual(['7', '7', '7', '14', '14', '35', 'older', 'older']);
  expect(ageGroupOf(null, now)).toBeUndefined();
});

it('a group says its days, and one that isn’t known its name', () => {
  expect(ageGroups.map(ageGroupText)).toEqual([
    '0 to 7 days',
    '8 to 14 days',
    '15 to 21 days',
    '22 to 28 days',
    '29 to 35 days',
    'more than 35 days',
  ]);
  expect(ageGroupText('soon')).toBe('soon');
  expect(ageGroups.map(shortAgeGroupText)).toEqual(['≤ 7', '≤ 14', '≤ 21', '≤ 28', '≤ 35', '> 35']);
});
