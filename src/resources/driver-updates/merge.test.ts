import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Driver } from '../../graph/driver-inventories.ts';
import { driverOf } from '../driver-profiles/test-drivers.ts';
import { cellIn, driversIn } from './driver-update.ts';
import { createMerger, type Merged } from './merge.ts';
import { keyOf, listed, profilesOf } from './test-fleet.ts';

/** Which profiles list each driver update, and why it is apart. */
function shown({ updates, columns }: Merged) {
  return updates.map((update) => ({
    name: update.name,
    in: [...columns.keys()].filter((id) => cellIn(update, columns, id)),
    apart: update.apart?.kind,
  }));
}

describe('drivers of all profiles', () => {
  it('are one driver update for each key, with a cell for each profile that lists it', () => {
    const [pilot, early, broad] = [listed('a', 'pilot'), listed('a', 'early'), listed('b', 'broad')];
    const merged = createMerger().merge(profilesOf({ pilot: [pilot], early: [early], broad: [broad] }));
    const [a, b] = merged.updates;
    expect(merged.updates).toHaveLength(2);
    expect(a).toMatchObject({ id: keyOf('a'), key: keyOf('a'), name: pilot.name, apart: undefined });
    expect(a && cellIn(a, merged.columns, 'early')).toBe(early);
    expect(a && cellIn(a, merged.columns, 'broad')).toBeUndefined();
    expect(a && cellIn(a, merged.columns, 'no such profile')).toBeUndefined();
    expect(a && [...driversIn(a)]).toEqual([pilot, early]);
    expect(b && [...driversIn(b, { columns: merged.columns, profileIds: ['broad', 'pilot'] })]).toEqual([
      broad,
    ]);
  });

  it('have the earliest of their release dates', () => {
    const dates = { pilot: null, early: 3, broad: 2, kiosks: null } as const;
    const drivers = Object.entries(dates).map(
      ([id, releaseDateTime]) => [id, [listed('a', id, { releaseDateTime })]] as const,
    );
    const merger = createMerger();
    expect(merger.merge(profilesOf(Object.fromEntries(drivers))).updates[0]?.releaseDateTime).toBe(2);
    const left = Object.fromEntries(drivers.filter(([id]) => id !== 'broad'));
    expect(merger.merge(profilesOf(left)).updates[0]?.releaseDateTime).toBe(3);
  });

  it.each(['manufacturer', 'driverClass', 'name', 'version'] as const)(
    'of one key stay apart where they differ in %s',
    (fact) => {
      const { updates } = createMerger().merge(
        profilesOf({
          pilot: [listed('a', 'pilot')],
          early: [listed('a', 'early', { [fact]: 'another' })],
          broad: [listed('a', 'broad', { [fact]: 'another' })],
        }),
      );
      expect(updates.map(({ cells }) => cells.filter(Boolean).length)).toEqual([1, 2]);
      expect(updates.map(({ apart }) => apart)).toEqual(Array(2).fill({ kind: 'facts', differ: [fact] }));
      expect(new Set(updates.map(({ id }) => id)).size).toBe(2);
      expect(updates.map(({ key }) => key)).toEqual([keyOf('a'), keyOf('a')]);
    },
  );

  it('whose ids have no key stand alone, each in its profile', () => {
    const same = driverOf({ id: 'no key' });
    const merged = createMerger().merge(profilesOf({ pilot: [same], early: [{ ...same }] }));
    expect(shown(merged)).toEqual([
      { name: same.name, in: ['pilot'], apart: 'noKey' },
      { name: same.name, in: ['early'], apart: 'noKey' },
    ]);
    expect(merged.updates[0]?.key).toBeUndefined();
  });

  it('whose ids have no key change and go like others', () => {
    const merger = createMerger();
    const driver = driverOf({ id: 'no key' });
    const [first] = merger.merge(profilesOf({ pilot: [driver] })).updates;
    expect(merger.merge(profilesOf({ pilot: [driver] })).updates[0]).toBe(first);
    const renamed = merger.merge(profilesOf({ pilot: [{ ...driver, name: 'renamed' }] }));
    expect(shown(renamed)).toEqual([{ name: 'renamed', in: ['pilot'], apart: 'noKey' }]);
    expect(merger.merge(profilesOf({ pilot: [] })).updates).toEqual([]);
  });

  it('that one profile lists twice stay apart', () => {
    const once = listed('a', 'pilot');
    const again = { ...once, id: `${keyOf('a')}_again` };
    const merger = createMerger();
    const early = [listed('a', 'early')];
    expect(shown(merger.merge(profilesOf({ pilot: [once, again], early })))).toEqual([
      { name: once.name, in: ['pilot', 'early'], apart: undefined },
      { name: once.name, in: ['pilot'], apart: 'twice' },
    ]);
    expect(shown(merger.merge(profilesOf({ pilot: [again], early })))).toEqual([
      { name: once.name, in: ['pilot', 'early'], apart: undefined },
    ]);
  });
});

