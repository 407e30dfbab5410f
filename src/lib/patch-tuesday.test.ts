import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { nextPatchTuesday } from './patch-tuesday.ts';

it.each([
  ['2026-12-01', '2026-12-08'],
  ['2026-12-07', '2026-12-08'],
  ['2026-12-08', '2027-01-12'],
  ['2026-12-31', '2027-01-12'],
  // The 31st has no day of its own in the month after.
  ['2027-01-31', '2027-02-09'],
  // A month that begins on a Tuesday, and one that begins on a Wednesday.
  ['2026-09-01', '2026-09-08'],
  ['2026-07-01', '2026-07-14'],
])('the Patch Tuesday after %s is %s', (day, expected) => {
  expect(nextPatchTuesday(Temporal.PlainDate.from(day)).toString()).toBe(expected);
});
