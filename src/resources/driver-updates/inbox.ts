import type { Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import type { Group, GroupOrder, Sort } from '../../ui/data-grid/row-model.ts';
import { type Columns, cellIn, type DriverUpdate } from './driver-update.ts';
import { familiesOf } from './family.ts';

/** What tells whether a driver update waits for a decision. */
export interface WaitingIn {
  /** The profiles in the order of rings. */
  readonly profiles: readonly { readonly id: string }[];
  readonly columns: Columns;
  /** A decision about a driver is made, although its profile still lists it as waiting: it is staged, or in a run. */
  readonly isDecided: (profileId: string, driver: Driver) => boolean;
}

/** @returns the ids of the profiles in which a driver update waits; found once for as long as it stays the same object */
export function createWaiting({
  profiles,
  columns,
  isDecided,
}: WaitingIn): (update: DriverUpdate) => readonly string[] {
  const found = new WeakMap<DriverUpdate, readonly string[]>();
  return (update) => {
    const known = found.get(update);
    if (known) return known;
    const waiting = profiles.flatMap(({ id }) => {
      const driver = cellIn(update, columns, id);
      return driver?.approvalStatus === 'needsReview' && !isDecided(id, driver) ? [id] : [];
    });
    found.set(update, waiting);
    return waiting;
  };
}

/** Whether a driver update needs review in any profile, whatever is staged. */
export function needsReview({ cells }: Pick<DriverUpdate, 'cells'>): boolean {
  return cells.some((driver) => driver?.approvalStatus === 'needsReview');
}

/** A family as the inbox shows it. */
export interface InboxFamily extends Group {
  /** The earliest release of those that wait; null where none has a date. Epoch ms. */
  readonly oldest: Instant | null;
}

/**
 * The families of the driver updates that wait, by the id of each update. Only one of several versions has a header.
 *
 * @param waiting those that wait
 */
export function inboxFamilies(waiting: readonly DriverUpdate[]): ReadonlyMap<string, InboxFamily> {
  const families = new Map<string, InboxFamily>();
  for (const { id, name, versions } of familiesOf(waiting)) {
    const dates = versions.flatMap(({ releaseDateTime }) => releaseDateTime ?? []);
    const isAlone = versions.length === 1;
    for (const update of versions) {
      families.set(update.id, {
        // What stands alone must not be hidden by a fold of the time when it didn't.
        id: isAlone ? `${id}\nalone` : id,
        label: name,
        isAlone,
        oldest: dates.length === 0 ? null : Math.min(...dates),
      });
    }
  }
  return families;
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** The order of the families: the one that waits longest first, or as the rows are sorted. */
export function familyOrder(families: ReadonlyMap<string, InboxFamily>, sort: Sort | undefined): GroupOrder {
  const byId = new Map([...families.values()].map((family) => [family.id, family]));
  const oldestOf = ({ id }: Group) => byId.get(id)?.oldest ?? Number.POSITIVE_INFINITY;
  const byAge = (one: Group, other: Group) => {
    const [from, to] = [oldestOf(one), oldestOf(other)];
    return (from === to ? 0 : from - to) || names.compare(one.label, other.label) || compareIds(one, other);
  };
  const byName = (one: Group, other: Group) => names.compare(one.label, other.label) || byAge(one, other);
  const compare = sort?.column === 'name' ? byName : byAge;
  const isReversed = sort?.direction === (sort?.column === 'name' ? 'descending' : 'ascending');
  return {
    text: sort ? `${sort.column} ${sort.direction}` : '',
    compare: isReversed ? (one, other) => compare(other, one) : compare,
  };
}

function compareIds({ id: one }: Group, { id: other }: Group): number {
  return one < other ? -1 : 1;
}

/** The driver updates that were released first come first; those without a date come last. */
export function oldestFirst(updates: readonly DriverUpdate[]): readonly DriverUpdate[] {
  const dateOf = ({ releaseDateTime }: DriverUpdate) => releaseDateTime ?? Number.MAX_SAFE_INTEGER;
  return updates.toSorted((one, other) => dateOf(one) - dateOf(other));
}
