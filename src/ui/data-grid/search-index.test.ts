import { describe, expect, it, vi } from 'vitest';
import type { Column } from './row-model.ts';
import { createSearchIndex } from './search-index.ts';

interface Row {
  readonly name: string;
}

function columnsThatCount() {
  const text = vi.fn(({ name }: Row) => name);
  const columns: readonly Column<Row>[] = [{ id: 'name', header: 'Name', width: 100, text }];
  return { columns, text };
}

const rows = ['A', 'B', 'C'].map((name): Row => ({ name }));

describe('createSearchIndex', () => {
  it('makes each text once', () => {
    const { columns, text } = columnsThatCount();
    const index = createSearchIndex<Row>();
    index.texts(rows, columns);
    expect(index.texts(rows, columns)).toEqual(['a\n', 'b\n', 'c\n']);
    expect(text).toHaveBeenCalledTimes(3);
  });

  it('makes only the texts of new rows when a page is added', () => {
    const { columns, text } = columnsThatCount();
    const index = createSearchIndex<Row>();
    index.texts(rows, columns);
    expect(index.texts([...rows, { name: 'D' }], columns)).toEqual(['a\n', 'b\n', 'c\n', 'd\n']);
    expect(text).toHaveBeenCalledTimes(4);
  });

  it('follows rows that change in the middle and rows that go', () => {
    const { columns, text } = columnsThatCount();
    const index = createSearchIndex<Row>();
    index.texts(rows, columns);
    expect(index.texts([...rows.slice(0, 1), { name: 'X' }, ...rows.slice(2)], columns)).toEqual([
      'a\n',
      'x\n',
      'c\n',
    ]);
    expect(text).toHaveBeenCalledTimes(4);
    expect(index.texts(rows.slice(0, 1), columns)).toEqual(['a\n']);
  });

  it('starts over with other columns', () => {
    const index = createSearchIndex<Row>();
    index.texts(rows, columnsThatCount().columns);
    const shout: readonly Column<Row>[] = [
      { id: 'name', header: 'Name', width: 100, text: ({ name }) => `${name}!` },
    ];
    expect(index.texts(rows, shout)).toEqual(['a!\n', 'b!\n', 'c!\n']);
  });

  it('prepares ahead within its budget, and goes on where it stopped', () => {
    const { columns, text } = columnsThatCount();
    const many = Array.from({ length: 450 }, (_, at): Row => ({ name: String(at) }));
    const index = createSearchIndex<Row>();
    expect(index.prepare(many, columns, 0)).toBe(false);
    expect(text).not.toHaveBeenCalled();
    expect(index.prepare(many, columns, Number.POSITIVE_INFINITY)).toBe(true);
    index.texts(many, columns);
    expect(text).toHaveBeenCalledTimes(450);
  });
});
