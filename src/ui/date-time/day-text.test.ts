import { describe, expect, it } from 'vitest';
import { dayOrderOf, dayPattern, readDay, writeDay } from './day-text.ts';

const british = dayOrderOf('en-GB');
const american = dayOrderOf('en-US');
const swedish = dayOrderOf('en-SE');

describe('a day', () => {
  it.each([
    ['2026-12-08'],
    [' 2026-12-8 '],
    ['8/12/2026'],
    ['08.12.2026'],
    ['8 - 12 - 2026'],
    ['8 Dec 2026'],
    ['8 december 2026'],
    ['Dec 8, 2026'],
    ['December 8 2026'],
  ])('is read from %j as a British reader types it', (text) => {
    expect(readDay(text, british)).toBe('2026-12-08');
  });

  it('is read in the order of the reader’s region', () => {
    expect(readDay('8/12/2026', american)).toBe('2026-08-12');
    expect(readDay('2026/12/08', dayOrderOf('en-ZA'))).toBe('2026-12-08');
  });

  it.each([
    [''],
    ['8'],
    ['8/12'],
    ['8/12/26'],
    ['8/12/202'],
    ['08122026'],
    ['30/2/2026'],
    ['2026-02-30'],
    ['8 Dex 2026'],
    ['Dec 2026'],
    ['8/12/2026/1'],
    ['tomorrow'],
    ['8/x/2026'],
    ['0/12/2026'],
  ])('is not read from %j', (text) => {
    expect(readDay(text, british)).toBeUndefined();
  });

  it.each([british, american, swedish])('that is written in an order is read again', (...order) => {
    for (const day of ['2026-12-08', '2028-02-29']) expect(readDay(writeDay(day, order), order)).toBe(day);
  });

  it('is asked for in the order in which it is written', () => {
    expect(dayPattern(british)).toBe('dd/mm/yyyy');
    expect(writeDay('2026-12-08', british)).toBe('08/12/2026');
    expect(dayPattern(american)).toBe('mm/dd/yyyy');
    expect(writeDay('2026-12-08', american)).toBe('12/08/2026');
    expect(writeDay('', american)).toBe('');
  });
});
