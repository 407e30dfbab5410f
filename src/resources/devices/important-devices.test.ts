import { expect, it } from 'vitest';
import { usualImportantDevices } from '../../ui/preferences.ts';
import { matchesAny, readPatterns } from './important-devices.ts';

it.each([
  ['SRV-FILE-02', 'SRV-*', true],
  ['srv-file-02.contoso.example', 'SRV-*', true],
  ['DC-EU-01.contoso.example', 'dc*-01', true],
  ['FIN-LT-0231', 'SRV-*', false],
  ['MY-SRV-1', 'SRV-*', false],
  ['MY-SRV-1', '*SRV*', true],
  ['exact', 'EXACT', true],
  ['exactly', 'exact', false],
  ['ab', 'a*b', true],
  ['a', 'a*a', false],
  ['abc', 'a*x*c', false],
  ['axc', 'a*x*c', true],
  ['anything', '*', true],
  ['', '*', false],
  ['a.b', '.*', false],
  ['FIN', '  ', false],
])('%s with the pattern %s: %s', (name, pattern, expected) => {
  expect(matchesAny(name, [pattern])).toBe(expected);
});

it('finds a long name among many stars quickly', () => {
  expect(matchesAny('a'.repeat(10_000), [`${'a*'.repeat(5_000)}b`])).toBe(false);
});

it('reads patterns from lines and commas, each once', () => {
  expect(readPatterns(' SRV-*\n\nDC*, SRV-* ;SQL*')).toEqual(['SRV-*', 'DC*', 'SQL*']);
  expect(readPatterns(usualImportantDevices.join('\n'))).toEqual(usualImportantDevices);
  expect(readPatterns('')).toEqual([]);
});
