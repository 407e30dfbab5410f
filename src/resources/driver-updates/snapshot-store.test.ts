import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FleetProfile } from '../driver-profiles/fleet.ts';
import { profileOf } from '../driver-profiles/test-drivers.ts';
import { forgetSnapshots, snapshotsName } from './snapshot-database.ts';
import { keepSnapshot, readSnapshots, visitGap } from './snapshot-store.ts';
import { listed } from './test-fleet.ts';

const dana = { key: 'dana', tenantId: 'contoso' };
const problem = { kind: 'forbidden', title: 'Not allowed', advice: '' } as const;

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

/** Profiles by their ids, with the names of their drivers; null: they could not be loaded. */
function fleetOf(drivers: Readonly<Record<string, readonly string[] | null>>): readonly FleetProfile[] {
  return Object.entries(drivers).map(([id, names]) => ({
    profile: profileOf({ id }),
    drivers: names?.map((name) => listed(name, id)),
    problem: names ? undefined : problem,
  }));
}

async function read(now: number, owner = dana) {
  const { latest, lastVisit, isDropped } = await readSnapshots(owner, now);
  const profiles = latest?.profiles.map(({ profile, loadedAt, drivers }) => [
    profile.id,
    loadedAt,
    drivers()
      ?.map(({ id }) => id.slice(0, 1))
      .join(''),
  ]);
  return { profiles, latest: latest?.at, lastVisit: lastVisit?.at, isDropped };
}

const nothing = { profiles: undefined, latest: undefined, lastVisit: undefined, isDropped: false };

describe('what this browser keeps of the fleet', () => {
  it('is nothing at first', async () => {
    expect(await read(0)).toEqual(nothing);
  });

  it('is what was loaded last, of one account in one tenant, whose name is not kept', async () => {
    await keepSnapshot(dana, fleetOf({ pilot: ['a'] }), 1);
    await keepSnapshot(dana, fleetOf({ pilot: ['a', 'b'] }), 2);
    expect(await read(3)).toEqual({ ...nothing, profiles: [['pilot', 2, 'ab']], latest: 2 });
    expect(await read(3, { ...dana, key: 'ben' })).toEqual(nothing);
    expect(await read(3, { ...dana, tenantId: 'fabrikam' })).toEqual(nothing);
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names.filter((name) => /dana|contoso/.test(name ?? ''))).toEqual([]);
  });

  it('holds a profile that can’t be loaded as it was, and one that never could as unknown', async () => {
    await keepSnapshot(dana, fleetOf({ pilot: ['a'], kiosks: ['b'], gone: ['c'] }), 1);
    await keepSnapshot(dana, fleetOf({ pilot: ['a'], kiosks: null, new: null }), 2);
    expect((await read(3)).profiles).toEqual([
      ['pilot', 2, 'a'],
      ['kiosks', 1, 'b'],
      ['new', null, undefined],
    ]);
  });

  it('remembers how the last visit left the fleet, until the next visit is over', async () => {
    await keepSnapshot(dana, fleetOf({ pilot: ['a'] }), 1);
    await keepSnapshot(dana, fleetOf({ pilot: ['a'] }), 2);
    expect((await read(3)).lastVisit).toBeUndefined();
    const next = 2 + visitGap;
    expect((await read(next)).lastVisit).toBe(2);
    await keepSnapshot(dana, fleetOf({ pilot: ['a', 'b'] }), next);
    await keepSnapshot(dana, fleetOf({ pilot: ['a', 'b'] }), next + 1);
    expect(await read(next + 2)).toMatchObject({ latest: next + 1, lastVisit: 2 });
    expect(await read(next + 1 + visitGap)).toMatchObject({ lastVisit: next + 1 });
  });

  it('is dropped where it is of another version, and said so once', async () => {
    await keepSnapshot(dana, fleetOf({ pilot: ['a'] }), 1);
    const database = await openDB(await snapshotsName(dana));
    const latest = await database.get('snapshots', 'latest');
    await database.put('snapshots', { ...latest, version: 0 }, 'latest');
    await database.put('snapshots', 'damaged', 'earlier');
    database.close();
    expect(await read(2)).toEqual({ ...nothing, isDropped: true });
    expect(await read(2)).toEqual(nothing);
    await keepSnapshot(dana, fleetOf({ pilot: ['a'] }), 3);
    expect(await read(4)).toMatchObject({ latest: 3, isDropped: false });
  });

  it('is nothing where the browser keeps nothing, and breaks nothing', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await keepSnapshot(dana, fleetOf({ pilot: ['a'] }), 1);
    expect(await read(2)).toEqual(nothing);
    expect(() => forgetSnapshots('any')).not.toThrow();
  });

  it('goes at the sign-out, in the middle of whatever another tab does with it', async () => {
    await keepSnapshot(dana, fleetOf({ pilot: ['a'] }), 1);
    await keepSnapshot({ ...dana, key: 'ben' }, fleetOf({ pilot: ['a'] }), 1);
    const name = await snapshotsName(dana);
    let goOn = () => {};
    const gone = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let isOpen = false;
    const wait = () => {
      isOpen = true;
      return gone;
    };
    vi.stubGlobal('scheduler', { yield: wait });
    const keeping = keepSnapshot(dana, fleetOf({ pilot: ['a', 'b'] }), 2);
    await vi.waitFor(() => expect(isOpen).toBe(true));
    forgetSnapshots(name);
    const names = async () => (await indexedDB.databases()).map((database) => database.name);
    await vi.waitFor(async () => expect(await names()).not.toContain(name));
    goOn();
    await keeping;
    expect(await names()).not.toContain(name);
    expect((await read(3, { ...dana, key: 'ben' })).latest).toBe(1);
  });
});
