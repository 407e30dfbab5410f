import { describe, expect, it } from 'vitest';
import { type Extent, movePlace } from './grid-keys.ts';

const extent: Extent = { lines: 100, columns: 9, page: 10, rtl: false };
const middle = { line: 50, column: 4 };
const press = (key: string, from = middle, over: Partial<Extent> = {}, ctrl = false) =>
  movePlace(from, { key, ctrl }, { ...extent, ...over });

describe('[AX-4] movePlace', () => {
  it.each([
    ['ArrowUp', { line: 49, column: 4 }],
    ['ArrowDown', { line: 51, column: 4 }],
    ['ArrowLeft', { line: 50, column: 3 }],
    ['ArrowRight', { line: 50, column: 5 }],
    ['Home', { line: 50, column: 0 }],
    ['End', { line: 50, column: 8 }],
    ['PageUp', { line: 40, column: 4 }],
    ['PageDown', { line: 60, column: 4 }],
  ])('%s moves one step', (key, to) => {
    expect(press(key)).toEqual(to);
  });

  it('goes to the corners with Ctrl', () => {
    expect(press('Home', middle, {}, true)).toEqual({ line: 0, column: 0 });
    expect(press('End', middle, {}, true)).toEqual({ line: 99, column: 8 });
  });

  it('follows what is seen from right to left', () => {
    expect(press('ArrowLeft', middle, { rtl: true })).toEqual({ line: 50, column: 5 });
    expect(press('ArrowRight', middle, { rtl: true })).toEqual({ line: 50, column: 3 });
    expect(press('Home', middle, { rtl: true })).toEqual({ line: 50, column: 0 });
  });

  it('reaches the header and goes no further', () => {
    expect(press('ArrowUp', { line: 0, column: 2 })).toEqual({ line: -1, column: 2 });
    expect(press('ArrowUp', { line: -1, column: 2 })).toEqual({ line: -1, column: 2 });
    expect(press('PageUp', { line: -1, column: 2 })).toEqual({ line: -1, column: 2 });
    expect(press('PageUp', { line: 3, column: 2 })).toEqual({ line: 0, column: 2 });
  });

  it('stops at the last line and at both sides', () => {
    expect(press('PageDown', { line: 95, column: 2 })).toEqual({ line: 99, column: 2 });
    expect(press('ArrowDown', { line: 99, column: 2 })).toEqual({ line: 99, column: 2 });
    expect(press('ArrowLeft', { line: 1, column: 0 })).toEqual({ line: 1, column: 0 });
    expect(press('ArrowRight', { line: 1, column: 8 })).toEqual({ line: 1, column: 8 });
  });

  it.each(['Home', 'End', 'ArrowDown', 'PageDown'])('%s stays in the header without lines', (key) => {
    for (const ctrl of [false, true]) {
      expect(press(key, { line: -1, column: 0 }, { lines: 0 }, ctrl)?.line ?? -1).toBe(-1);
    }
  });

  it.each([' ', 'Enter', 'a', 'Tab', 'Escape'])('leaves "%s" to others', (key) => {
    expect(press(key)).toBeUndefined();
  });

  it('leaves Ctrl with an arrow to the browser', () => {
    expect(press('ArrowLeft', middle, {}, true)).toBeUndefined();
  });
});
