import { afterEach, expect, it, vi } from 'vitest';
import { hoursParam, readSince, signedInAt } from '../../dialogs/hand-over/since.ts';
import { readHandOverSearch } from './search.ts';

const hour = 3_600_000;
const now = 100 * hour;

afterEach(() => vi.unstubAllGlobals());

it.each([
  [undefined, { kind: 'hours', hours: 8, instant: 92 * hour }],
  ['nonsense', { kind: 'hours', hours: 8, instant: 92 * hour }],
  ['5h', { kind: 'hours', hours: 8, instant: 92 * hour }],
  ['12h', { kind: 'hours', hours: 12, instant: 88 * hour }],
  ['signIn', { kind: 'signIn', instant: 95 * hour }],
  ['2026-11-30T14:00', { kind: 'at', instant: new Date(2026, 10, 30, 14).getTime() }],
])('the address %j names a time', (text, since) => {
  expect(readSince(text, now, 95 * hour)).toEqual(since);
});

it('where the sign-in isn’t known, the usual shift is told', () => {
  expect(readSince('signIn', now, undefined)).toEqual({ kind: 'hours', hours: 8, instant: 92 * hour });
});

it('the usual hours need no word in the address', () => {
  expect([4, 8].map(hoursParam)).toEqual(['4h', undefined]);
  expect(readHandOverSearch({ since: ['4h'] })).toEqual({ since: undefined });
});

it('the sign-in is what this tab has kept of it', () => {
  const kept = (text: string | null) => vi.stubGlobal('sessionStorage', { getItem: () => text });
  kept('5');
  expect(signedInAt()).toBe(5);
  kept('"soon"');
  expect(signedInAt()).toBeUndefined();
  kept(null);
  expect(signedInAt()).toBeUndefined();
});
