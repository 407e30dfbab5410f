import { expect, it } from 'vitest';
import { idInAddress, idOfAddress, readIncidentsSearch } from './search.ts';

it('what an address says wrongly counts as not said', () => {
  expect(readIncidentsSearch({ show: 'all', tab: 'alerts', task: 213, q: 'pc' })).toEqual({
    show: 'all',
    tab: 'alerts',
    task: '213',
    q: 'pc',
  });
  expect(readIncidentsSearch({ show: 'some', tab: 7, severity: 'high' })).toEqual({});
});

it('tasks without an incident have an address', () => {
  for (const id of ['', '2972395']) expect(idOfAddress(idInAddress(id))).toBe(id);
  expect(idOfAddress(undefined)).toBeUndefined();
});
