import { describe, expect, it } from 'vitest';
import { givenDates, readDaysBetween, ringDates } from './ring-dates.ts';

const berlin = { timeZone: 'Europe/Berlin', now: Date.parse('2027-03-20T10:00:00Z') };
const at = (text: string) => Date.parse(text);
const rings = ['pilot', 'early', 'broad'];
const onDate = { when: 'onDate', date: '2027-03-26T06:00' } as const;
const soon = { when: 'asSoonAsPossible', date: '' } as const;

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

describe('ringDates', () => {
  it('gives each ring a date so many days after the ring before, at the same time of day when clocks change', () => {
    expect([...ringDates(onDate, rings, 3, berlin)]).toEqual([
      ['pilot', at('2027-03-26T05:00:00Z')],
      // Clocks go forward on 28 March: six o'clock in Berlin is an hour earlier in UTC.
      ['early', at('2027-03-29T04:00:00Z')],
      ['broad', at('2027-04-01T04:00:00Z')],
    ]);
  });

  it('begins as soon as possible, and the other rings follow from today in the morning', () => {
    expect([...ringDates(soon, rings, 1, berlin).values()]).toEqual([
      null,
      at('2027-03-21T05:00:00Z'),
      at('2027-03-22T05:00:00Z'),
    ]);
  });

  it('gives all rings the same date without days between them', () => {
    expect([...ringDates(soon, rings, 0, berlin).values()]).toEqual([null, null, null]);
    expect([...ringDates(onDate, rings, 0, berlin).values()]).toEqual(
      Array(3).fill(at('2027-03-26T05:00:00Z')),
    );
  });

  it('makes no dates of a date that is half typed', () => {
    expect([...ringDates({ ...onDate, date: '2027-03-26T' }, rings, 7, berlin).values()]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('givenDates', () => {
  it('keeps the date of each profile; one that was chosen later gets the last of them', () => {
    expect([...givenDates({ pilot: 10, early: 20, broad: null }, ['early', 'broad', 'kiosks'])]).toEqual([
      ['early', 20],
      ['broad', null],
      ['kiosks', 20],
    ]);
    expect([...givenDates({ pilot: null }, ['kiosks'])]).toEqual([['kiosks', null]]);
  });
});
