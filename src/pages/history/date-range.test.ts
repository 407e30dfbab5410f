import { describe, expect, it } from 'vitest';
import { isDay } from '../../lib/local-day.ts';
import { isInRange, whyEmptyRange } from './date-range.ts';

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();

describe('a range of days', () => {
  it.each([
    [{ from: '2026-11-28' }, at(27, 23), false],
    [{ from: '2026-11-28' }, at(28, 0), true],
    [{ to: '2026-11-28' }, at(28, 23), true],
    [{ to: '2026-11-28' }, at(29, 0), false],
    [{ from: '2026-11-28', to: '2026-11-28' }, at(28, 12), true],
    [{}, at(28, 12), true],
    [{ from: '2026-02-30' }, at(1, 0), true],
    [{ from: 'soon', to: '' }, at(1, 0), true],
  ])('%j, %i: %s', (range, startedAt, expected) => {
    expect(isInRange(range, startedAt)).toBe(expected);
  });

  it('says that it is empty where its end comes first', () => {
    expect(whyEmptyRange({ from: '2026-11-29', to: '2026-11-28' })).toContain('no run can match');
    expect(whyEmptyRange({ from: '2026-11-28', to: '2026-11-28' })).toBeUndefined();
    expect(whyEmptyRange({ from: '2026-11-28' })).toBeUndefined();
  });
});

it.each([
  ['2026-11-28', true],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['28.11.2026', false],
  ['', false],
])('%j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
