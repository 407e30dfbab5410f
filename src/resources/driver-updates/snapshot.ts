import * as v from 'valibot';
import type { Driver } from '../../graph/driver-inventories.ts';
import type { DriverProfile } from '../../graph/driver-profiles.ts';
import type { Instant } from '../../lib/instant.ts';
import { driverKey } from './driver-key.ts';
import { createColumnPacker, isWhole, narrow, type PackedColumn, type Places } from './packed-column.ts';

/** Of the shape below: a snapshot of another version is not read. */
export const snapshotVersion = 1;

const instant = v.nullable(v.number());
const count = v.nullable(v.number());

const profileSchema = v.object({
  id: v.string(),
  displayName: v.string(),
  description: v.string(),
  approvalType: v.string(),
  deviceReporting: count,
  newUpdates: count,
  deploymentDeferralInDays: count,
  createdDateTime: instant,
  lastModifiedDateTime: instant,
  inventorySyncStatus: v.nullable(
    v.object({ driverInventorySyncState: v.string(), lastSuccessfulSyncDateTime: instant }),
  ),
}) satisfies v.GenericSchema<unknown, DriverProfile>;

const placesSchema = v.custom<Places>((value) =>
  [Uint8Array, Uint16Array, Uint32Array].some((type) => value instanceof type),
);

/** A column of the drivers of all profiles. */
const columnOf = <Value>(schema: v.GenericSchema<unknown, Value>) =>
  v.object({ values: v.array(schema), at: placesSchema });

const kindSchema = v.object({
  /** What the ids of these drivers begin with, up to `_`; all of the id where it has no key. */
  head: v.string(),
  name: v.string(),
  version: v.string(),
  manufacturer: v.string(),
  driverClass: v.string(),
  releaseDateTime: instant,
});

/** What is the same about a driver in whatever profile. */
type Kind = v.InferOutput<typeof kindSchema>;

const recordSchema = v.pipe(
  v.object({
    version: v.literal(snapshotVersion),
    /** When the snapshot was taken. Epoch ms. */
    at: v.number(),
    /** With the number of their drivers, which stand one profile after the other in the columns. */
    profiles: v.array(
      v.object({ profile: profileSchema, loadedAt: instant, drivers: v.pipe(v.number(), v.minValue(0)) }),
    ),
    kind: columnOf(kindSchema),
    /** The rest of the id. */
    tail: columnOf(v.string()),
    approvalStatus: columnOf(v.string()),
    category: columnOf(v.string()),
    applicableDeviceCount: columnOf(count),
    deployDateTime: columnOf(instant),
  }),
  v.check((record) => {
    const rows = record.profiles.reduce((sum, { drivers }) => sum + drivers, 0);
    const { kind, tail, approvalStatus, category, applicableDeviceCount, deployDateTime } = record;
    return [kind, tail, approvalStatus, category, applicableDeviceCount, deployDateTime].every((column) =>
      isWhole(column, rows),
    );
  }),
);

/** A snapshot as it is kept: 90,000 drivers of 60 profiles take less than 2 MB. */
export type SnapshotRecord = v.InferOutput<typeof recordSchema>;

/** A profile as it was. */
export interface SnapshotProfile {
  readonly profile: DriverProfile;
  /** When its drivers were loaded; null where they never were. Epoch ms. */
  readonly loadedAt: Instant | null;
  /** Makes them; undefined where they never were loaded. A millisecond for a thousand. */
  readonly drivers: () => readonly Driver[] | undefined;
}

/** All profiles and their drivers as they were loaded last, in this browser. */
export interface Snapshot {
  /** Epoch ms. */
  readonly at: Instant;
  readonly profiles: readonly SnapshotProfile[];
  /** The keys of all drivers, and the whole ids of those that have none. */
  readonly keys: ReadonlySet<string>;
}

/** A profile that goes into a snapshot. */
export interface ToKeep {
  readonly profile: DriverProfile;
  readonly drivers: readonly Driver[] | undefined;
  /** When they were loaded; null without drivers. Epoch ms. */
  readonly loadedAt: Instant | null;
}

/** A snapshot in the making: a profile takes a millisecond, so that the page can be drawn between them. */
export interface SnapshotPacker {
  add(entry: ToKeep): void;
  /** @param at epoch ms */
  pack(at: Instant): SnapshotRecord;
}

