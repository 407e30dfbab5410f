import { describe, expect, it } from 'vitest';
import { type CellPlaces, type CellRange, cellsOf, extendPlace, wholeColumns } from './cell-range.ts';
import { changeBlock, noCells, writeCells } from './cell-set.ts';

/** Rows a, b, c, d, of which c no longer matches. */
const places: CellPlaces = {
  columnIds: ['x', 'y', 'z'],
  rowIdAt: (line) => ['a', 'b', undefined, 'd'][line],
  lineOf: (rowId) => ['a', 'b', 'c', 'd'].indexOf(rowId),
};

const rangeOf = (from: string, to: string, facts: Partial<CellRange> = {}): CellRange => ({
  anchor: { rowId: from[0] ?? '', columnId: from[1] ?? '' },
  end: { rowId: to[0] ?? '', columnId: to[1] ?? '' },
  base: noCells,
  isSelected: true,
  ...facts,
});

const written = (range: CellRange) => {
  const cells = cellsOf(range, places);
  return cells && writeCells(cells);
};

describe('a range of cells', () => {
  it.each([
    ['ax', 'by'],
    ['by', 'ax'],
    ['ay', 'bx'],
  ])('from %s to %s covers the same four cells', (from, to) => {
    expect(written(rangeOf(from, to))).toEqual([
      ['a', 'x', 'y'],
      ['b', 'x', 'y'],
    ]);
  });

  it('passes over rows that cannot be selected', () => {
    expect(written(rangeOf('by', 'dy'))).toEqual([
      ['b', 'y'],
      ['d', 'y'],
    ]);
  });

  it('adds to what was selected before, or takes from it', () => {
    const base = changeBlock(noCells, ['a', 'b'], ['x', 'y', 'z'], true);
    expect(written(rangeOf('dx', 'dx', { base }))).toEqual([
      ['a', 'x', 'y', 'z'],
      ['b', 'x', 'y', 'z'],
      ['d', 'x'],
    ]);
    expect(written(rangeOf('ay', 'bz', { base, isSelected: false }))).toEqual([
      ['a', 'x'],
      ['b', 'x'],
    ]);
  });

  it.each([
    ['?x', 'by'],
    ['ax', '?y'],
    ['a?', 'by'],
    ['ax', 'b?'],
  ])('from %s to %s is none, since one end is gone', (from, to) => {
    expect(written(rangeOf(from, to))).toBeUndefined();
  });
});

describe('whole columns', () => {
  it('are selected on all lines but those of rows that cannot be, wherever these stand', () => {
    const rowIdAt = (line: number) => [undefined, 'b', undefined, 'd', undefined][line];
    expect(writeCells(wholeColumns({ rowIdAt }, 5, ['y', 'z']))).toEqual([
      ['b', 'y', 'z'],
      ['d', 'y', 'z'],
    ]);
    expect(writeCells(wholeColumns({ rowIdAt }, 0, ['y']))).toEqual([]);
  });
});

describe('the end of a range', () => {
  const extent = { lines: 40, columns: 6, page: 10, rtl: false };
  const end = { line: 12, column: 3 };

  it.each([
    ['ArrowRight', false, { line: 12, column: 4 }],
    ['ArrowUp', false, { line: 11, column: 3 }],
    ['PageDown', false, { line: 22, column: 3 }],
    ['Home', false, { line: 12, column: 0 }],
    ['ArrowUp', true, { line: 0, column: 3 }],
    ['ArrowDown', true, { line: 39, column: 3 }],
    ['ArrowLeft', true, { line: 12, column: 0 }],
    ['ArrowRight', true, { line: 12, column: 5 }],
    ['End', true, { line: 39, column: 5 }],
  ])('moves by Shift and %s (Ctrl: %s)', (key, ctrl, next) => {
    expect(extendPlace(end, { key, ctrl }, extent)).toEqual(next);
  });

  it('goes to the other side from right to left', () => {
    const rtl = { ...extent, rtl: true };
    expect(extendPlace(end, { key: 'ArrowLeft', ctrl: true }, rtl)).toEqual({ line: 12, column: 5 });
    expect(extendPlace(end, { key: 'ArrowRight', ctrl: true }, rtl)).toEqual({ line: 12, column: 0 });
  });

  it('stays below the header', () => {
    expect(extendPlace({ line: 0, column: 1 }, { key: 'ArrowUp', ctrl: false }, extent)).toEqual({
      line: 0,
      column: 1,
    });
  });

  it.each(['a', ' ', 'Enter', 'Shift'])('does not move by "%s"', (key) => {
    expect(extendPlace(end, { key, ctrl: false }, extent)).toBeUndefined();
  });
});
