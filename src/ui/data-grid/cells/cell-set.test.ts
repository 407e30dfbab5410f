import { describe, expect, it } from 'vitest';
import { changeBlock, hasCell, noCells, readCells, writeCells } from './cell-set.ts';

const block = changeBlock(noCells, ['a', 'b'], ['x', 'y'], true);

describe('selected cells', () => {
  it('are told apart by row and column', () => {
    expect(hasCell(block, { rowId: 'a', columnId: 'y' })).toBe(true);
    expect(hasCell(block, { rowId: 'a', columnId: 'z' })).toBe(false);
    expect(hasCell(block, { rowId: 'c', columnId: 'x' })).toBe(false);
  });

  it('stay as they are when others join them', () => {
    const more = changeBlock(block, ['b', 'c'], ['z'], true);
    expect(writeCells(more)).toEqual([
      ['a', 'x', 'y'],
      ['b', 'x', 'y', 'z'],
      ['c', 'z'],
    ]);
    expect(hasCell(block, { rowId: 'b', columnId: 'z' })).toBe(false);
  });

  it('leave no row without a cell', () => {
    const less = changeBlock(changeBlock(block, ['a'], ['y'], false), ['b', 'c'], ['x', 'y'], false);
    expect(writeCells(less)).toEqual([['a', 'x']]);
  });

  it('are the same once they were kept', () => {
    expect(readCells(writeCells(block))).toEqual(block);
  });

  it('are none of what else is kept', () => {
    expect(readCells('a')).toBeUndefined();
    expect(readCells(['a', ['b'], ['c', 1], ['d', 'x']])).toEqual(new Map([['d', new Set(['x'])]]));
  });
});