export function createSnapshotPacker(): SnapshotPacker {
  const profiles: SnapshotRecord['profiles'] = [];
  const kinds = createKinds();
  const tail = createColumnPacker<string>();
  const approvalStatus = createColumnPacker<string>();
  const category = createColumnPacker<string>();
  const applicableDeviceCount = createColumnPacker<number | null>();
  const deployDateTime = createColumnPacker<Instant | null>();
  return {
    add({ profile, drivers, loadedAt }) {
      profiles.push({ profile, loadedAt: drivers ? loadedAt : null, drivers: drivers?.length ?? 0 });
      for (const driver of drivers ?? []) {
        const head = headOf(driver.id);
        kinds.add(head, driver);
        tail.add(driver.id.slice(head.length));
        approvalStatus.add(driver.approvalStatus);
        category.add(driver.category);
        applicableDeviceCount.add(driver.applicableDeviceCount);
        deployDateTime.add(driver.deployDateTime);
      }
    },
    pack: (at) => ({
      version: snapshotVersion,
      at,
      profiles,
      kind: kinds.pack(),
      tail: tail.pack(),
      approvalStatus: approvalStatus.pack(),
      category: category.pack(),
      applicableDeviceCount: applicableDeviceCount.pack(),
      deployDateTime: deployDateTime.pack(),
    }),
  };
}

/** The kinds of drivers, each of them once. */
function createKinds() {
  const values: Kind[] = [];
  const at: number[] = [];
  /** The places of the kinds of each head: nearly always one. */
  const places = new Map<string, number[]>();
  return {
    add(head: string, driver: Driver): void {
      const known = places.get(head) ?? [];
      let place = known.find((candidate) => isOfKind(driver, values[candidate]));
      if (place === undefined) {
        const { name, version, manufacturer, driverClass, releaseDateTime } = driver;
        place = values.push({ head, name, version, manufacturer, driverClass, releaseDateTime }) - 1;
        places.set(head, [...known, place]);
      }
      at.push(place);
    },
    pack: () => ({ values, at: narrow(at, values.length) }),
  };
}

function isOfKind(driver: Driver, kind: Kind | undefined): boolean {
  return (
    driver.name === kind?.name &&
    driver.version === kind.version &&
    driver.manufacturer === kind.manufacturer &&
    driver.driverClass === kind.driverClass &&
    driver.releaseDateTime === kind.releaseDateTime
  );
}

function headOf(id: string): string {
  const key = driverKey(id);
  return key === undefined ? id : id.slice(0, key.length + 1);
}

/** Checks what is stored. @returns undefined for what is damaged, or of another version */
export function readSnapshot(stored: unknown): Snapshot | undefined {
  const read = v.safeParse(recordSchema, stored);
  if (!read.success) return undefined;
  const record = read.output;
  let first = 0;
  const profiles = record.profiles.map(({ profile, loadedAt, drivers }) => {
    const from = first;
    first += drivers;
    return {
      profile,
      loadedAt,
      drivers: () => (loadedAt === null ? undefined : driversOf(record, from, drivers)),
    };
  });
  const keys = new Set(record.kind.values.map(({ head }) => driverKey(head) ?? head));
  return { at: record.at, profiles, keys };
}

function driversOf(record: SnapshotRecord, from: number, length: number): readonly Driver[] {
  const { kind, tail, approvalStatus, category, applicableDeviceCount, deployDateTime } = record;
  return Array.from({ length }, (_, index) => {
    const row = from + index;
    const { head, name, version, manufacturer, driverClass, releaseDateTime } = valueAt(kind, row);
    return {
      id: head + valueAt(tail, row),
      name,
      version,
      manufacturer,
      driverClass,
      releaseDateTime,
      approvalStatus: valueAt(approvalStatus, row),
      category: valueAt(category, row),
      applicableDeviceCount: valueAt(applicableDeviceCount, row),
      deployDateTime: valueAt(deployDateTime, row),
    };
  });
}

/** The schema has made sure that each row has a value. */
function valueAt<Value>({ values, at }: PackedColumn<Value>, row: number): Value {
  return values[at[row] as number] as Value;
}
