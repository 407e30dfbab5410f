import type { Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';

/** What drivers of one key must agree in to be one driver update. */
export const factNames = ['manufacturer', 'driverClass', 'name', 'version'] as const;
export type FactName = (typeof factNames)[number];

/** The same text for drivers that agree. */
export function factsOf(driver: Readonly<Record<FactName, string>>): string {
  return factNames.map((name) => driver[name]).join('\n');
}

/**
 * Why a driver update is not merged with others. `noKey`: its id doesn't say which drivers of other profiles are the same.
 * `facts`: the others of its key say something else of themselves. `twice`: its profile lists the same driver once more.
 */
export type Apart =
  | { readonly kind: 'noKey' | 'twice' }
  | { readonly kind: 'facts'; readonly differ: readonly FactName[] };

/** The same driver over all profiles. */
export interface DriverUpdate extends Readonly<Record<FactName, string>> {
  /** Tells driver updates apart; nothing else is to be read from it. */
  readonly id: string;
  /** See `driverKey`. Driver updates of one key are apart. */
  readonly key: string | undefined;
  /** The earliest that a profile gives. */
  readonly releaseDateTime: Instant | null;
  readonly cells: Cells;
  /** Undefined for nearly all. */
  readonly apart: Apart | undefined;
}

/** The driver in each profile, at the place that `Columns` gives the profile; a profile that doesn't list it has none. */
export type Cells = readonly (Driver | undefined)[];

/** The place of each profile in `Cells`, by the profile's id. */
export type Columns = ReadonlyMap<string, number>;

/** The driver in one profile; undefined where the profile doesn't list it, or hasn't been loaded. */
export function cellIn(
  { cells }: Pick<DriverUpdate, 'cells'>,
  columns: Columns,
  profileId: string,
): Driver | undefined {
  const column = columns.get(profileId);
  return column === undefined ? undefined : cells[column];
}

/** The drivers of a driver update: in all profiles, or in these, in their order. */
export function* driversIn(
  { cells }: Pick<DriverUpdate, 'cells'>,
  within?: { readonly columns: Columns; readonly profileIds: Iterable<string> },
): Generator<Driver, void, undefined> {
  if (!within) {
    for (const driver of cells) if (driver) yield driver;
    return;
  }
  for (const profileId of within.profileIds) {
    const driver = cellIn({ cells }, within.columns, profileId);
    if (driver) yield driver;
  }
}
