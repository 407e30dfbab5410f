import { describe, expect, it } from 'vitest';
import { columnsBetween, drawsInSight, placeColumns, sizeColumns } from './column-layout.ts';
import type { Measured } from './fit-columns.ts';
import type { Column } from './row-model.ts';

function column(id: string, rest: Partial<Column<string>> = {}): Column<string> {
  return { id, header: id, width: 100, text: (row) => row, ...rest };
}

const columns = [
  column('name', { width: 300 }),
  column('maker'),
  column('state', { keep: true, minWidth: 90 }),
];
const unset = { chosen: new Map<string, number>(), measured: new Map<string, Measured>() };
const wide = { narrow: false, twoLines: false, selects: true };
const narrow = { ...wide, narrow: true };
const twoLines = { ...narrow, twoLines: true };

describe('placeColumns', () => {
  it('counts the checkboxes as the first column', () => {
    expect(placeColumns(columns, wide).map(({ colIndex }) => colIndex)).toEqual([2, 3, 4]);
    expect(placeColumns(columns, { ...wide, selects: false }).map(({ colIndex }) => colIndex)).toEqual([
      1, 2, 3,
    ]);
  });

  it('keeps the first column and those to keep when narrow, under their own numbers', () => {
    const placed = placeColumns(columns, narrow);
    expect(placed.map(({ column: { id }, colIndex }) => [id, colIndex])).toEqual([
      ['name', 2],
      ['state', 4],
    ]);
    expect(placed.map(({ style }) => style.gridColumn)).toEqual([2, 3]);
  });

  it('gives the first cell a line of its own, above the others', () => {
    expect(placeColumns(columns, twoLines).map(({ style }) => style)).toEqual([
      { gridColumn: '2 / -1', gridRow: 1 },
      { gridColumn: 2, gridRow: 2 },
    ]);
  });

  it('leaves out columns that do not fit, and keeps the numbers of the others', () => {
    const fitting = columns.filter(({ id }) => id !== 'maker');
    expect(
      placeColumns(columns, wide, fitting).map(({ column: { id }, colIndex }) => [id, colIndex]),
    ).toEqual([
      ['name', 2],
      ['state', 4],
    ]);
  });

  it('pins the first of many columns, and draws only those in sight', () => {
    const many = Array.from({ length: 60 }, (_, index) => column(String(index)));
    expect(drawsInSight(many, wide)).toBe(true);
    expect(drawsInSight(many, narrow)).toBe(false);
    expect(placeColumns(many, wide).filter(({ sticky }) => sticky)).toHaveLength(1);
  });
});

describe('sizeColumns', () => {
  it('lets the first column take some of the room that is left over, and leaves the rest at the end', () => {
    const { template, least } = sizeColumns(placeColumns(columns, wide), wide, unset, 1000);
    expect(template).toBe('50px minmax(300px, 480px) 100px 100px minmax(0, 1fr)');
    expect(least).toBe(566);
  });

  it('gives all of it to the column that grows, which gives way first', () => {
    const growing = [
      column('name', { width: 300 }),
      column('why', { width: 200, minWidth: 90, grows: true }),
    ];
    const measured = new Map([
      ['name', { first: 300, least: 300, wanted: 400 }],
      ['why', { first: 200, least: 200, wanted: 480 }],
    ]);
    const templateIn = (room: number, chosen = unset.chosen) =>
      sizeColumns(placeColumns(growing, wide), wide, { chosen, measured }, room).template;
    expect(templateIn(1000)).toBe('50px 400px minmax(480px, 1fr)');
    expect(templateIn(500)).toBe('50px 355px minmax(145px, 1fr)');
    expect(templateIn(1000, new Map([['why', 250]]))).toBe('50px minmax(400px, 480px) 250px minmax(0, 1fr)');
  });

  it('gives columns what their content wants where there is room, and what they need where there is none', () => {
    const measured = new Map([
      ['name', { first: 200, least: 200, wanted: 300 }],
      ['maker', { first: 100, least: 100, wanted: 200 }],
    ]);
    const placed = placeColumns(columns, wide);
    const templateIn = (room: number) => sizeColumns(placed, wide, { ...unset, measured }, room).template;
    expect(templateIn(700)).toBe('50px minmax(300px, 480px) 200px 100px minmax(0, 1fr)');
    expect(templateIn(500)).toBe('50px minmax(250px, 480px) 150px 100px minmax(0, 1fr)');
    expect(templateIn(300)).toBe('50px minmax(200px, 480px) 100px 100px minmax(0, 1fr)');
  });

  it('leaves that room empty once a person has sized the first column', () => {
    const { template, least } = sizeColumns(
      placeColumns(columns, wide),
      wide,
      {
        ...unset,
        chosen: new Map([['name', 200]]),
      },
      1000,
    );
    expect(template).toBe('50px 200px 100px 100px minmax(0, 1fr)');
    expect(least).toBe(466);
  });

  it('shares the width when narrow, down to the least widths', () => {
    const { template, least } = sizeColumns(
      placeColumns(columns, narrow),
      narrow,
      {
        ...unset,
        chosen: new Map([['name', 900]]),
      },
      400,
    );
    expect(template).toBe('50px minmax(64px, 300fr) minmax(90px, 100fr)');
    expect(least).toBe(204);
  });

  it('leaves the second of two lines to its first cell, as far as the others do', () => {
    const placed = placeColumns([...columns, column('age', { keep: true })], twoLines);
    const { template, least } = sizeColumns(placed, twoLines, unset, 300);
    expect(template).toBe('50px minmax(0, 1fr) auto');
    expect(least).toBe(50);
  });
});

describe('columnsBetween', () => {
  const widths = [100, 50, 50, 200, 100];

  it('finds the columns that touch a stretch', () => {
    expect(columnsBetween(widths, 0, 100)).toEqual([0, 0]);
    expect(columnsBetween(widths, 100, 201)).toEqual([1, 3]);
    expect(columnsBetween(widths, 199, 250)).toEqual([2, 3]);
  });

  it('stays within the columns', () => {
    expect(columnsBetween(widths, -200, 9000)).toEqual([0, 4]);
    expect(columnsBetween(widths, 9000, 9900)).toEqual([4, 4]);
  });
});
