import { describe, expect, it } from 'vitest';
import { driverOf, profileOf } from '../driver-profiles/test-drivers.ts';
import { createSnapshotPacker, readSnapshot, type SnapshotRecord } from './snapshot.ts';
import { keyOf, listed } from './test-fleet.ts';

const pilot = profileOf({
  id: 'pilot',
  createdDateTime: 5,
  inventorySyncStatus: { driverInventorySyncState: 'success', lastSuccessfulSyncDateTime: 7 },
});
const early = profileOf({ id: 'early', approvalType: 'of a later version', deviceReporting: null });
const kiosks = profileOf({ id: 'kiosks' });

const ofPilot = [
  listed('a', 'pilot', { approvalStatus: 'approved', deployDateTime: 99 }),
  listed('b', 'pilot', { releaseDateTime: null, applicableDeviceCount: null }),
  driverOf({ id: 'without_key', category: 'of a later version' }),
];
const ofEarly = [
  listed('a', 'early'),
  // The same id in other letters, and the same key with other facts, stay what they are.
  { ...listed('b', 'early'), id: `${keyOf('b').toUpperCase()}_early` },
  listed('c', 'early', { name: 'renamed' }),
  listed('c', 'other'),
];

function packed(): SnapshotRecord {
  const packer = createSnapshotPacker();
  packer.add({ profile: pilot, drivers: ofPilot, loadedAt: 40 });
  packer.add({ profile: kiosks, drivers: undefined, loadedAt: 50 });
  packer.add({ profile: early, drivers: ofEarly, loadedAt: 50 });
  return packer.pack(50);
}

describe('a snapshot', () => {
  it('gives all profiles and drivers as they were', () => {
    const snapshot = readSnapshot(structuredClone(packed()));
    expect(snapshot?.at).toBe(50);
    expect(
      snapshot?.profiles.map(({ profile, loadedAt, drivers }) => [profile, loadedAt, drivers()]),
    ).toEqual([
      [pilot, 40, ofPilot],
      [kiosks, null, undefined],
      [early, 50, ofEarly],
    ]);
  });

  it('knows the keys of its drivers, and the ids of those without', () => {
    expect(readSnapshot(packed())?.keys).toEqual(
      new Set([keyOf('a'), keyOf('b'), keyOf('c'), 'without_key']),
    );
  });

  it('says of each driver once what is the same in all profiles', () => {
    const packer = createSnapshotPacker();
    for (const id of ['p', 'q', 'r']) {
      packer.add({ profile: profileOf({ id }), drivers: [listed('a', id), listed('b', id)], loadedAt: 1 });
    }
    const { kind, tail } = packer.pack(1);
    expect(kind.values).toHaveLength(2);
    expect([...kind.at]).toEqual([0, 1, 0, 1, 0, 1]);
    expect(tail.values).toEqual(['p', 'q', 'r']);
  });

  it.each([
    ['nothing', () => undefined],
    ['an older version', () => ({ ...packed(), version: 0 })],
    ['a newer version', () => ({ ...packed(), version: 2 })],
    ['no time', () => ({ ...packed(), at: 'yesterday' })],
    [
      'a profile without an id',
      () => ({ ...packed(), profiles: [{ ...packed().profiles[0], profile: {} }] }),
    ],
    [
      'fewer drivers than profiles have',
      () => ({ ...packed(), tail: { values: ['x'], at: Uint8Array.of(0) } }),
    ],
    ['a place without a value', () => ({ ...packed(), category: { ...packed().category, values: [] } })],
    ['places that are no numbers', () => ({ ...packed(), kind: { ...packed().kind, at: ['0'] } })],
    [
      'a date that is none',
      () => ({ ...packed(), deployDateTime: { ...packed().deployDateTime, values: ['x'] } }),
    ],
  ])('is not read where it is none: %s', (_what, stored) => {
    expect(readSnapshot(stored())).toBeUndefined();
  });
});
