import { expect, it } from 'vitest';
import { driverOf, profileOf } from '../driver-profiles/test-drivers.ts';
import { createMerger } from './merge.ts';
import { newSince } from './new-since.ts';
import { keyOf, listed, profilesOf } from './test-fleet.ts';

const was = (id: string, loadedAt: number | null) => ({
  profile: profileOf({ id }),
  loadedAt,
  drivers: () => undefined,
});

function found(
  drivers: Parameters<typeof profilesOf>[0],
  keys: readonly string[],
  profiles = [was('pilot', 1), was('early', 1)],
) {
  const { updates, columns } = createMerger().merge(profilesOf(drivers));
  return [...newSince(updates, columns, { keys: new Set(keys), profiles })];
}

it('new is what no profile listed', () => {
  const pilot = [listed('a', 'pilot'), listed('b', 'pilot')];
  expect(found({ pilot, early: [listed('a', 'early')] }, [keyOf('a')])).toEqual([keyOf('b')]);
});

it('a driver update that another profile lists now is not new', () => {
  expect(found({ early: [listed('a', 'early')] }, [keyOf('a')])).toEqual([]);
});

it('what only a profile lists that could not be loaded then may have been there', () => {
  const profiles = [was('pilot', 1), was('early', null), was('gone', null)];
  expect(found({ early: [listed('a', 'early')] }, [], profiles)).toEqual([]);
  expect(found({ early: [listed('a', 'early')], pilot: [listed('a', 'pilot')] }, [], profiles)).toEqual([
    keyOf('a'),
  ]);
});

it('what a profile lists that wasn’t there is new', () => {
  expect(found({ created: [listed('a', 'created')] }, [])).toEqual([keyOf('a')]);
});

it('drivers without a key are known by their ids', () => {
  const pilot = [driverOf({ id: 'known' }), driverOf({ id: 'unknown' })];
  expect(found({ pilot }, ['known'])).toEqual(['pilot/unknown']);
});
