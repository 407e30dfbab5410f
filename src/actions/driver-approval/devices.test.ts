import { describe, expect, it } from 'vitest';
import { devicesAtMost, devicesAtMostOver } from './devices.ts';

const drivers = (...counts: readonly (number | null)[]) =>
  counts.map((applicableDeviceCount) => ({ applicableDeviceCount }));

describe('devices of one profile, at most', () => {
  it.each([
    // [drivers, devices reporting, at most]
    [[12, 8], 960, 20],
    [[900, 800, 700], 960, 960],
    [[1_200, 10], 960, 1_200],
    [[0, 0], 960, 0],
    [[12, 8], null, 20],
    [[12, null], 960, 960],
    [[1_200, null], 960, 1_200],
    [[12, null], null, null],
    [[null], null, null],
    [[], 960, 0],
  ] as const)('drivers on %j with %s reporting: %s', (counts, deviceReporting, expected) => {
    expect(devicesAtMost(drivers(...counts), { deviceReporting })).toBe(expected);
  });
});

describe('devices of several profiles, at most', () => {
  it('is the sum of their bounds, and unknown where one of them is', () => {
    expect(devicesAtMostOver([960, 40])).toBe(1_000);
    expect(devicesAtMostOver([960, null])).toBeNull();
    expect(devicesAtMostOver([])).toBe(0);
  });
});
