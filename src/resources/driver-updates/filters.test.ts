import { describe, expect, it } from 'vitest';
import { passing } from '../../ui/list-page/filters.ts';
import type { Conflict } from './conflicts.ts';
import { type FilterFacts, noValue, searchUpdates, updateFilters } from './filters.ts';
import { keyOf, mergedOf } from './test-fleet.ts';

const now = 100;
const { updates, columns, byName } = mergedOf({
  a: {
    facts: { name: 'Intel BIOS', version: '1.2', manufacturer: 'Intel', driverClass: 'Firmware' },
    in: { pilot: { approvalStatus: 'approved', deployDateTime: 50 }, broad: { approvalStatus: 'declined' } },
  },
  b: {
    facts: { name: 'Realtek Audio', version: '3.4', manufacturer: 'Realtek', driverClass: '' },
    in: {
      pilot: { approvalStatus: 'approved', deployDateTime: 150 },
      early: { approvalStatus: 'approved', deployDateTime: 160 },
    },
  },
  c: { facts: { name: 'Audio', version: '5', manufacturer: '', driverClass: 'Sound' }, in: { broad: {} } },
});
const nameOf = new Map(Object.entries(byName).map(([name, { id }]) => [id, name]));
const conflict: Conflict = { kind: 'order', offering: ['pilot'], holding: ['broad'], groupIds: [] };
const facts: FilterFacts = {
  conflictsOf: (update) => (update === byName.a ? [conflict] : []),
  newIds: new Set([keyOf('b')]),
  now,
};

function found(chosen: Readonly<Record<string, readonly string[]>>, others: Partial<FilterFacts> = {}) {
  const filters = updateFilters({ ...facts, ...others });
  const passes = passing(
    filters,
    filters.map(({ id }) => chosen[id] ?? []),
  );
  // Twice, as the states are found once.
  const twice = [1, 2].map(() => updates.filter((update) => passes?.(update) ?? true));
  expect(twice[0]).toEqual(twice[1]);
  return (twice[0] ?? []).map(({ id }) => nameOf.get(id));
}

describe('driver updates are filtered', () => {
  it.each([
    ['by a state in any profile', { state: ['declined'] }, ['a']],
    ['by a date that is still to come', { state: ['scheduled'] }, ['b']],
    ['by one of several states', { state: ['declined', 'needsReview'] }, ['a', 'c']],
    ['by conflicts', { conflict: ['yes'] }, ['a']],
    ['by firmware', { firmware: ['yes'] }, ['a']],
    ['by what is new', { new: ['yes'] }, ['b']],
    ['by class', { class: ['Sound', noValue] }, ['b', 'c']],
    ['by manufacturer', { manufacturer: ['Intel', noValue] }, ['a', 'c']],
    ['by several at once', { firmware: ['yes'], state: ['approved'] }, ['a']],
    ['not at all', {}, ['a', 'b', 'c']],
  ])('%s', (_how, chosen, expected) => {
    expect(found(chosen)).toEqual(expected);
  });

  it('by their states in some profiles alone', () => {
    const within = { columns, profileIds: ['pilot', 'early'] };
    expect(found({ state: ['declined'] }, { within })).toEqual([]);
    expect(found({ state: ['approved'] }, { within })).toEqual(['a']);
  });

  it('with states in words', () => {
    const [state] = updateFilters(facts);
    expect(state?.labelOf?.('suspended')).toBe('Paused');
    expect(state?.labelOf?.('quarantined')).toBe('quarantined');
    expect(state?.known).toContain('needsReview');
  });
});

describe('driver updates are searched', () => {
  it.each([
    ['audio', ['b', 'c']],
    ['AUDIO realtek', ['b']],
    ['1.2 firmware', ['a']],
    [`${keyOf('c').slice(0, 9)}`, ['c']],
    ['3.45', []],
  ])('for all words, anywhere: %s', (search, expected) => {
    const passes = searchUpdates(search);
    // Twice, as each text is made once.
    for (let times = 0; times < 2; times += 1) {
      expect(updates.filter((update) => passes?.(update)).map(({ id }) => nameOf.get(id))).toEqual(expected);
    }
  });

  it('for nothing', () => {
    expect(searchUpdates('  ')).toBeUndefined();
  });

  it('without a key too', () => {
    const [update] = updates;
    expect(update && searchUpdates('bios')?.({ ...update, key: undefined })).toBe(true);
  });
});
