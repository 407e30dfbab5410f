import { expect, it } from 'vitest';
import { dayIn } from './zone-day.ts';

it('the day of an instant depends on the zone', () => {
  const instant = Date.parse('2026-12-07T23:30:00Z');
  expect(dayIn('UTC', instant)).toBe('2026-12-07');
  expect(dayIn('Europe/Berlin', instant)).toBe('2026-12-08');
});
