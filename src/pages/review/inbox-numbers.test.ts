import { expect, it } from 'vitest';
import { mergedOf } from '../../resources/driver-updates/test-fleet.ts';
import { inboxOf } from './inbox-numbers.ts';

const { updates, byName } = mergedOf({
  a: { in: { pilot: {}, broad: {} } },
  b: { in: { pilot: {} } },
  c: { in: { pilot: {} } },
  d: { in: { pilot: { approvalStatus: 'approved' } } },
  e: { in: { pilot: {} } },
});
const idOf = (name: string) => byName[name]?.id ?? '';
const ids = (...names: string[]) => new Set(names.map(idOf));

it('a driver update waits, is staged, parked, in a run or reviewed, and counts once', () => {
  const decided = ids('b', 'e', 'd');
  const { waiting, numbers } = inboxOf({
    rows: updates,
    waitingIn: ({ id }) => (decided.has(id) ? [] : ['pilot']),
    isStaged: ({ id }) => id === idOf('b'),
    parkedIds: ids('c'),
    reviewedIds: ids('a', 'c', 'd'),
  });
  expect(waiting.map(({ id }) => id)).toEqual([idOf('a')]);
  expect(numbers).toEqual({ waiting: 1, staged: 1, parked: 1, reviewed: 3 });
});

it('what is parked counts as parked, staged or not', () => {
  const { numbers } = inboxOf({
    rows: updates.filter(({ id }) => id === idOf('b')),
    waitingIn: () => [],
    isStaged: () => true,
    parkedIds: ids('b'),
    reviewedIds: new Set(),
  });
  expect(numbers).toEqual({ waiting: 0, staged: 0, parked: 1, reviewed: 0 });
});
