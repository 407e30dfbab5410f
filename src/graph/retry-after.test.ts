import { describe, expect, it } from 'vitest';
import { readRetryAfter } from './retry-after.ts';
import { noon } from './test-answers.ts';

const httpDate = (ahead: number) => new Date(noon + ahead).toUTCString();
const read = (header: string | null, random = 0, attempt = 0) =>
  readRetryAfter(header, attempt, noon, random);

describe('[N17] what the service asked for', () => {
  it.each([
    ['0', 2_000],
    ['1', 2_000],
    ['1.5', 2_000],
    ['2.5', 2_500],
    ['2.25', 2_250],
    ['10', 10_000],
    [' 10 ', 10_000],
    ['600', 600_000],
    ['1000000000', 1_000_000_000_000],
    ['3, 10', 10_000],
    ['10,3', 10_000],
    ['soon, 10', 10_000],
    [httpDate(1_000), 2_000],
    [httpDate(90_000), 90_000],
    [httpDate(3_600_000), 3_600_000],
    [` ${httpDate(90_000)} `, 90_000],
    [httpDate(90_000).replace(',', ''), 90_000],
  ])('%j is obeyed, with a floor of two seconds', (header, milliseconds) => {
    expect(read(header)).toEqual({ milliseconds, asked: true });
  });

  it('is never cut short, and stretched by a fifth at most', () => {
    for (let random = 0; random < 1; random += 0.05) {
      const { milliseconds } = read('10', random);
      expect(milliseconds).toBeGreaterThanOrEqual(10_000);
      expect(milliseconds).toBeLessThanOrEqual(12_000);
    }
  });
});

describe('our own back-off', () => {
  it.each([
    null,
    '',
    '-5',
    'soon',
    '1e9',
    '10s',
    '0x10',
    'NaN',
    '9'.repeat(400),
    httpDate(-60_000),
    httpDate(0),
    httpDate(3_601_000),
    'Tue, 99 Foo 2026 12:00:00 GMT',
    new Date(noon + 90_000).toISOString(),
    `on ${httpDate(90_000)}`,
    `${httpDate(90_000)} (or later)`,
  ])('takes the place of %j', (header) => {
    expect(read(header)).toEqual({ milliseconds: 2_000, asked: false });
  });

  it('[N16] grows with each attempt to a minute, is drawn at random, and never less than two seconds', () => {
    const bounds = [0, 1, 2, 3, 4, 5, 6, 40].map((attempt) => [
      read(null, 0, attempt).milliseconds,
      read(null, 1, attempt).milliseconds,
    ]);
    expect(bounds).toEqual([
      [2_000, 2_000],
      [2_000, 4_000],
      [4_000, 8_000],
      [8_000, 16_000],
      [16_000, 32_000],
      [30_000, 60_000],
      [30_000, 60_000],
      [30_000, 60_000],
    ]);
  });
});
