import { expect, it } from 'vitest';
import { isSameSearch, type KeptView, withView } from './kept-views.ts';

const viewOf = (name: string, search: KeptView['search'] = {}): KeptView => ({ name, search, columns: {} });

it('a view of the same name gives way, and names are in the order in which people count', () => {
  const views = withView([viewOf('Ring 2'), viewOf('Ring 10')], viewOf('Ring 1'));
  expect(views.map(({ name }) => name)).toEqual(['Ring 1', 'Ring 2', 'Ring 10']);
  const replaced = withView(views, viewOf('Ring 2', { q: 'bios' }));
  expect(replaced).toHaveLength(3);
  expect(replaced[1]?.search).toEqual({ q: 'bios' });
});

it('a list is asked the same whatever the order of the parameters', () => {
  expect(isSameSearch({ q: 'a', sort: 'b' }, { sort: 'b', q: 'a', status: undefined })).toBe(true);
  expect(isSameSearch({ q: 'a' }, { q: 'a', status: ['x'] })).toBe(false);
  expect(isSameSearch({ status: ['x', 'y'] }, { status: ['y', 'x'] })).toBe(false);
});
