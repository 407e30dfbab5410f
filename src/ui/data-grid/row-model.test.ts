import { describe, expect, it } from 'vitest';
import { type Column, containsWords, filterOrder, searchText, searchWords } from './row-model.ts';
import { viewOf } from './test-view.ts';

interface Driver {
  readonly name: string;
  readonly maker: string;
  readonly count: number;
}

const columns: readonly Column<Driver>[] = [
  { id: 'name', header: 'Name', width: 100, text: ({ name }) => name },
  { id: 'maker', header: 'Maker', width: 100, text: ({ maker }) => maker },
  { id: 'count', header: 'Devices', width: 100, text: ({ count }) => String(count), searched: false },
];
const driver: Driver = { name: 'Wi-Fi 6E AX211', maker: 'Intel', count: 4711 };

describe('search', () => {
  it('needs every word, in any case, order and column', () => {
    const text = searchText(driver, columns);
    expect(containsWords(text, searchWords('INTEL ax2'))).toBe(true);
    expect(containsWords(text, searchWords('intel ax3'))).toBe(false);
  });

  it('finds everything when nothing is searched for', () => {
    expect(searchWords('  \t ')).toEqual([]);
    expect(containsWords('', [])).toBe(true);
  });

  it('leaves out columns that are not searched', () => {
    expect(containsWords(searchText(driver, columns), ['4711'])).toBe(false);
  });

  it('does not find a word across two columns', () => {
    expect(containsWords(searchText(driver, columns), ['ax211intel'])).toBe(false);
  });

  it('[M11] takes the characters of a regular expression as they are', () => {
    expect(containsWords('intel(r) wi-fi', searchWords('intel(r)'))).toBe(true);
    expect(containsWords('intel wi-fi', searchWords('.*'))).toBe(false);
  });
});

describe('filterOrder', () => {
  it('keeps the order of what passes', () => {
    const order = Uint32Array.of(4, 2, 0, 3, 1);
    expect([...filterOrder(order, (index) => index % 2 === 0)]).toEqual([4, 2, 0]);
  });
});

describe('a view', () => {
  const view = viewOf(['a', 'b', 'c'], [2, 0]);

  it('counts all rows and those that match', () => {
    expect(view).toMatchObject({ total: 3, matching: 2, shown: 2, changed: 0 });
  });

  it('reads rows in shown order', () => {
    expect([view.at(0), view.at(1)]).toEqual(['c', 'a']);
  });

  it('refuses a position that is not shown', () => {
    expect(() => view.at(2)).toThrow(RangeError);
    expect(() => view.at(-1)).toThrow(RangeError);
  });
});
