import { expect, it } from 'vitest';
import type { Driver } from '../../graph/driver-inventories.ts';
import { conflictBrief, conflictLabel, conflictText } from './conflict-words.ts';
import type { Conflict } from './conflicts.ts';
import { mergedOf } from './test-fleet.ts';

const now = Date.UTC(2026, 10, 30);
const approved = { approvalStatus: 'approved', deployDateTime: Date.UTC(2026, 10, 2) };
const scheduled = { approvalStatus: 'approved', deployDateTime: Date.UTC(2026, 11, 8, 12) };
const names = new Map([
  ['p', 'Pilot ring'],
  ['e', 'Early ring'],
  ['b', 'Broad ring'],
  ['k', 'Kiosks'],
]);

function told(
  cells: Readonly<Record<string, Partial<Driver>>>,
  conflict: Partial<Conflict>,
  tell = conflictText,
) {
  const { updates, columns } = mergedOf({ a: { in: cells } });
  const [update] = updates;
  if (!update) throw new Error('No driver update');
  const whole: Conflict = { kind: 'order', offering: [], holding: [], groupIds: [], ...conflict };
  return tell(whole, update, { columns, nameOf: (id) => names.get(id) ?? id, now });
}

it('a conflict in the order of rings says which ring is ahead of which', () => {
  expect(told({ p: { approvalStatus: 'suspended' }, b: approved }, { offering: ['b'], holding: ['p'] })).toBe(
    'Available in Broad ring, but paused in Pilot ring.',
  );
  expect(
    told(
      { p: {}, e: { approvalStatus: 'declined' }, k: {}, b: scheduled },
      { offering: ['b'], holding: ['p', 'e', 'k'] },
    ),
  ).toMatch(
    /^Available from .*2026 in Broad ring, but needs review in Pilot ring, Kiosks, declined in Early ring\.$/,
  );
});

it('where there is little room, a conflict names the rings and their states', () => {
  const cells = { p: {}, e: { approvalStatus: 'declined' }, k: {}, b: approved };
  expect(told(cells, { offering: ['b'], holding: ['p', 'e', 'k'] }, conflictBrief)).toBe(
    'Broad ring available, Pilot ring, Kiosks needs review, Early ring declined',
  );
});

it('a conflict of profiles that share groups says which of them decides', () => {
  const cells = { e: approved, k: { approvalStatus: 'suspended' } };
  const conflict = { kind: 'sharedGroup', offering: ['e'], holding: ['k'] } as const;
  expect(told(cells, { ...conflict, groupIds: ['1'] })).toBe(
    'Available in Early ring, but paused in Kiosks. The profiles share a group, and its devices get the driver through Early ring.',
  );
  expect(told(cells, { ...conflict, groupIds: ['1', '2'] })).toContain(
    'share 2 groups, and their devices get',
  );
});

it('a driver that has changed meanwhile is told as it is, and one that is gone is not told', () => {
  expect(
    told({ b: approved, k: { approvalStatus: 'quarantined' } }, { offering: ['b'], holding: ['p', 'k'] }),
  ).toBe('Available in Broad ring, but in an unknown state in Kiosks.');
});

it('each kind has a label', () => {
  expect([conflictLabel({ kind: 'order' }), conflictLabel({ kind: 'sharedGroup' })]).toEqual([
    'Out of ring order',
    'Profiles share a group',
  ]);
});
