import { describe, expect, it } from 'vitest';
import { paginate, pick, QueryRefused, readShape } from './query.ts';

const items = Array.from({ length: 7 }, (_, index) => index);
const address = 'http://localhost:5001/beta/things';
const page = (query: string, largest = 3) => paginate(items, new URLSearchParams(query), address, largest);

describe('paginate', () => {
  it('follows its own links to the end, each item once', () => {
    const seen: number[] = [];
    let query = "$filter=a eq 'b%26c'";
    for (let guard = 0; guard < 10; guard += 1) {
      const { items: part, nextLink } = page(query);
      seen.push(...part);
      if (nextLink === undefined) break;
      const link = new URL(nextLink);
      expect(link.searchParams.get('$filter')).toBe("a eq 'b&c'");
      expect(nextLink.lastIndexOf('&')).toBe(nextLink.indexOf('&$skiptoken='));
      query = link.search;
    }
    expect(seen).toEqual(items);
  });

  it('takes $top as the size of a page, up to the largest', () => {
    expect(page('$top=2').items).toEqual([0, 1]);
    expect(page('top=2').nextLink).toContain('$skiptoken=');
    expect(page('$top=500').items).toHaveLength(3);
    expect(page('$top=0')).toEqual({ items: [], nextLink: undefined });
  });

  it('begins where $skip says, and its links go on from there', () => {
    const first = page('$skip=2');
    expect(first.items).toEqual([2, 3, 4]);
    const link = new URL(first.nextLink ?? '');
    expect(link.searchParams.has('$skip')).toBe(false);
    expect(page(link.search)).toEqual({ items: [5, 6], nextLink: undefined });
    expect(page('skip=9').items).toEqual([]);
  });

  it.each(['$top=-1', '$top=many', '$skip=abc', '$skiptoken=nonsense'])('refuses %s', (query) => {
    expect(() => page(query)).toThrow(QueryRefused);
  });
});

describe('readShape and pick', () => {
  const shapeOf = (query: string) => readShape(new URLSearchParams(query), ['id', 'name'], ['children']);

  it('keeps what is selected or expanded', () => {
    const entity = { id: 1, name: 'x', children: [] };
    expect(pick(entity, shapeOf('$select=NAME'))).toEqual({ name: 'x' });
    expect(pick(entity, shapeOf('$select=id&$expand=children'))).toEqual({ id: 1, children: [] });
    expect(pick(entity, shapeOf(''))).toBe(entity);
  });

  it('refuses what does not exist', () => {
    expect(() => shapeOf('$select=installCount')).toThrow(QueryRefused);
    expect(() => shapeOf('$expand=name')).toThrow(QueryRefused);
  });
});
