import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { placeColumns } from '../column-layout.ts';
import { layOutLines } from '../grid-lines.ts';
import type { Column } from '../row-model.ts';
import { viewOf } from '../test-view.ts';
import { type CellSet, noCells, writeCells } from './cell-set.ts';
import { useCellRange } from './use-cell-range.ts';

const rows = ['a', 'b', 'c'];
const columns = ['name', 'x', 'y'].map(
  (id): Column<string> => ({ id, header: id, width: 100, text: (row) => row }),
);

/** The range over rows a, b and c and columns x and y, and a page that keeps the cells. */
function rangeOverCells() {
  const view = viewOf(rows, [0, 1, 2]);
  const page = { selected: noCells };
  const cells = {
    columnIds: new Set(['x', 'y']),
    get selected() {
      return page.selected;
    },
    onChange(next: CellSet) {
      page.selected = next;
    },
    onPlaced: () => undefined,
    describe: () => '',
  };
  const found: ReturnType<typeof useCellRange<string>>[] = [];
  function Probe() {
    const range = useCellRange({
      cells,
      grid: { current: null },
      view,
      lines: layOutLines(view, undefined),
      rowId: (row) => row,
      placed: placeColumns(columns, { narrow: false, twoLines: false, selects: false }),
      announce: () => undefined,
    });
    found.push(range);
    return null;
  }
  renderToStaticMarkup(createElement(Probe));
  const [range] = found;
  if (!range) throw new Error('not drawn');
  return { range, page };
}

describe('the range that a person draws', () => {
  it('goes on from the cell with the tab stop, with the cells that were added before', () => {
    const { range, page } = rangeOverCells();
    range.begin({ line: 0, column: 0 });
    range.commit();
    range.toggle({ line: 1, column: 1 });
    range.commit();
    range.standOn({ line: 1, column: 1 });
    range.extend({ line: 2, column: 1 });
    range.commit();
    expect(writeCells(page.selected)).toEqual([
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'y'],
    ]);
  });

  it('brings no cell back that the page has unselected', () => {
    const { range, page } = rangeOverCells();
    range.begin({ line: 0, column: 0 });
    range.commit();
    range.toggle({ line: 1, column: 1 });
    range.commit();
    page.selected = noCells;
    range.extend({ line: 2, column: 1 });
    range.commit();
    expect(writeCells(page.selected)).toEqual([]);
    range.standOn({ line: 1, column: 1 });
    range.extend({ line: 2, column: 1 });
    range.commit();
    expect(writeCells(page.selected)).toEqual([
      ['b', 'y'],
      ['c', 'y'],
    ]);
  });
});
