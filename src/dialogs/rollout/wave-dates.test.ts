import { describe, expect, it } from 'vitest';
import type { Freeze } from '../../resources/driver-updates/freeze.ts';
import { givenDates, readDaysBetween, waveDates } from './wave-dates.ts';

const berlin = { freezes: [], timeZone: 'Europe/Berlin', now: Date.parse('2027-03-20T10:00:00Z') };
const at = (text: string) => Date.parse(text);
const rings = ['pilot', 'early', 'broad'];
const onDate = { when: 'onDate', date: '2027-03-26T06:00' } as const;
const soon = { when: 'asSoonAsPossible', date: '' } as const;
const days = (count: number) => ({ kind: 'days', days: count }) as const;
const patchTuesday = { kind: 'patchTuesday', count: 1 } as const;
const freeze = (name: string, from: string, to: string, profileIds: string[] | null = null): Freeze => ({
  id: name,
  name,
  when: { kind: 'range', from, to },
  profileIds,
});

/** When each ring begins. */
const begin = (...asked: Parameters<typeof waveDates>) => waveDates(...asked).waves?.map(({ from }) => from);

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
  ])('reads %j as %j', (text, read) => {
    expect(readDaysBetween(text)).toBe(read);
  });
});

describe('the dates of a rollout', () => {
  it('are so many days after the ring before, at the same time of day when clocks change', () => {
    expect(begin(onDate, rings, [days(3)], berlin)).toEqual([
      at('2027-03-26T05:00:00Z'),
      // Clocks go forward on 28 March: six o'clock in Berlin is an hour earlier in UTC.
      at('2027-03-29T04:00:00Z'),
      at('2027-04-01T04:00:00Z'),
    ]);
  });

  it('are the Patch Tuesdays after the ring before', () => {
    expect(begin(onDate, rings, [patchTuesday], berlin)).toEqual([
      at('2027-03-26T05:00:00Z'),
      at('2027-04-13T04:00:00Z'),
      at('2027-05-11T04:00:00Z'),
    ]);
  });

  it('begin as soon as possible, and the other rings follow from today in the morning', () => {
    expect(begin(soon, rings, [days(1)], berlin)).toEqual([
      null,
      at('2027-03-21T05:00:00Z'),
      at('2027-03-22T05:00:00Z'),
    ]);
  });

  it('are one date for all rings without days between them', () => {
    expect(begin(soon, rings, [days(0)], berlin)).toEqual([null, null, null]);
    expect(begin(onDate, rings, [days(0)], berlin)).toEqual(Array(3).fill(at('2027-03-26T05:00:00Z')));
  });

  it('are as many days after the ring before as each ring waits', () => {
    expect(begin(soon, rings, [days(3), days(7)], berlin)).toEqual([
      null,
      at('2027-03-23T05:00:00Z'),
      at('2027-03-30T04:00:00Z'),
    ]);
    // A ring that waits for no day begins with the one before, as soon as possible too.
    expect(begin(soon, rings, [days(0), days(2)], berlin)).toEqual([null, null, at('2027-03-22T05:00:00Z')]);
    expect(begin(onDate, [], [], berlin)).toEqual([]);
  });

  it('are those of the last ring in a profile beside the rings, or as many days after as it waits', () => {
    const beside = [
      { profileId: 'finance', step: days(0) },
      { profileId: 'kiosks', step: days(2) },
    ];
    expect(begin(soon, rings, [days(3), days(7)], berlin, beside)).toEqual([
      null,
      at('2027-03-23T05:00:00Z'),
      at('2027-03-30T04:00:00Z'),
      at('2027-03-30T04:00:00Z'),
      at('2027-04-01T04:00:00Z'),
    ]);
    expect(begin(soon, ['pilot'], [], berlin, beside)).toEqual([null, null, at('2027-03-22T05:00:00Z')]);
  });

  it('are none where the date is half typed', () => {
    expect(waveDates({ ...onDate, date: '2027-03-26T' }, rings, [days(7)], berlin)).toEqual({
      waves: undefined,
      frozen: [],
    });
  });
});

describe('a freeze', () => {
  const easter = freeze('Easter', '2027-03-26', '2027-03-29');
  const april = freeze('April', '2027-04-02', '2027-04-02', ['early']);

  it('asks for a reason where the chosen date falls into it, and moves the dates that follow', () => {
    const freezes = [easter, april];
    const { waves, frozen } = waveDates(onDate, rings, [days(3)], { ...berlin, freezes });
    expect(frozen).toEqual([easter]);
    expect(waves).toEqual([
      { profileId: 'pilot', from: at('2027-03-26T05:00:00Z'), after: [] },
      { profileId: 'early', from: at('2027-03-30T04:00:00Z'), after: [easter] },
      { profileId: 'broad', from: at('2027-04-02T04:00:00Z'), after: [] },
    ]);
  });

  it('of any ring asks for a reason where all have the chosen date', () => {
    const choice = { ...onDate, date: '2027-04-02T06:00' };
    const freezes = [easter, april];
    expect(waveDates(choice, rings, [days(0)], { ...berlin, freezes }).frozen).toEqual([april]);
    expect(waveDates(choice, rings, [days(1)], { ...berlin, freezes }).frozen).toEqual([]);
  });

  it('of today asks for a reason to begin as soon as possible', () => {
    const today = freeze('Audit', '2027-03-20', '2027-03-20');
    expect(waveDates(soon, rings, [days(0)], { ...berlin, freezes: [today] }).frozen).toEqual([today]);
  });

  it('that never ends leaves no dates', () => {
    const always = freeze('Always', '2026-01-01', '2030-01-01', ['broad']);
    expect(waveDates(onDate, rings, [days(1)], { ...berlin, freezes: [always] }).waves).toBeUndefined();
    const beside = [{ profileId: 'broad', step: days(1) }];
    expect(waveDates(onDate, ['pilot'], [], { ...berlin, freezes: [always] }, beside).waves).toBeUndefined();
  });
});

describe('the dates that a page suggests', () => {
  const day = 86_400_000;
  const yearEnd: Freeze = {
    id: 'f',
    name: 'Year end',
    when: { kind: 'range', from: '1970-01-03', to: '1970-01-03' },
    profileIds: ['early'],
  };
  const within = { freezes: [yearEnd], timeZone: 'UTC', now: 0 };
  const datesOf = (given: Readonly<Record<string, number | null>>, ids: readonly string[]) =>
    givenDates(given, ids, within).waves?.map(({ profileId, from }) => [profileId, from]);

  it('stay those of each profile; one that was chosen later gets the last of them', () => {
    expect(datesOf({ pilot: day, early: 20 * day, broad: null }, ['early', 'broad', 'kiosks'])).toEqual([
      ['early', 20 * day],
      ['broad', null],
      ['kiosks', 20 * day],
    ]);
    expect(datesOf({ pilot: null }, ['kiosks'])).toEqual([['kiosks', null]]);
  });

  it('name the freezes that they fall into, for the profiles that a freeze concerns', () => {
    expect(givenDates({ pilot: 2 * day, early: 2 * day }, ['pilot', 'early'], within).frozen).toEqual([
      yearEnd,
    ]);
    expect(givenDates({ pilot: 2 * day, early: 3 * day }, ['pilot', 'early'], within).frozen).toEqual([]);
  });
});
