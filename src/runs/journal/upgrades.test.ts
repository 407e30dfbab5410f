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
