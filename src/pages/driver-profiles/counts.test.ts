import { expect, it } from 'vitest';
import { devicesText, reviewText } from './counts.ts';

it.each([
  [[10, 5], '15 devices, counted once per profile'],
  [[1], '1 device, counted once per profile'],
  [[10, null, null], '10 devices, counted once per profile (2 profiles have no count)'],
])('devices of profiles with %j: %s', (counts, text) => {
  expect(devicesText(counts)).toBe(text);
});

it.each([
  [[2, 0], '2 drivers to review'],
  [[2, null], '2 drivers to review (1 profile has no count)'],
])('what is to review in profiles with %j: %s', (counts, text) => {
  expect(reviewText(counts)).toBe(text);
});