describe('profiles that come and go', () => {
  const pilot = [listed('a', 'pilot'), listed('b', 'pilot', { name: 'b' })];
  const early = [listed('a', 'early')];

  it('cost nothing while their drivers are the same', () => {
    const merger = createMerger();
    const first = merger.merge(profilesOf({ pilot, early: undefined }));
    expect(merger.merge(profilesOf({ pilot, early: undefined }))).toBe(first);
    const second = merger.merge(profilesOf({ pilot, early }));
    expect(second.updates[0]).not.toBe(first.updates[0]);
    expect(second.updates[1]).toBe(first.updates[1]);
    expect(first.updates[0]?.cells.filter(Boolean)).toHaveLength(1);
  });

  it('change only the driver updates whose drivers have changed, where they stand', () => {
    const merger = createMerger();
    const first = merger.merge(profilesOf({ pilot, early }));
    const approved = pilot.map((driver, at) =>
      at === 0 ? { ...driver, approvalStatus: 'approved' } : driver,
    );
    const second = merger.merge(profilesOf({ pilot: approved, early }));
    expect(second.updates.map(({ id }) => id)).toEqual(first.updates.map(({ id }) => id));
    expect(second.updates[0]?.cells[0]?.approvalStatus).toBe('approved');
    expect(first.updates[0]?.cells[0]?.approvalStatus).toBe('needsReview');
    expect(second.updates[1]).toBe(first.updates[1]);
  });

  it('take their drivers with them, and leave their column to the next', () => {
    const merger = createMerger();
    merger.merge(profilesOf({ pilot, early }));
    expect(shown(merger.merge(profilesOf({ early })))).toMatchObject([{ in: ['early'] }]);
    const { columns } = merger.merge(profilesOf({ early, broad: [], kiosks: [] }));
    expect([...columns.values()].sort()).toEqual([0, 1, 2]);
  });

  it('come page by page: a page adds its drivers, and leaves those of the pages before as they are', () => {
    const merger = createMerger();
    const part = (soFar: readonly Driver[]) => [
      { profile: { id: 'pilot' }, drivers: undefined, soFar },
      { profile: { id: 'early' }, drivers: early },
    ];
    const first = merger.merge(part(pilot.slice(0, 1)));
    expect(shown(first)).toMatchObject([{ in: ['pilot', 'early'] }]);
    const second = merger.merge(part(pilot));
    expect(shown(second)).toMatchObject([{ in: ['pilot', 'early'] }, { name: 'b', in: ['pilot'] }]);
    expect(second.updates[0]).toBe(first.updates[0]);
    expect(merger.merge(profilesOf({ pilot, early }))).toBe(second);
    // The read broke off: a part is not shown for the whole.
    expect(shown(merger.merge(profilesOf({ pilot: undefined, early })))).toMatchObject([{ in: ['early'] }]);
  });

  it('that list a driver twice, on different pages, have a row of its own for each', () => {
    const merger = createMerger();
    const again = { ...listed('a', 'pilot'), id: `${keyOf('a')}_again` };
    const pages = [[listed('a', 'pilot')], [again], [listed('b', 'pilot')]];
    for (const [page] of pages.entries()) {
      merger.merge([
        { profile: { id: 'pilot' }, drivers: undefined, soFar: pages.slice(0, page + 1).flat() },
      ]);
    }
    expect(shown(merger.merge(profilesOf({ pilot: pages.flat() }))).map(({ apart }) => apart)).toEqual([
      undefined,
      'twice',
      undefined,
    ]);
  });

  it('that can’t be loaded again lose their drivers', () => {
    const merger = createMerger();
    merger.merge(profilesOf({ pilot, early }));
    expect(shown(merger.merge(profilesOf({ pilot: undefined, early })))).toMatchObject([{ in: ['early'] }]);
  });

  it('end a difference when the last driver goes that differs, whichever came first', () => {
    const other = [listed('a', 'early', { version: '2' })];
    for (const last of ['pilot', 'early']) {
      const merger = createMerger();
      const both = { pilot: [listed('a', 'pilot')], early: other };
      expect(shown(merger.merge(profilesOf(both))).map(({ apart }) => apart)).toEqual(['facts', 'facts']);
      const left = Object.fromEntries(Object.entries(both).filter(([id]) => id === last));
      expect(shown(merger.merge(profilesOf(left)))).toMatchObject([{ in: [last], apart: undefined }]);
      // The key is free again, or taken by what was the other.
      expect(shown(merger.merge(profilesOf(both))).map(({ apart }) => apart)).toEqual(['facts', 'facts']);
    }
  });
});

/** What merging all at once, without a memory, comes to. */
function naively(drivers: Readonly<Record<string, readonly Driver[] | undefined>>) {
  const groups = new Map<string, string[]>();
  for (const [profileId, list = []] of Object.entries(drivers)) {
    for (const driver of list) {
      const group = `${driver.id.slice(0, 64)} ${driver.version}`;
      groups.set(group, [...(groups.get(group) ?? []), `${profileId} ${driver.approvalStatus}`]);
    }
  }
  return [...groups.values()].map((cells) => cells.sort()).sort();
}

it('comes to the same in whatever order profiles come, change and go', () => {
  const driver = fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    version: fc.constantFrom('1', '2'),
    approvalStatus: fc.constantFrom('approved', 'declined'),
  });
  const list = fc.option(fc.uniqueArray(driver, { selector: ({ name }) => name }), { nil: undefined });
  const fleet = fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), list);
  fc.assert(
    fc.property(fc.array(fleet, { minLength: 1, maxLength: 6 }), (fleets) => {
      const merger = createMerger();
      for (const lists of fleets) {
        const drivers = Object.fromEntries(
          Object.entries(lists).map(([id, all]) => [
            id,
            all?.map(({ name, ...facts }) => listed(name, id, facts)),
          ]),
        );
        const { updates, columns } = merger.merge(profilesOf(drivers));
        const told = updates.map((update) =>
          [...columns.keys()].flatMap((id) => {
            const cell = cellIn(update, columns, id);
            return cell ? [`${id} ${cell.approvalStatus}`] : [];
          }),
        );
        expect(told.map((cells) => cells.sort()).sort()).toEqual(naively(drivers));
        for (const { key, apart } of updates) {
          expect(apart !== undefined).toBe(updates.filter((other) => other.key === key).length > 1);
        }
      }
    }),
  );
});
