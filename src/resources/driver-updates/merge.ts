import type { Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { driverKey, possibleKey } from './driver-key.ts';
import {
  type Apart,
  type Columns,
  type DriverUpdate,
  type FactName,
  factNames,
  factsOf,
} from './driver-update.ts';

/** A profile, and its drivers as far as they are known. */
export interface ProfileDrivers {
  readonly profile: { readonly id: string };
  /** All of them; undefined while they load, or where they could not be read. */
  readonly drivers: readonly Driver[] | undefined;
  /** Those of its first pages, while others are still to come. */
  readonly soFar?: readonly Driver[] | undefined;
}

/** The drivers of all profiles as driver updates. */
export interface Merged {
  readonly updates: readonly DriverUpdate[];
  readonly columns: Columns;
}

/** Merges profiles as they come. */
export interface Merger {
  /**
   * The driver updates of these profiles. A profile whose list of drivers is the same array as before costs nothing, and a
   * driver update in which nothing has changed stays the same object. Takes linear time in the drivers that are new.
   */
  merge(profiles: readonly ProfileDrivers[]): Merged;
}

/** A driver update while it is being merged. */
interface Row extends Record<FactName, string> {
  id: string;
  key: string | undefined;
  releaseDateTime: Instant | null;
  cells: (Driver | undefined)[];
  apart: Apart | undefined;
}

const none: readonly Driver[] = [];

/** The id of the row of one driver alone; no key has a slash. */
const aloneId = (profileId: string, driver: Driver) => `${profileId}/${driver.id}`;

export function createMerger(): Merger {
  /** In the order in which they were first seen. */
  const rows = new Map<string, Row>();
  /** The rows of a key beyond the one whose id is the key; empty for nearly all. */
  const others = new Map<string, Set<string>>();
  const taken = new Map<string, readonly Driver[]>();
  /** Profiles that list a driver twice. */
  const doubled = new Set<string>();
  let columns = new Map<string, number>();
  /** Columns of profiles that are gone. */
  const free: number[] = [];
  let merged: Merged = { updates: [], columns };
  /** The rows that are made anew in this merge, and may still be written to. */
  let fresh = new Set<Row>();
  /** Keys whose rows may agree now, or no longer do. */
  let disputed = new Set<string>();

  function open(row: Row): Row {
    if (fresh.has(row)) return row;
    const copy = { ...row, cells: row.cells.slice() };
    rows.set(row.id, copy);
    fresh.add(copy);
    return copy;
  }

  function add(id: string, key: string | undefined, driver: Driver, apart?: Apart): Row {
    const { manufacturer, driverClass, name, version, releaseDateTime } = driver;
    const cells = Array<Driver | undefined>(columns.size + free.length).fill(undefined);
    const row = { id, key, manufacturer, driverClass, name, version, releaseDateTime, cells, apart };
    rows.set(id, row);
    fresh.add(row);
    return row;
  }

  function* rowsOf(key: string): Generator<Row> {
    const row = rows.get(key);
    if (row) yield row;
    for (const id of others.get(key) ?? []) yield rows.get(id) as Row; // `others` names rows alone
  }

  function addApart(id: string, key: string, driver: Driver, apart?: Apart): Row {
    others.set(key, (others.get(key) ?? new Set()).add(id));
    disputed.add(key);
    return add(id, key, driver, apart);
  }

  /** The row that a driver of this profile belongs to; made when there is none. */
  function rowFor(profileId: string, column: number, driver: Driver): Row {
    const row = rows.get(possibleKey(driver.id) ?? '');
    // Nearly all are of a key that is known, which needs no second look.
    if (row && row.key === row.id && isFree(row, column, driver) && agree(row, driver)) return row;
    const key = driverKey(driver.id);
    if (key === undefined) {
      const id = aloneId(profileId, driver);
      return rows.get(id) ?? add(id, undefined, driver, { kind: 'noKey' });
    }
    for (const known of rowsOf(key)) {
      if (!agree(known, driver)) continue;
      if (isFree(known, column, driver)) return known;
      doubled.add(profileId);
      return addApart(aloneId(profileId, driver), key, driver, { kind: 'twice' });
    }
    if (row) return addApart(`${key}/${factsOf(driver)}`, key, driver);
    if (others.has(key)) disputed.add(key);
    return add(key, key, driver);
  }

  function put(profileId: string, column: number, driver: Driver): void {
    const row = rowFor(profileId, column, driver);
    if (row.cells[column] === driver) return;
    const written = open(row);
    written.cells[column] = driver;
    written.releaseDateTime = earliest(written.releaseDateTime, driver.releaseDateTime);
  }

  function take(profileId: string, column: number, driver: Driver): void {
    const key = driverKey(driver.id);
    const candidates = key === undefined ? [rows.get(aloneId(profileId, driver))] : rowsOf(key);
    for (const row of candidates) {
      if (row?.cells[column] === driver) empty(open(row), column);
    }
  }

  function empty(row: Row, column: number): void {
    row.cells[column] = undefined;
    const left = row.cells.filter((driver) => driver !== undefined);
    row.releaseDateTime = left.map(({ releaseDateTime }) => releaseDateTime).reduce(earliest, null);
    if (left.length > 0) return;
    rows.delete(row.id);
    const { key } = row;
    if (key === undefined) return;
    const ids = others.get(key);
    ids?.delete(row.id);
    if (ids?.size === 0) others.delete(key);
    disputed.add(key);
  }

  function replace(profileId: string, column: number, next: readonly Driver[]): void {
    const before = taken.get(profileId) ?? none;
    if (isBeginning(before, next) && !doubled.has(profileId)) {
      for (const driver of next.slice(before.length)) put(profileId, column, driver);
      taken.set(profileId, next);
      return;
    }
    // Which of two alike has the row depends on both: they are put in afresh.
    const isDoubled = doubled.delete(profileId);
    const after = new Map(next.map((driver) => [driver.id, driver]));
    for (const driver of before) {
      const now = after.get(driver.id);
      if (isDoubled || !now || !isSame(driver, now)) take(profileId, column, driver);
    }
    for (const driver of next) put(profileId, column, driver);
    taken.set(profileId, next);
  }

  /** Gives each profile its column. A profile that is gone leaves its own to the next that comes. */
  function place(profiles: readonly ProfileDrivers[]): void {
    const listed = new Set(profiles.map(({ profile }) => profile.id));
    const come = [...listed].filter((id) => !columns.has(id));
    if (come.length === 0 && columns.size === listed.size) return;
    const next = new Map(columns);
    for (const [id, column] of columns) {
      if (listed.has(id)) continue;
      replace(id, column, none);
      taken.delete(id);
      next.delete(id);
      free.push(column);
    }
    columns = next;
    for (const id of come) columns.set(id, free.pop() ?? columns.size);
  }

  /** Says of rows of one key in what they differ. */
  function settle(key: string): void {
    const alike = [...rowsOf(key)].filter(({ apart }) => apart?.kind !== 'twice');
    const [first] = alike;
    const differ = factNames.filter((name) => alike.some((row) => row[name] !== first?.[name]));
    const apart: Apart | undefined = differ.length > 0 ? { kind: 'facts', differ } : undefined;
    for (const row of alike) if (row.apart || apart) open(row).apart = apart;
  }

  return {
    merge(profiles) {
      fresh = new Set();
      disputed = new Set();
      const before = columns;
      place(profiles);
      for (const { profile, drivers, soFar } of profiles) {
        const column = columns.get(profile.id) as number; // `place` has given each its own
        const listed = drivers ?? soFar ?? none;
        if (listed !== taken.get(profile.id)) replace(profile.id, column, listed);
      }
      for (const key of disputed) settle(key);
      if (fresh.size > 0 || columns !== before) merged = { updates: [...rows.values()], columns };
      return merged;
    },
  };
}

/** Whether a list is the first part of another: only pages have come. */
function isBeginning(list: readonly Driver[], of: readonly Driver[]): boolean {
  return list.length <= of.length && list.every((driver, index) => driver === of[index]);
}

function agree(one: Record<FactName, string>, other: Record<FactName, string>): boolean {
  return (
    one.name === other.name &&
    one.version === other.version &&
    one.manufacturer === other.manufacturer &&
    one.driverClass === other.driverClass
  );
}

/** Whether a row has room for a driver in this column: none is there, or the same driver as it was before. */
function isFree({ cells }: Row, column: number, { id }: Driver): boolean {
  const there = cells[column];
  return there === undefined || there.id === id;
}

/** Whether a driver belongs where it was before. */
function isSame(before: Driver, now: Driver): boolean {
  return before === now || (agree(before, now) && before.releaseDateTime === now.releaseDateTime);
}

function earliest(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
