import { expect, it } from 'vitest';
import { devicesText, reviewText } from './counts.ts';

it.each([
  [[10, 5], 'up to 15 applicable devices'],
  [[10, null, null], 'up to 10 applicable devices; 2 drivers have no count'],
  [[0, null], 'up to 0 applicable devices; 1 driver has no count'],
  [[null], 'device count not provided'],
])('devices of drivers with %j: %s', (counts, text) => {
  expect(devicesText(counts.map((applicableDeviceCount) => ({ applicableDeviceCount })))).toBe(text);
});

it.each([
  [[2, 0], '2 drivers to review'],
  [[2, null], '2 drivers to review (1 profile has no count)'],
])('what is to review in profiles with %j: %s', (counts, text) => {
  expect(reviewText(counts.map((newUpdates) => ({ newUpdates })))).toBe(text);
});
