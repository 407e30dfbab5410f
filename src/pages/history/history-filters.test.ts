import { expect, it } from 'vitest';
import { resultsIn, type Surroundings } from '../../run-panel/history/rules.ts';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { choicesOf } from '../../ui/list-page/filter-choices.ts';
import { passing } from '../../ui/list-page/filters.ts';
import { historyFilters } from './history-filters.ts';
import { type HistorySearch, readHistorySearch } from './search.ts';

const withOutcomes = (id: string, ...outcomes: readonly (Outcome | null)[]) =>
  runOf(
    [
      stepOf(
        '1',
        outcomes.map((outcome, index) =>
          itemOf(String(index), { outcome, phase: outcome === null ? 'planned' : 'settled' }),
        ),
      ),
    ],
    {
      id,
      state: 'done',
    },
  );
const runs = [withOutcomes('a', 'failed', 'confirmed', 'confirmed'), withOutcomes('b', 'confirmed', null)];
const nowhere: Surroundings = { elsewhere: new Set(), busy: new Set(), results: resultsIn(runs) };

it('runs are found by one of their results, and by their state', () => {
  const match = (search: HistorySearch, around = nowhere) => {
    const filters = historyFilters(around);
    const passes = passing(
      filters,
      filters.map(({ id }) => search[id] ?? []),
    );
    return runs.filter(passes ?? (() => true)).map(({ id }) => id);
  };
  expect(match({ outcome: ['failed', 'rejected'] })).toEqual(['a']);
  expect(match({ outcome: ['confirmed'] })).toEqual(['a', 'b']);
  expect(
    match({ outcome: ['confirmed'], state: ['elsewhere'] }, { ...nowhere, elsewhere: new Set(['b']) }),
  ).toEqual(['b']);
  expect(match({ state: ['running'] })).toEqual([]);
  expect(match({ state: ['needing'] })).toEqual(['a']);
});

it('offers what occurs or is chosen, in words where it is known, and counts runs and not items', () => {
  const choices = historyFilters(nowhere).map((filter) => choicesOf(filter, runs, ['rejected', 'made up']));
  expect(choices).toEqual([
    [
      { value: 'failed', label: 'Failed', count: 1 },
      { value: 'rejected', label: 'Rejected', count: 0 },
      { value: 'confirmed', label: 'Confirmed', count: 2 },
      { value: 'waiting', label: 'Waiting', count: 1 },
      { value: 'made up', label: 'made up', count: 0 },
    ],
    [
      { value: 'needing', label: 'Needs attention', count: 1 },
      { value: 'done', label: 'Finished', count: 2 },
      { value: 'made up', label: 'made up', count: 0 },
      { value: 'rejected', label: 'rejected', count: 0 },
    ],
  ]);
});

it('an address is read as far as it makes sense', () => {
  const search = { q: 'pen', outcome: ['failed'], state: ['paused'], sort: '-started' };
  expect(readHistorySearch(search)).toEqual(search);
  expect(readHistorySearch({ q: {}, outcome: 'failed', state: [1], tab: 'all' })).toEqual({});
  expect(readHistorySearch({ q: 213213 })).toEqual({ q: '213213' });
});
