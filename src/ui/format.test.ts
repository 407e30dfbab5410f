import { describe, expect, it } from 'vitest';
import { countOf, formatAge, formatCount, formatDuration, nameFew, readerLocale } from './format.ts';

describe('counts', () => {
  it('[D8] say 0 for none and a dash for unknown', () => {
    expect(formatCount(0)).toBe('0');
    expect(formatCount(null)).toBe('–');
    expect(countOf(1, 'driver')).toBe('1 driver');
    expect(countOf(2, 'driver')).toBe('2 drivers');
    expect(countOf(2, 'is', 'are')).toBe('2 are');
  });
});

it.each([
  [1, 'T0'],
  [3, 'T0, T1, T2'],
  [15, 'T0, T1, T2 and 12 more'],
])('names %i: %s', (count, text) => {
  expect(nameFew(Array.from({ length: count }, (_none, index) => `T${index}`))).toBe(text);
});

describe('[T6] ages', () => {
  const now = Date.UTC(2026, 10, 22, 12);
  it.each([
    [30_000, 'just now'],
    [3 * 3_600_000, '3 hours ago'],
    [2 * 86_400_000, '2 days ago'],
    [-4 * 86_400_000, 'in 4 days'],
  ])('%s ms before now is %s', (age, expected) => {
    expect(formatAge(now - age, now)).toBe(expected);
  });
});

describe('the reader’s locale', () => {
  const at = Date.UTC(2026, 11, 8, 17, 5);
  it.each([
    [['de-DE', 'en'], 'en-DE', '8 Dec 2026, 17:05', '1.400'],
    [['de'], 'en-DE', '8 Dec 2026, 17:05', '1.400'],
    [['en-GB'], 'en-GB', '8 Dec 2026, 17:05', '1,400'],
    [['en-US'], 'en-US', 'Dec 8, 2026, 5:05 PM', '1,400'],
    [['ja-JP'], 'en-JP', 'Dec 8, 2026, 17:05', '1,400'],
    [['th-TH'], 'en-TH', 'Dec 8, 2026, 5:05 PM', '1,400'],
    [['not a tag', 'sv-SE'], 'en-SE', '8 Dec 2026, 17:05', '1 400'],
    [[], 'en-US', 'Dec 8, 2026, 5:05 PM', '1,400'],
  ])('%j: English, as in %s', (languages, locale, moment, number) => {
    const found = readerLocale(languages);
    expect(found).toBe(`${locale}-u-ca-gregory-nu-latn`);
    const format = new Intl.DateTimeFormat(found, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    const plain = (text: string) => text.replaceAll(/\s/g, ' ');
    expect(plain(format.format(at))).toBe(moment);
    expect(plain(new Intl.NumberFormat(found).format(1_400))).toBe(number);
  });
});

it.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3 * 3_600_000, '3 h'],
  [47 * 3_600_000, '47 h'],
  [96 * 3_600_000, '4 d'],
])('%s ms are %s', (milliseconds, expected) => {
  expect(formatDuration(milliseconds)).toBe(expected);
});
