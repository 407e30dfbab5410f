import { expect, it } from 'vitest';
import { whyTypeDrivers } from './why-type.ts';

const video = (count: number) => Array.from({ length: count }, () => 'Video');

it.each([
  [true, video(1), []],
  [true, video(100), []],
  [true, video(101), ['Changes 101 drivers']],
  [true, ['Firmware'], ['Installs firmware, which usually can’t be rolled back']],
  [false, ['Firmware'], []],
  [false, ['System BIOS'], []],
  [false, video(101), ['Changes 101 drivers']],
] as const)(
  '[U4] the number of drivers is typed where the decision is large or hard to undo, case %#',
  (installs, classes, expected) => {
    expect(whyTypeDrivers(installs, classes)).toEqual(expected);
  },
);
