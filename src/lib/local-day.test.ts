import { expect, it } from 'vitest';
import { dayOf, startOfDay } from './local-day.ts';

it('a day and its first instant lead to one another', () => {
  expect(startOfDay('2026-03-09')).toBe(new Date(2026, 2, 9).getTime());
  expect(startOfDay('2026-12-31', 1)).toBe(new Date(2027, 0, 1).getTime());
  expect(dayOf(new Date(2026, 2, 9, 23, 59).getTime())).toBe('2026-03-09');
});

it.each([undefined, '', 'soon', '2026-2-3', '2026-02-30', '2026-13-01'])('%s is no day', (text) => {
  expect(startOfDay(text)).toBeUndefined();
});
