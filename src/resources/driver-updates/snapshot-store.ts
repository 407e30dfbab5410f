import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { giveWay } from '../../lib/give-way.ts';
import type { Instant } from '../../lib/instant.ts';
import type { FleetProfile } from '../driver-profiles/fleet.ts';
import { createSnapshotPacker, readSnapshot, type Snapshot } from './snapshot.ts';
import { type SnapshotOwner, snapshotsName } from './snapshot-database.ts';

/** Of the store; the shape of what is in it is `snapshotVersion`. */
const databaseVersion = 1;
const hour = 3_600_000;

/** A visit is over when nothing was loaded for so long. In ms. */
export const visitGap = 4 * hour;

/** `earlier`: as the visit before this one left the fleet. */
type Which = 'latest' | 'earlier';

interface SnapshotsSchema extends DBSchema {
  snapshots: { key: Which; value: unknown };
}

type SnapshotsDatabase = IDBPDatabase<SnapshotsSchema>;

/** What this browser keeps of the fleet. */
export interface KeptSnapshots {
  /** As it was loaded last: shown until it has been loaded again. */
  readonly latest: Snapshot | undefined;
  /** As the visit before this one left it: what isn't in it is new. */
  readonly lastVisit: Snapshot | undefined;
  /** Something was kept that can't be read, of another version of Actiondesk or damaged, and is deleted now. */
  readonly isDropped: boolean;
}

const nothingKept: KeptSnapshots = { latest: undefined, lastVisit: undefined, isDropped: false };

/**
 * Reads what is kept for an account. Without storage, nothing is; never throws.
 *
 * @param now epoch ms
 */
export function readSnapshots(owner: SnapshotOwner, now: Instant): Promise<KeptSnapshots> {
  return withDatabase(owner, nothingKept, async (database) => {
    const [latest, earlier] = [await readOne(database, 'latest'), await readOne(database, 'earlier')];
    return {
      latest: latest.snapshot,
      lastVisit: latest.snapshot && isOver(latest.snapshot, now) ? latest.snapshot : earlier.snapshot,
      isDropped: latest.isDropped || earlier.isDropped,
    };
  });
}

/**
 * Keeps the fleet as it was loaded. A profile that could not be loaded is kept as it was before. The page is drawn between
 * two profiles. Without storage, or without room, nothing is kept; never throws.
 *
 * @param fleet complete: each profile with its drivers, or why they could not be loaded
 * @param now epoch ms
 */
export function keepSnapshot(
  owner: SnapshotOwner,
  fleet: readonly FleetProfile[],
  now: Instant,
): Promise<void> {
  return withDatabase(owner, undefined, async (database) => {
    const stored = await database.get('snapshots', 'latest');
    const latest = readSnapshot(stored);
    const before = new Map(latest?.profiles.map((entry) => [entry.profile.id, entry]));
    const packer = createSnapshotPacker();
    for (const { profile, drivers } of fleet) {
      const was = before.get(profile.id);
      if (drivers || !was) packer.add({ profile, drivers, loadedAt: now });
      else packer.add({ profile, drivers: was.drivers(), loadedAt: was.loadedAt });
      await giveWay();
    }
    const transaction = database.transaction('snapshots', 'readwrite');
    if (latest && isOver(latest, now)) await transaction.store.put(stored, 'earlier');
    await transaction.store.put(packer.pack(now), 'latest');
    await transaction.done;
  });
}

/** Whether a snapshot was taken in a visit before the one of now. */
function isOver({ at }: Snapshot, now: Instant): boolean {
  return now - at >= visitGap;
}

/** Reads one, and deletes it when it can't be read. */
async function readOne(
  database: SnapshotsDatabase,
  which: Which,
): Promise<{ readonly snapshot: Snapshot | undefined; readonly isDropped: boolean }> {
  const stored = await database.get('snapshots', which);
  const snapshot = readSnapshot(stored);
  const isDropped = stored !== undefined && !snapshot;
  if (isDropped) await database.delete('snapshots', which);
  return { snapshot, isDropped };
}

/** Holds the database open no longer than it takes, so that a sign-out in any tab can delete it. */
async function withDatabase<Result>(
  owner: SnapshotOwner,
  otherwise: Result,
  work: (database: SnapshotsDatabase) => Promise<Result>,
): Promise<Result> {
  let database: SnapshotsDatabase | undefined;
  try {
    database = await openDB<SnapshotsSchema>(await snapshotsName(owner), databaseVersion, {
      upgrade: (opened) => void opened.createObjectStore('snapshots'),
      blocking: (_current, _blocked, { target }) => (target as IDBDatabase).close(), // the event is the database's
    });
    return await work(database);
  } catch {
    return otherwise;
  } finally {
    database?.close();
  }
}
