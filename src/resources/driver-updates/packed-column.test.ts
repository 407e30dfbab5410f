import { describe, expect, it } from 'vitest';
import { createColumnPacker, isWhole, narrow } from './packed-column.ts';

describe('a column', () => {
  it('holds each value once, and for each row its place', () => {
    const packer = createColumnPacker<string | null>();
    for (const value of ['a', null, 'a', 'b', null]) packer.add(value);
    expect(packer.pack()).toEqual({ values: ['a', null, 'b'], at: Uint8Array.of(0, 1, 0, 2, 1) });
  });

  it.each([
    [0x100, Uint8Array],
    [0x101, Uint16Array],
    [0x1_0000, Uint16Array],
    [0x1_0001, Uint32Array],
  ])('of %i values takes no more room than it needs', (count, type) => {
    const places = narrow([0, count - 1], count);
    expect(places).toBeInstanceOf(type);
    expect([...places]).toEqual([0, count - 1]);
  });

  it.each([
    ['as it was packed', [0, 1, 0], 3, true],
    ['a row too few', [0, 1], 3, false],
    ['a place without a value', [0, 2, 0], 3, false],
  ])('is checked: %s', (_what, at, rows, expected) => {
    expect(isWhole({ values: ['a', 'b'], at: Uint8Array.from(at) }, rows)).toBe(expected);
  });
});
