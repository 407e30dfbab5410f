import { describe, expect, it } from 'vitest';
import type { Driver } from '../../graph/driver-inventories.ts';
import { type Conflict, createConflictFinder, sharingOf } from './conflicts.ts';
import { mergedOf } from './test-fleet.ts';

const day = 86_400_000;
const now = 100 * day;
const approved = { approvalStatus: 'approved', deployDateTime: 50 * day };
const approvedWithoutDate = { approvalStatus: 'approved', deployDateTime: null };
const from = (date: number) => ({ approvalStatus: 'approved', deployDateTime: date * day });
const waiting = { approvalStatus: 'needsReview' };
const paused = { approvalStatus: 'suspended', deployDateTime: 50 * day };
const declined = { approvalStatus: 'declined' };
const unknown = { approvalStatus: 'quarantined' };

const ringIds = ['pilot', 'early', 'broad'];

function conflictsOf(
  cells: Readonly<Record<string, Partial<Driver>>>,
  sharing = sharingOf(new Map()),
): readonly Conflict[] {
  const { updates, columns } = mergedOf({ a: { in: cells } });
  const [update] = updates;
  if (!update) throw new Error('No driver update');
  const find = createConflictFinder({ columns, ringIds, sharing, now });
  expect(find(update)).toBe(find(update));
  return find(update);
}

it('a profile without a column is not judged: not all of its drivers have come', () => {
  const { updates, columns } = mergedOf({ a: { in: { pilot: waiting, early: approved, broad: approved } } });
  const judged = (ids: readonly string[]) =>
    createConflictFinder({
      columns: new Map([...columns].filter(([id]) => ids.includes(id))),
      ringIds,
      sharing: sharingOf(new Map(ids.map((id) => [id, ['group']]))),
      now,
    });
  const kinds = (ids: readonly string[]) => updates.flatMap(judged(ids)).map(({ kind }) => kind);
  expect(kinds(['early', 'broad'])).toEqual([]);
  expect(kinds(['pilot'])).toEqual([]);
  expect(kinds(['pilot', 'broad'])).toEqual(['order', 'sharedGroup']);
});

describe('rings that are out of order', () => {
  it.each([
    ['needs review', waiting],
    ['is paused', paused],
    ['is declined', declined],
  ])('conflict where a driver update is available later in the order, and %s earlier', (_state, earlier) => {
    expect(conflictsOf({ pilot: earlier, early: approved, broad: waiting })).toEqual([
      { kind: 'order', offering: ['early'], holding: ['pilot'], groupIds: [] },
    ]);
  });

  it('conflict where the later ring is only scheduled', () => {
    expect(conflictsOf({ pilot: waiting, early: waiting, broad: from(110) })).toEqual([
      { kind: 'order', offering: ['broad'], holding: ['pilot', 'early'], groupIds: [] },
    ]);
  });

  it('conflict where the earlier ring is scheduled for a later day', () => {
    expect(conflictsOf({ pilot: from(120), early: from(110), broad: approved })).toEqual([
      { kind: 'order', offering: ['early', 'broad'], holding: ['pilot', 'early'], groupIds: [] },
    ]);
  });

  it.each([
    ['a rollout on its way', { pilot: approved, early: from(107), broad: from(114) }],
    ['a rollout that has just begun', { pilot: approvedWithoutDate, early: waiting, broad: waiting }],
    ['a rollout that is over', { pilot: approved, early: approved, broad: approved }],
    ['a rollout on one day', { pilot: from(107), early: from(107), broad: from(107) }],
    ['the same decision everywhere', { pilot: declined, early: paused, broad: waiting }],
    ['a ring that doesn’t list the driver update', { early: approved, broad: approved }],
    ['a state that this version doesn’t know', { pilot: unknown, early: approved, broad: unknown }],
    ['a profile that is no ring', { pilot: waiting, beside: approved }],
  ])('are not: %s', (_what, cells) => {
    expect(conflictsOf(cells)).toEqual([]);
  });
});

it('a ring that came after the driver update was found is not in conflict', () => {
  const { updates, columns } = mergedOf({ a: { in: { early: approved } }, b: { in: { broad: approved } } });
  const find = createConflictFinder({
    columns: new Map([...columns, ['pilot', 2]]),
    ringIds,
    sharing: [],
    now,
  });
  expect(updates.map(find)).toEqual([[], []]);
});

describe('profiles that share a group', () => {
  const sharing = sharingOf(
    new Map([
      ['kiosks', ['group 1', 'group 1']],
      ['finance', ['group 1', 'group 2']],
      ['labs', ['group 2']],
      ['others', ['group 3']],
    ]),
  );

  it('are named for each set of groups', () => {
    expect(sharing).toEqual([
      { profileIds: ['kiosks', 'finance'], groupIds: ['group 1'] },
      { profileIds: ['finance', 'labs'], groupIds: ['group 2'] },
    ]);
    expect(
      sharingOf(
        new Map([
          ['a', ['1', '2']],
          ['b', ['2', '1']],
        ]),
      ),
    ).toEqual([{ profileIds: ['a', 'b'], groupIds: ['1', '2'] }]);
  });

  it('conflict where one offers what the other holds', () => {
    expect(
      conflictsOf({ kiosks: approved, finance: declined, labs: paused, others: approved }, sharing),
    ).toEqual([{ kind: 'sharedGroup', offering: ['kiosks'], holding: ['finance'], groupIds: ['group 1'] }]);
  });

  it('conflict where one offers before the other', () => {
    expect(conflictsOf({ kiosks: from(110), finance: from(120), labs: approved }, sharing)).toEqual([
      { kind: 'sharedGroup', offering: ['kiosks'], holding: ['finance'], groupIds: ['group 1'] },
      { kind: 'sharedGroup', offering: ['labs'], holding: ['finance'], groupIds: ['group 2'] },
    ]);
  });

  it('don’t where they agree, or only one lists the driver update', () => {
    expect(conflictsOf({ kiosks: waiting, finance: declined }, sharing)).toEqual([]);
    expect(conflictsOf({ kiosks: approved, finance: approvedWithoutDate }, sharing)).toEqual([]);
    expect(conflictsOf({ kiosks: approved, labs: declined }, sharing)).toEqual([]);
  });

  it('may be out of order too', () => {
    const both = sharingOf(ringIds.reduce((map, id) => map.set(id, ['all']), new Map<string, string[]>()));
    expect(conflictsOf({ pilot: waiting, early: approved }, both).map(({ kind }) => kind)).toEqual([
      'order',
      'sharedGroup',
    ]);
  });
});
