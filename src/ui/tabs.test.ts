import { expect, it } from 'vitest';
import { nextPlace } from './tabs.tsx';

it.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 0, 2],
  ['ArrowLeft', 1, 0],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['Enter', 1, undefined],
])('%s leads from tab %i of three to %s', (key, from, to) => {
  expect(nextPlace(from, 3, key, false)).toBe(to);
});

it.each([
  ['ArrowLeft', 0, 1],
  ['ArrowRight', 0, 2],
])('%s leads from tab %i to %i where the page runs from right to left', (key, from, to) => {
  expect(nextPlace(from, 3, key, true)).toBe(to);
});
