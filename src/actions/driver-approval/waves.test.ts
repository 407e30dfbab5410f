import { describe, expect, it } from 'vitest';
import { readDaysBetween, waveDates } from './waves.ts';

const berlin = { timeZone: 'Europe/Berlin', now: Date.parse('2027-03-20T10:00:00Z') };
const at = (text: string) => Date.parse(text);

describe('readDaysBetween', () => {
  it.each([
    ['0', 0],
    [' 7 ', 7],
    ['90', 90],
    ['91', undefined],
    ['', undefined],
    ['1.5', undefined],
    ['-1', undefined],
    ['seven', undefined],
    ['1e2', undefined],
  ])('reads %j as %j', (text, days) => {
    expect(readDaysBetween(text)).toBe(days);
  });
});

describe('waveDates', () => {
  it('gives each ring a date so many days after the ring before, at the same time of day when clocks change', () => {
    expect(waveDates(at('2027-03-26T05:00:00Z'), 3, 3, berlin)).toEqual([
      at('2027-03-26T05:00:00Z'),
      // Clocks go forward on 28 March: six o'clock in Berlin is an hour earlier in UTC.
      at('2027-03-29T04:00:00Z'),
      at('2027-04-01T04:00:00Z'),
    ]);
  });

  it('begins as soon as possible, and counts the other rings from now', () => {
    expect(waveDates(null, 3, 1, berlin)).toEqual([
      null,
      at('2027-03-21T10:00:00Z'),
      at('2027-03-22T10:00:00Z'),
    ]);
  });

  it('gives all rings the same date without days between them', () => {
    expect(waveDates(null, 2, 0, berlin)).toEqual([null, null]);
    expect(waveDates(at('2027-03-26T05:00:00Z'), 2, 0, berlin)).toEqual(
      Array(2).fill(at('2027-03-26T05:00:00Z')),
    );
  });
});
