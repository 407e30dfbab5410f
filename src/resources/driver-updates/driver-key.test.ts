import { expect, it } from 'vitest';
import { driverKey } from './driver-key.ts';

const key = '0123456789abcdef'.repeat(4);

it.each([
  ['64 hex digits before an underscore', `${key}_8a9bf2f4-39da-4f8c-9d3f-22f2b3a1c001`, key],
  ['in upper case', `${key.toUpperCase()}_8a9bf2f4`, key],
  ['with nothing behind', `${key}_`, key],
])('a driver’s key is what stands before the underscore: %s', (_what, id, expected) => {
  expect(driverKey(id)).toBe(expected);
});

it.each([
  ['a GUID', '8a9bf2f4-39da-4f8c-9d3f-22f2b3a1c001'],
  ['no underscore', key],
  ['another sign in its place', `${key}-8a9bf2f4`],
  ['63 digits', `${key.slice(1)}_8a9bf2f4`],
  ['65 digits', `${key}0_8a9bf2f4`],
  ['a letter that is no hex digit', `g${key.slice(1)}_8a9bf2f4`],
  ['nothing', ''],
])('an id of another shape has none: %s', (_what, id) => {
  expect(driverKey(id)).toBeUndefined();
});
