import { describe, expect, it } from 'vitest';
import { parseInstant, toIso } from './instant.ts';

const noon = Date.UTC(2026, 11, 8, 12);

describe('[D9] parseInstant', () => {
  it.each([
    ['2026-12-08T12:00:00Z', noon],
    ['2026-12-08T12:00Z', noon],
    ['2026-12-08T12:00:00.5Z', noon + 500],
    ['2026-12-08T12:00:00.1234567Z', noon + 123],
    ['2026-12-08T12:00:00.123456789Z', noon + 123],
    ['2026-12-08T13:00:00+01:00', noon],
    ['2026-12-08T06:30:00-05:30', noon],
    ['2026-12-09T02:00:00+14:00', noon],
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    ['9999-12-31T23:59:59Z', Date.UTC(9999, 11, 31, 23, 59, 59)],
  ])('reads %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  it.each([null, undefined, '', '0001-01-01T00:00:00Z', '0001-01-01T00:00:00+00:00'])(
    'takes %s for "not set"',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );

  it.each([
    ['a day that February does not have', '2027-02-30T00:00:00Z'],
    ['a leap day of a common year', '2027-02-29T00:00:00Z'],
    ['month 13', '2026-13-01T00:00:00Z'],
    ['hour 24', '2026-12-08T24:00:00Z'],
    ['minute 60', '2026-12-08T12:60:00Z'],
    ['second 60', '2026-12-08T12:00:60Z'],
    ['a year that Date takes for 1950', '0050-01-01T00:00:00Z'],
    ['an offset that no zone has', '2026-12-08T12:00:00+99:99'],
    ['no zone', '2026-12-08T12:00:00'],
    ['a date without a time', '2026-12-08'],
    ['ten digits of a second', '2026-12-08T12:00:00.0123456789Z'],
    ['a space before it', ' 2026-12-08T12:00:00Z'],
    ['a space after it', '2026-12-08T12:00:00Z '],
    ['words', 'tomorrow'],
  ])('refuses %s', (_what, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});

it('writes UTC with milliseconds, and reads it back', () => {
  expect(toIso(noon)).toBe('2026-12-08T12:00:00.000Z');
  expect(parseInstant(toIso(noon + 7))).toBe(noon + 7);
});
