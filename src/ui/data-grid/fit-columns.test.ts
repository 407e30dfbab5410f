import { describe, expect, it } from 'vitest';
import { columnsThatFit, measureAgain, shareRoom } from './fit-columns.ts';
import type { Column } from './row-model.ts';

const column = (id: string, priority?: 2 | 3 | 4): Column<string> => ({
  id,
  header: id,
  width: 100,
  text: (row) => row,
  ...(priority && { priority }),
});
const columns = [
  column('name'),
  column('status'),
  column('maker', 3),
  column('class', 3),
  column('devices', 2),
];
const shownIn = (room: number) => columnsThatFit(columns, room, ({ width }) => width).map(({ id }) => id);

describe('the columns that fit', () => {
  it('are all of them where there is room', () => {
    expect(shownIn(500)).toEqual(['name', 'status', 'maker', 'class', 'devices']);
  });

  it('lose the least important one first, the last of equals', () => {
    expect(shownIn(499)).toEqual(['name', 'status', 'maker', 'devices']);
    expect(shownIn(399)).toEqual(['name', 'status', 'devices']);
    expect(shownIn(299)).toEqual(['name', 'status']);
  });

  it('keep one that a person has chosen, in place of others', () => {
    const chosen = new Map([
      ['class', true],
      ['maker', false],
    ]);
    const shown = columnsThatFit(columns, 300, ({ width }) => width, chosen);
    expect(shown.map(({ id }) => id)).toEqual(['name', 'status', 'class']);
  });

  it('never lose the first one, nor one without a priority', () => {
    expect(shownIn(0)).toEqual(['name', 'status']);
    expect(columnsThatFit([column('name', 4), column('other', 4)], 0, ({ width }) => width)).toHaveLength(1);
  });
});

describe('the room that is left', () => {
  const needs = [
    { least: 100, wanted: 400 },
    { least: 100, wanted: 110 },
    { least: 100, wanted: 300 },
  ];

  it('goes first to the column that wants least more, and is shared by those that want much', () => {
    expect(shareRoom(needs, 310)).toEqual([104, 103, 103]);
    expect(shareRoom(needs, 410)).toEqual([150, 110, 150]);
    expect(shareRoom(needs, 1000)).toEqual([400, 110, 300]);
  });

  it('takes nothing from the least, where there is none', () => {
    expect(shareRoom(needs, 200)).toEqual([100, 100, 100]);
  });
});

describe('a column that is measured again', () => {
  const before = { first: 200, least: 150, wanted: 300 };

  it('keeps for good what decided whether it fits', () => {
    expect(measureAgain(undefined, { least: 200, wanted: 300 }, true)).toEqual({ ...before, least: 200 });
    expect(measureAgain(before, { least: 120, wanted: 130 }, true)).toMatchObject({ first: 200 });
  });

  it('only grows while the same rows are asked for', () => {
    expect(measureAgain(before, { least: 120, wanted: 130 }, false)).toEqual(before);
    expect(measureAgain(before, { least: 180, wanted: 400 }, false)).toEqual({ ...before, wanted: 400 });
  });

  it('follows other rows, and needs no more than it did at first', () => {
    expect(measureAgain(before, { least: 120, wanted: 130 }, true)).toMatchObject({
      least: 120,
      wanted: 130,
    });
    expect(measureAgain(before, { least: 250, wanted: 400 }, true)).toMatchObject({
      least: 200,
      wanted: 400,
    });
  });
});
