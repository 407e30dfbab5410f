import type { CellSet } from '../../ui/data-grid/cells/cell-set.ts';
import { countOf, formatCount } from '../../ui/format.ts';
import { statusWord } from '../driver-profiles/words.ts';
import { type Columns, cellIn, type DriverUpdate } from './driver-update.ts';

/** A driver update, and the profiles in which a person has selected it, in the order of rings. */
export interface PickedUpdate {
  readonly update: DriverUpdate;
  readonly profileIds: readonly string[];
}

/** The selected cells of the matrix, by what a person sees of them. */
export interface Picked {
  /** In the order of the rows. */
  readonly shown: readonly PickedUpdate[];
  /** How many cells filters or hidden columns hide. */
  readonly hidden: number;
}

/**
 * Tells the selected cells in sight from hidden ones. A driver update that no profile lists, and a profile that is gone, count
 * for nothing.
 *
 * @param cells by the ids of driver updates and profiles
 * @param matching the driver updates that match search and filters, in the order of rows
 * @param all every driver update
 * @param shownIds the profiles whose columns are shown, in the order of rings
 * @param profileIds every profile
 */
export function pickCells(
  cells: CellSet,
  {
    matching,
    all,
    shownIds,
    profileIds,
  }: {
    readonly matching: Iterable<DriverUpdate>;
    readonly all: readonly DriverUpdate[];
    readonly shownIds: readonly string[];
    readonly profileIds: readonly string[];
  },
): Picked {
  const shown: PickedUpdate[] = [];
  let inSight = 0;
  if (cells.size === 0) return { shown, hidden: 0 };
  for (const update of matching) {
    const own = cells.get(update.id);
    const picked = own ? shownIds.filter((id) => own.has(id)) : [];
    if (picked.length === 0) continue;
    shown.push({ update, profileIds: picked });
    inSight += picked.length;
  }
  let selected = 0;
  for (const { id } of all) {
    const own = cells.get(id);
    if (own) for (const profileId of profileIds) if (own.has(profileId)) selected += 1;
  }
  return { shown, hidden: selected - inSight };
}

/** How selected cells stand. */
export interface PickedFacts {
  readonly cells: number;
  /** The profiles in which there are any. */
  readonly profileIds: ReadonlySet<string>;
  /** By approval status, for those that are listed. */
  readonly statuses: ReadonlyMap<string, number>;
  readonly notListed: number;
  /** Their profiles haven't been loaded, or not all of them. */
  readonly notLoaded: number;
}

/** @param within.missingIds the profiles that haven't been loaded */
export function pickedFacts(
  picks: readonly PickedUpdate[],
  { columns, missingIds }: { readonly columns: Columns; readonly missingIds: ReadonlySet<string> },
): PickedFacts {
  const profileIds = new Set<string>();
  const statuses = new Map<string, number>();
  let [cells, notListed, notLoaded] = [0, 0, 0];
  for (const pick of picks) {
    for (const profileId of pick.profileIds) {
      cells += 1;
      profileIds.add(profileId);
      const driver = cellIn(pick.update, columns, profileId);
      // A decision is about whole profiles, also where some drivers of one have come.
      if (missingIds.has(profileId)) notLoaded += 1;
      else if (driver) statuses.set(driver.approvalStatus, (statuses.get(driver.approvalStatus) ?? 0) + 1);
      else notListed += 1;
    }
  }
  return { cells, profileIds, statuses, notListed, notLoaded };
}

/**
 * The cells that stay selected after a decision: those that it wasn't about.
 *
 * @param picks the cells that the decision was about
 * @param loadingIds the profiles that were still loading: no decision was about these
 */
export function leftAfter(
  cells: CellSet,
  picks: readonly PickedUpdate[],
  loadingIds: ReadonlySet<string>,
): CellSet {
  const left = new Map(cells);
  for (const { update, profileIds } of picks) {
    const decided = new Set(profileIds.filter((id) => !loadingIds.has(id)));
    const own = [...(left.get(update.id) ?? [])].filter((id) => !decided.has(id));
    if (own.length > 0) left.set(update.id, new Set(own));
    else left.delete(update.id);
  }
  return left;
}

/** "12 cells in 4 profiles: 8 need review, 3 approved, 1 not listed, and 5 more hidden" */
export function pickedText(
  facts: PickedFacts,
  { hidden, nameOf }: { readonly hidden: number; readonly nameOf: (profileId: string) => string },
): string {
  const { cells, profileIds, statuses } = facts;
  if (cells === 0) return hidden > 0 ? `${countOf(hidden, 'selected cell')} hidden` : '';
  const [first = ''] = profileIds;
  const where = profileIds.size === 1 ? nameOf(first) : countOf(profileIds.size, 'profile');
  const words = [
    ...inOrder(statuses).map(([status, count]) => partText(count, cells, wordFor(status, count))),
    ...restOf(facts).map(([count, word]) => partText(count, cells, word)),
  ];
  const more = hidden > 0 ? `, and ${formatCount(hidden)} more hidden` : '';
  return `${countOf(cells, 'cell')} in ${where}: ${words.join(', ')}${more}`;
}

/** Why every decision leaves cells out: "2 of 12 selected cells are skipped: 1 not listed, 1 not loaded." */
export function skippedText(facts: PickedFacts): string | undefined {
  const { cells, notListed, notLoaded } = facts;
  const skipped = notListed + notLoaded;
  if (skipped === 0) return undefined;
  const rest = restOf(facts);
  const reasons = rest.map(([count, word]) => (rest.length === 1 ? word : `${formatCount(count)} ${word}`));
  const verb = skipped === 1 ? 'is' : 'are';
  return `${formatCount(skipped)} of ${countOf(cells, 'selected cell')} ${verb} skipped: ${reasons.join(', ')}.`;
}

function inOrder(statuses: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const rank = (status: string) => {
    const at = order.indexOf(status);
    return at < 0 ? order.length : at;
  };
  return [...statuses].toSorted(([one], [other]) => rank(one) - rank(other));
}

/** What waits for a person comes first. */
const order: readonly string[] = ['needsReview', 'approved', 'suspended', 'declined'];

function restOf({ notListed, notLoaded }: PickedFacts): readonly (readonly [number, string])[] {
  const rest = [
    [notListed, 'not listed'],
    [notLoaded, 'not loaded'],
  ] as const;
  return rest.filter(([count]) => count > 0);
}

function wordFor(status: string, count: number): string {
  return status === 'needsReview' && count > 1 ? 'need review' : statusWord(status);
}

/** The number is said where there are others. */
function partText(count: number, all: number, word: string): string {
  return all === 1 ? word : `${formatCount(count)} ${word}`;
}
