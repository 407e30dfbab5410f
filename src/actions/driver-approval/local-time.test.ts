import { describe, expect, it } from 'vitest';
import { datePresets, readDeployment, readLocalTime } from './local-time.ts';

describe('[T1 T2] a local time', () => {
  it.each([
    ['2026-12-08T06:00', 'Europe/Berlin', '2026-12-08T05:00:00.000Z', 'exact'],
    ['2026-12-08T06:00', 'UTC', '2026-12-08T06:00:00.000Z', 'exact'],
    ['2026-12-08T06:00', 'Asia/Kathmandu', '2026-12-08T00:15:00.000Z', 'exact'],
    // Clocks go from 02:00 to 03:00: 02:30 does not exist, and the hour after is meant.
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z', 'skipped'],
    // Clocks go from 03:00 back to 02:00: 02:30 comes twice, and the first is meant.
    ['2027-10-31T02:30', 'Europe/Berlin', '2027-10-31T00:30:00.000Z', 'twice'],
    ['2027-10-31T03:30', 'Europe/Berlin', '2027-10-31T02:30:00.000Z', 'exact'],
    ['2027-11-07T01:30', 'America/New_York', '2027-11-07T05:30:00.000Z', 'twice'],
  ])('%s in %s is %s', (text, zone, expected, kind) => {
    const time = readLocalTime(text, zone);
    expect(time && new Date(time.instant).toISOString()).toBe(expected);
    expect(time?.kind).toBe(kind);
  });

  it.each(['', 'soon', '2027-02-30T10:00', '2027-13-01T10:00'])('%j is none', (text) => {
    expect(readLocalTime(text, 'UTC')).toBeUndefined();
  });
});

describe('when drivers become available', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  const onDate = (date: string, zone = 'UTC') => readDeployment({ when: 'onDate', date }, zone, now);

  it('is as soon as possible only where that was chosen', () => {
    const choice = { when: 'asSoonAsPossible', date: '2026-12-08T06:00' } as const;
    expect(readDeployment(choice, 'UTC', now)).toMatchObject({ instant: null, error: undefined });
  });

  it.each(['', '2026-12-08', '2026-12-08T', 'soon', '2026-02-30T06:00'])('is never now for %j', (date) => {
    expect(onDate(date).error).toBe('Enter a full date and time');
  });

  it('[T4] is in the future', () => {
    expect(onDate('2026-11-22T11:59').error).toBe('Choose a date and time in the future');
    expect(onDate('2026-11-22T12:01').error).toBeUndefined();
    // The same wall clock is still ahead further west.
    expect(onDate('2026-11-22T11:59', 'America/New_York').error).toBeUndefined();
  });
});

describe('the dates on offer', () => {
  const at = (text: string, zone = 'UTC') =>
    datePresets(Date.parse(text), zone, '06:00').map(({ label, date }) => `${label} ${date}`);

  it('count from today in the zone of the browser', () => {
    const expected = [
      '+3 days 2026-12-02T06:00',
      '+7 days 2026-12-06T06:00',
      '+10 days 2026-12-09T06:00',
      'Patch Tuesday 2026-12-08T06:00',
    ];
    expect(at('2026-11-29T22:30:00Z')).toEqual(expected);
    expect(at('2026-11-28T23:30:00Z', 'Europe/Berlin')).toEqual(expected);
  });

  it.each([
    ['2026-12-07T12:00:00Z', '2026-12-08'],
    // On the day itself the next one is meant.
    ['2026-12-08T12:00:00Z', '2027-01-12'],
    ['2026-12-31T12:00:00Z', '2027-01-12'],
    // A month that begins with a Tuesday.
    ['2026-09-01T12:00:00Z', '2026-09-08'],
    ['2027-01-31T12:00:00Z', '2027-02-09'],
  ])('have the Patch Tuesday after %s: %s', (now, expected) => {
    expect(at(now).at(-1)).toBe(`Patch Tuesday ${expected}T06:00`);
  });
});
