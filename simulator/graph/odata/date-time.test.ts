import { describe, expect, it } from 'vitest';
import { parseDateTimeOffset } from './date-time.ts';

describe('parseDateTimeOffset', () => {
  it.each([
    ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
    ['2026-12-31T23:59:59.1234567+01:00', Date.UTC(2026, 11, 31, 22, 59, 59, 123)],
    ['2026-12-08T05:00Z', Date.UTC(2026, 11, 8, 5)],
    ['0001-01-01T00:00:00Z', Date.parse('0001-01-01T00:00:00Z')],
  ])('reads %s', (text, time) => {
    expect(parseDateTimeOffset(text)).toBe(time);
  });

  it.each([
    '2027-02-29T00:00:00Z',
    '2027-02-30T00:00:00Z',
    '2027-04-31T12:00:00+02:00',
    '2027-13-01T00:00:00Z',
    '2027-00-01T00:00:00Z',
    '2027-01-00T00:00:00Z',
    '2027-01-01T24:00:00Z',
    '2027-01-01T00:60:00Z',
    '2027-01-01T00:00:00',
    '2027-01-01T00:00:00.12345678Z',
    '2027-01-01',
    'soon',
  ])('refuses %s', (text) => {
    expect(parseDateTimeOffset(text)).toBeUndefined();
  });
});
