import { describe, expect, it } from 'vitest';
import type { Sort } from './row-model.ts';
import { nextSort, orderAsGiven, orderByRank, orderTexts, rankGroups, rankRows } from './sort-order.ts';

type Value = string | number | null;

function sorted(values: readonly Value[], direction: Sort['direction'] = 'ascending'): readonly Value[] {
  const ranking = rankRows(values, (value) => value);
  return [...orderByRank(orderAsGiven(values.length), ranking, direction)].map((at) => values[at] ?? null);
}

describe('sorting by rank', () => {
  it('sorts numbers by size, also negative ones and zero', () => {
    expect(sorted([10, -3, 9, 0, 2.5])).toEqual([-3, 0, 2.5, 9, 10]);
  });

  it('sorts texts as people do: case apart, numbers by size', () => {
    expect(sorted(['v10.2', 'V9.1', 'v9.10', 'v9.2'])).toEqual(['V9.1', 'v9.2', 'v9.10', 'v10.2']);
  });

  it.each(['ascending', 'descending'] as const)('puts null and NaN last when %s', (direction) => {
    const order = orderByRank(
      orderAsGiven(4),
      rankRows<Value>([null, 2, Number.NaN, 1], (value) => value),
      direction,
    );
    expect([...order].slice(2)).toEqual([0, 2]);
  });

  it.each(['ascending', 'descending'] as const)('keeps equal rows in their order when %s', (direction) => {
    const rows = ['b', 'a', 'b', 'a', 'b'];
    const order = orderByRank(
      orderAsGiven(5),
      rankRows(rows, (row) => row),
      direction,
    );
    const of = (text: string) => [...order].filter((at) => rows[at] === text);
    expect(of('a')).toEqual([1, 3]);
    expect(of('b')).toEqual([0, 2, 4]);
  });

  it('orders an order that is already sorted within equal ranks', () => {
    const rows = [
      { group: 'b', size: 1 },
      { group: 'a', size: 2 },
      { group: 'b', size: 0 },
      { group: 'a', size: 1 },
    ];
    const bySize = orderByRank(
      orderAsGiven(4),
      rankRows(rows, ({ size }) => size),
      'ascending',
    );
    const byGroup = orderByRank(
      bySize,
      rankRows(rows, ({ group }) => group),
      'ascending',
    );
    expect([...byGroup]).toEqual([3, 1, 2, 0]);
  });

  it('sorts no rows', () => {
    expect(sorted([])).toEqual([]);
  });
});

describe('orderTexts', () => {
  const collator = new Intl.Collator(undefined, { numeric: true });

  it.each([
    ['accents', ['Zürich', 'Zug', 'Éclair', 'eclipse', 'Ångström', 'apple']],
    ['punctuation', ['a-b', 'a b', 'a_b', 'ab', 'a.b', '(a)', '#1', '-1']],
    ['scripts', ['Ω', 'я', 'あ', 'z', '中', 'א']],
    ['numbers', ['a10', 'a9', 'a010', 'a1000000000000000000000', 'a2']],
    ['nothing', ['', ' ', 'a']],
  ])('agrees with the collator on %s', (_, texts) => {
    expect(orderTexts(texts).map((index) => texts[index])).toEqual([...texts].sort(collator.compare));
  });
});

describe('nextSort', () => {
  it('goes from ascending to descending to none', () => {
    const first = nextSort(undefined, 'name');
    const second = nextSort(first, 'name');
    expect(first).toEqual({ column: 'name', direction: 'ascending' });
    expect(second).toEqual({ column: 'name', direction: 'descending' });
    expect(nextSort(second, 'name')).toBeUndefined();
  });

  it('starts over with another column', () => {
    expect(nextSort({ column: 'name', direction: 'descending' }, 'size')).toEqual({
      column: 'size',
      direction: 'ascending',
    });
  });
});

describe('rankGroups', () => {
  const rows = ['b2', 'a10', 'c1', 'a9', 'b1'];
  const groupOf = (row: string) => ({ id: row.charAt(0), label: row.charAt(0) });
  const orderOf = (compare?: Parameters<typeof rankGroups>[2]) =>
    [...orderByRank(orderAsGiven(rows.length), rankGroups(rows, groupOf, compare), 'ascending')].map(
      (index) => rows[index],
    );

  it('keeps the rows of a group together, in the order in which they came', () => {
    expect(orderOf()).toEqual(['a10', 'a9', 'b2', 'b1', 'c1']);
  });

  it('follows the order that is asked for, and keeps groups apart that it calls equal', () => {
    expect(orderOf((a, b) => b.id.localeCompare(a.id))).toEqual(['c1', 'b2', 'b1', 'a10', 'a9']);
    expect(orderOf(() => 0)).toEqual(['a10', 'a9', 'b2', 'b1', 'c1']);
  });
});
