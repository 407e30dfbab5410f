import { describe, expect, it } from 'vitest';
import { readDeployment, readLocalTime } from './local-time.ts';

describe('a local time', () => {
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

describe('the date of an approval', () => {
  const now = Date.UTC(2026, 10, 22, 12);

  it('may be left out of an approval, and not of a change of date', () => {
    expect(readDeployment('', false, 'UTC', now)).toMatchObject({ instant: null, error: undefined });
    expect(readDeployment('', true, 'UTC', now).error).toBe('Choose the new date');
  });

  it('may not be past', () => {
    expect(readDeployment('2026-11-22T11:59', false, 'UTC', now).error).toContain('past');
    expect(readDeployment('2026-11-22T12:01', false, 'UTC', now).error).toBeUndefined();
    // The same wall clock is still ahead further west.
    expect(readDeployment('2026-11-22T11:59', false, 'America/New_York', now).error).toBeUndefined();
  });
});
