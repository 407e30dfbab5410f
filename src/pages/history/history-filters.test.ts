import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../runs/model/run.ts';
import { itemOf, runOf, stepOf } from '../../runs/testing/test-runs.ts';
import { filterChoices, historyFilter, historyFilters } from './history-filters.ts';
import { resultsIn, type Surroundings } from './rules.ts';
import { readHistorySearch } from './search.ts';

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

describe('the filter of an address', () => {
  it('lets everything pass when nothing is chosen', () => {
    expect(historyFilter({}, nowhere)).toBeUndefined();
    expect(historyFilter({ outcome: [] }, nowhere)).toBeUndefined();
  });

  it('asks for one of the results, and for the state', () => {
    const match = (search: Parameters<typeof historyFilter>[0], around = nowhere) =>
      runs.filter(historyFilter(search, around) ?? (() => true)).map(({ id }) => id);
    expect(match({ outcome: ['failed', 'rejected'] })).toEqual(['a']);
    expect(match({ outcome: ['confirmed'] })).toEqual(['a', 'b']);
    expect(
      match({ outcome: ['confirmed'], state: ['elsewhere'] }, { ...nowhere, elsewhere: new Set(['b']) }),
    ).toEqual(['b']);
    expect(match({ state: ['running'] })).toEqual([]);
    expect(match({ state: ['needing'] })).toEqual(['a']);
  });
});

it('offers what occurs or is chosen, counts runs and not items, and ignores what it does not know', () => {
  const choices = historyFilters.map((filter) =>
    filterChoices(runs, nowhere, filter, ['rejected', 'made up']),
  );
  expect(choices).toEqual([
    [
      { value: 'failed', label: 'Failed', count: 1 },
      { value: 'rejected', label: 'Rejected', count: 0 },
      { value: 'confirmed', label: 'Confirmed', count: 2 },
      { value: 'waiting', label: 'Waiting', count: 1 },
    ],
    [
      { value: 'needing', label: 'Needs attention', count: 1 },
      { value: 'done', label: 'Finished', count: 2 },
    ],
  ]);
});

it('an address is read as far as it makes sense', () => {
  const search = { q: 'pen', outcome: ['failed'], state: ['paused'], sort: '-started' };
  expect(readHistorySearch(search)).toEqual(search);
  expect(readHistorySearch({ q: {}, outcome: 'failed', state: [1], tab: 'all' })).toEqual({});
  expect(readHistorySearch({ q: 213213 })).toEqual({ q: '213213' });
});
