import { expect, it } from 'vitest';
import { deviceNumber } from './device-numbers.ts';

const counts = (...numbers: readonly (number | null)[]) =>
  deviceNumber(numbers.map((applicableDeviceCount) => ({ applicableDeviceCount })));

it('devices are at least the largest count and at most the sum', () => {
  expect(counts(12, 38, 4)).toEqual({ atLeast: 38, atMost: 54, uncounted: 0 });
  expect(counts(12)).toEqual({ atLeast: 12, atMost: 12, uncounted: 0 });
});

it('drivers without a count are told apart', () => {
  expect(counts(12, null, 38, null)).toEqual({ atLeast: 38, atMost: 50, uncounted: 2 });
  expect(counts()).toEqual({ atLeast: 0, atMost: 0, uncounted: 0 });
});
