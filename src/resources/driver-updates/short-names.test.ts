import { expect, it } from 'vitest';
import { shortNames } from './short-names.ts';

it.each([
  [
    ['Pilot', 'Early', 'Broad'],
    ['Pi', 'Ea', 'Br'],
  ],
  [
    ['Ring 1', 'Ring 2', 'rings'],
    ['R1', 'R2', 'rs'],
  ],
  [
    [' A', 'A', '', 'Ab'],
    ['A', 'A', '', 'Ab'],
  ],
  [
    ['🚀🚀 ring', 'Ω'],
    ['🚀🚀', 'Ω'],
  ],
])('%j are %j above glyphs', (names, short) => {
  expect(shortNames(names)).toEqual(short);
});
