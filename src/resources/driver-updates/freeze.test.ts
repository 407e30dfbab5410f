import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFreezes, type Freeze, freeDay, freezeOn } from './freeze.ts';

const yearEnd: Freeze = {
  id: '1',
  name: 'Year end',
  when: { kind: 'range', from: '2026-12-18', to: '2027-01-03' },
  profileIds: null,
};
const weekends: Freeze = {
  id: '2',
  name: 'Weekends',
  when: { kind: 'weekly', weekdays: [6, 7] },
  profileIds: ['broad', 'finance'],
};
const always: Freeze = { ...weekends, id: '3', when: { kind: 'weekly', weekdays: [1, 2, 3, 4, 5, 6, 7] } };

let stored: string | null;

beforeEach(() => {
  stored = null;
  vi.stubGlobal('localStorage', {
    getItem: () => stored,
    setItem: (_key: string, value: string) => {
      stored = value;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what this browser keeps', () => {
  it('is there again', () => {
    createFreezes('dana').set({ freezes: [yearEnd, weekends] });
    expect(createFreezes('dana').get()).toEqual({ freezes: [yearEnd, weekends] });
  });

  it('has an end', () => {
    stored = JSON.stringify({ freezes: Array(120).fill(yearEnd) });
    expect(createFreezes('dana').get().freezes).toHaveLength(100);
  });

  it('is nothing where it is no list', () => {
    stored = '{"freezes":{}}';
    expect(createFreezes('dana').get()).toEqual({ freezes: [] });
  });

  it.each([
    ['no freeze', 'x'],
    ['no name', { ...yearEnd, name: ' ' }],
    ['no such day', { ...yearEnd, when: { kind: 'range', from: '2026-02-30', to: '2026-12-31' } }],
    [
      'a day in other words',
      { ...yearEnd, when: { kind: 'range', from: '+002026-12-18', to: '2026-12-31' } },
    ],
    [
      'a range that ends before it begins',
      { ...yearEnd, when: { kind: 'range', from: '2027-01-03', to: '2026-12-18' } },
    ],
    ['no weekday', { ...weekends, when: { kind: 'weekly', weekdays: [] } }],
    ['a day that no week has', { ...weekends, when: { kind: 'weekly', weekdays: [0] } }],
    ['half a day', { ...weekends, when: { kind: 'weekly', weekdays: [1.5] } }],
    ['another kind', { ...yearEnd, when: { kind: 'monthly' } }],
    ['a profile without an id', { ...yearEnd, profileIds: [''] }],
  ])('is left out where it is none: %s', (_what, freeze) => {
    stored = JSON.stringify({ freezes: [freeze, weekends] });
    expect(createFreezes('dana').get().freezes).toEqual([weekends]);
  });
});

describe('a day', () => {
  it.each([
    ['2026-12-17', 'pilot', undefined],
    ['2026-12-18', 'pilot', yearEnd],
    ['2027-01-03', 'pilot', yearEnd],
    ['2027-01-04', 'pilot', undefined],
    ['2026-12-05', 'broad', weekends],
    ['2026-12-05', 'pilot', undefined],
    ['2026-12-07', 'broad', undefined],
  ])('%s is frozen for %s or not', (day, profileId, freeze) => {
    expect(freezeOn([yearEnd, weekends], profileId, day)).toBe(freeze);
  });

  it('is put off until no freeze covers it', () => {
    const freezes = [yearEnd, weekends];
    expect(freeDay(freezes, 'pilot', '2026-12-17')).toEqual({ day: '2026-12-17', after: [] });
    expect(freeDay(freezes, 'pilot', '2026-12-20')).toEqual({ day: '2027-01-04', after: [yearEnd] });
    const until = { ...yearEnd, when: { kind: 'range', from: '2026-12-28', to: '2027-01-01' } } as const;
    expect(freeDay([until, weekends], 'broad', '2026-12-30')).toEqual({
      day: '2027-01-04',
      after: [until, weekends],
    });
  });

  it('is never free where a freeze never ends', () => {
    expect(freeDay([always], 'broad', '2026-12-17')).toBeUndefined();
    expect(freeDay([always], 'pilot', '2026-12-17')).toEqual({ day: '2026-12-17', after: [] });
  });
});
