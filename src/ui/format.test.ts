import { describe, expect, it } from 'vitest';
import { countOf, formatAge, formatCount } from './format.ts';
import { readSort, writeSort } from './sort-param.ts';

describe('counts', () => {
  it('say 0 for none and a dash for unknown', () => {
    expect(formatCount(0)).toBe('0');
    expect(formatCount(null)).toBe('–');
    expect(countOf(1, 'driver')).toBe('1 driver');
    expect(countOf(2, 'driver')).toBe('2 drivers');
    expect(countOf(2, 'is', 'are')).toBe('2 are');
  });
});

describe('ages', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  it.each([
    [30_000, 'just now'],
    [3 * 3_600_000, '3 hr. ago'],
    [2 * 86_400_000, '2 days ago'],
    [-4 * 86_400_000, 'in 4 days'],
  ])('%s ms before now is %s', (age, expected) => {
    expect(formatAge(now - age, now)).toBe(expected);
  });
});

it('a sort goes into an address and comes back', () => {
  for (const text of ['name', '-name']) expect(writeSort(readSort(text))).toBe(text);
  expect(readSort('')).toBeUndefined();
  expect(writeSort(undefined)).toBeUndefined();
});
