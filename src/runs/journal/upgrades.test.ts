import { describe, expect, it } from 'vitest';
import { itemOf, runOf, stepOf } from '../test-runs.ts';
import { readEvent, readRun, schemaVersion, toRecord } from './records.ts';
import { upgrade, upgrades } from './upgrades.ts';

/** Adds to a record which version it has become, and what it was taken for. */
const stepTo = (version: number) => ({
  run: (record: unknown) => `${String(record)} run${version}`,
  event: (record: unknown) => `${String(record)} event${version}`,
});
const table = { 1: stepTo(2), 2: stepTo(3) };

describe('a record of an older shape', () => {
  it.each([
    [1, '1 run2 run3', '1 event2 event3'],
    [2, '2 run3', '2 event3'],
    [3, '3', '3'],
    [4, undefined, undefined],
    [0, undefined, undefined],
    [-1, undefined, undefined],
    [1.5, undefined, undefined],
    [Number.NaN, undefined, undefined],
  ])('of version %s, read by version 3: %s, %s', (from, run, event) => {
    expect(upgrade('run', `${from}`, from, table, 3)).toBe(run);
    expect(upgrade('event', `${from}`, from, table, 3)).toBe(event);
  });

  it('that nobody knows how to bring up is not read', () => {
    expect(upgrade('run', '1', 1, { 2: table[2] }, 3)).toBeUndefined();
    expect(upgrade('run', '1', 1, { 1: table[1] }, 3)).toBeUndefined();
  });

  it('that is too damaged to be brought up is not read, and keeps no other from it', () => {
    const strict = {
      run: () => {
        throw new TypeError('there are no steps');
      },
      event: () => 'read',
    };
    expect(upgrade('run', '1', 1, { 1: strict }, 2)).toBeUndefined();
    expect(upgrade('event', '1', 1, { 1: strict }, 2)).toBe('read');
  });

  it('of this version is taken as it is, and one of the next is not', () => {
    expect(upgrade('run', 'now', schemaVersion)).toBe('now');
    expect(upgrade('event', 'next', schemaVersion + 1)).toBeUndefined();
  });
});

it('every version before this one has a way to it', () => {
  expect(Object.keys(upgrades)).toEqual(
    Array.from({ length: schemaVersion - 1 }, (_, index) => `${index + 1}`),
  );
  const run = runOf([stepOf('1', [itemOf('a')])]);
  expect(readRun(upgrade('run', toRecord(run), 1))).toEqual(run);
  expect(readEvent(upgrade('event', { kind: 'cancelled' }, 1))).toEqual({ kind: 'cancelled' });
});

describe('what version 1 told by its words', () => {
  it.each([
    ['It was so already', 'alreadySo'],
    ['Left to a later run', 'later'],
    ['Refused for now; read again: nothing was changed', 'refusedForNow'],
    ['Cancelled before it was sent', null],
  ] as const)('is a code from version 2 on: %s', (reason, left) => {
    const { left: _, ...item } = itemOf('a', { phase: 'settled', outcome: 'skipped', reason });
    const { follows: __, mustType: ___, ...run } = runOf([]);
    const old = { ...run, steps: [{ ...stepOf('1', []), items: [item] }] };
    expect(readRun(upgrade('run', old, 1))).toEqual(runOf([stepOf('1', [{ ...item, left }])]));
    const result = { id: 'a', phase: 'settled', outcome: 'skipped', reason } as const;
    expect(readEvent(upgrade('event', { kind: 'items', stepId: '1', results: [result] }, 1))).toEqual({
      kind: 'items',
      stepId: '1',
      results: [left === null ? result : { ...result, left }],
    });
  });

  it.each([
    null,
    5,
    'text',
    {},
    { ...runOf([]), steps: 5 },
    { ...runOf([]), steps: [null] },
    { ...runOf([]), steps: [{ ...stepOf('1', []), items: 5 }] },
    { kind: 'items', stepId: '1' },
    { kind: 'items', stepId: '1', results: [null] },
  ])('is no run and no event where it is damaged: %j', (record) => {
    expect(readRun(upgrade('run', record, 1))).toBeUndefined();
    expect(readEvent(upgrade('event', record, 1))).toBeUndefined();
  });
});
