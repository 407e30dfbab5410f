import { expect, it } from 'vitest';
import { readDriversSearch, readProfilesSearch } from './search.ts';

it('an address is read; what it says wrongly counts as not said', () => {
  expect(readDriversSearch({ tab: 'scheduled', q: 'intel', status: ['approved'], sort: '-name' })).toEqual({
    tab: 'scheduled',
    q: 'intel',
    status: ['approved'],
    sort: '-name',
  });
  const mangled = readDriversSearch({
    tab: 'nowhere',
    status: 'approved',
    class: [1],
    driver: {},
    approve: 'x',
  });
  expect(Object.values(mangled).filter((value) => value !== undefined)).toEqual([]);
  expect(mangled).not.toHaveProperty('approve');
});

it('a search for a number stays a text, although the address holds it as a number', () => {
  expect(readProfilesSearch({ q: 2024 })).toMatchObject({ q: '2024' });
  expect(readDriversSearch({ q: 2024 })).toMatchObject({ q: '2024' });
});

it('an address from before the tabs were statuses leads to the same drivers', () => {
  expect(readDriversSearch({ tab: 'recommended' })).toMatchObject({ tab: 'all', category: ['recommended'] });
  expect(readDriversSearch({ tab: 'other', q: 'intel' })).toMatchObject({
    tab: 'all',
    q: 'intel',
    category: ['previouslyApproved', 'other'],
  });
  expect(readDriversSearch({ status: ['approved'] })).toMatchObject({ tab: 'all', status: ['approved'] });
  expect(readDriversSearch({ status: [] }).tab).toBeUndefined();
});
