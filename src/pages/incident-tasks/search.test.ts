import { describe, expect, it } from 'vitest';
import { readTasksSearch } from './search.ts';

describe('readTasksSearch', () => {
  it('takes what the page writes', () => {
    const search = {
      q: 'fin',
      group: 'none',
      severity: ['high'],
      status: ['open', 'inProgress'],
      actionStatus: ['notStarted'],
      type: ['isolateDevice'],
      source: ['defenderExpertsGuidedResponse'],
      sort: '-created',
      task: '213213',
    };
    expect(readTasksSearch(search)).toEqual(search);
  });

  it('takes what is wrong as not said, and keeps the rest', () => {
    const search = { q: {}, group: 'device', status: 'open', type: [1], sort: 'title' };
    expect(readTasksSearch(search)).toEqual({
      q: undefined,
      group: undefined,
      status: undefined,
      type: undefined,
      sort: 'title',
    });
  });

  it('takes an id that the router read as a number', () => {
    expect(readTasksSearch({ task: 213213, q: 2972395 })).toEqual({ task: '213213', q: '2972395' });
  });

  it('drops parameters of other pages', () => {
    expect(readTasksSearch({ tab: 'all', q: 'x' })).toEqual({ q: 'x' });
  });
});
