import { expect, it } from 'vitest';
import { readSort, writeSort } from './sort-param.ts';

it('a sort goes into an address and comes back', () => {
  for (const text of ['name', '-name']) expect(writeSort(readSort(text))).toBe(text);
  expect(readSort('')).toBeUndefined();
  expect(writeSort(undefined)).toBeUndefined();
});
