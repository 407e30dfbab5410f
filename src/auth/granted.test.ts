import { expect, it } from 'vitest';
import { isGranted } from './granted.ts';

const read = 'https://graph.microsoft.com/SecurityIncident.Read.All';
const write = 'https://graph.microsoft.com/SecurityIncident.ReadWrite.All';

it.each([
  ['the same', [read], [read], true],
  ['by its name alone', [read], ['openid', 'SecurityIncident.Read.All'], true],
  ['in another letter case', [read], ['securityincident.read.all'], true],
  ['among others', [read], ['profile', write, read], true],
  ['another one', [write], [read, 'User.Read'], false],
  ['[A23] one of two', [read, write], [read], false],
  ['one whose name only begins so', [read], [`${read}.Shared`], false],
  ['none', [read], [], false],
])('a token with %s', (_what, asked, granted, expected) => {
  expect(isGranted(asked, granted)).toBe(expected);
});
