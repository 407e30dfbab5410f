import { expect, it } from 'vitest';
import { dateText } from './intent-text.ts';

it('only an approval has a date, and says so when it has none', () => {
  const deployAt = Date.UTC(2026, 11, 8, 6);
  expect(dateText([{ intent: { kind: 'driver-approval', action: 'approve', deployAt: null } }])).toBe(
    'Available as soon as possible',
  );
  expect(dateText([{ intent: { kind: 'driver-approval', action: 'approve', deployAt } }])).toMatch(
    /^Available from .*2026/,
  );
  expect(dateText([{ intent: { kind: 'driver-approval', action: 'decline', deployAt: null } }])).toBe('');
  expect(dateText([{ intent: { kind: 'response-action' } }])).toBe('');
});
