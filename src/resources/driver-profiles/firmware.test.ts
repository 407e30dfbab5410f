import { expect, it } from 'vitest';
import { isFirmware } from './firmware.ts';

it.each([
  ['Firmware', true],
  ['System BIOS', true],
  ['Video', false],
  ['', false],
])('firmware is told by the class: %s', (driverClass, expected) => {
  expect(isFirmware({ driverClass })).toBe(expected);
});
