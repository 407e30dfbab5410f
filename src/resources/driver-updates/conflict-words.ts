import type { Driver } from '../../graph/driver-inventories.ts';
import type { Instant } from '../../lib/instant.ts';
import { formatCount, formatDay, nameFew } from '../../ui/format.ts';
import { type Standing, standingOf } from '../driver-profiles/standing.ts';
import type { Conflict } from './conflicts.ts';
import { type Columns, cellIn, type DriverUpdate } from './driver-update.ts';

const labels = { order: 'Out of ring order', sharedGroup: 'Profiles share a group' } as const;

/** The kind of a conflict, for a label. */
export function conflictLabel({ kind }: Pick<Conflict, 'kind'>): string {
  return labels[kind];
}

/** Stands wherever conflicts of shared groups are shown: what they don't say. */
export const sharedGroupNote =
  'Only assigned groups are compared. Devices that are in two different groups aren’t checked.';

/** What a conflict is told by. */
export interface ConflictContext {
  readonly columns: Columns;
  /** The name of a profile by its id. */
  readonly nameOf: (profileId: string) => string;
  /** Epoch ms. */
  readonly now: Instant;
}

/**
 * What a conflict is about, in a sentence or two: "Available in Broad ring, but paused in Pilot ring."
 *
 * @param update the one that has the conflict
 */
export function conflictText(conflict: Conflict, update: DriverUpdate, context: ConflictContext): string {
  const offering = statesIn(conflict.offering, update, context);
  const holding = statesIn(conflict.holding, update, context);
  const difference = `${capitalize(offering)}, but ${holding}.`;
  if (conflict.kind === 'order') return difference;
  const groups = conflict.groupIds.length;
  const shared =
    groups === 1 ? 'a group, and its devices' : `${formatCount(groups)} groups, and their devices`;
  return `${difference} The profiles share ${shared} get the driver through ${nameFew(conflict.offering.map(context.nameOf))}.`;
}

/** The same where there is no room for a sentence: "Broad ring available, Pilot ring paused". */
export function conflictBrief(
  { offering, holding }: Conflict,
  update: DriverUpdate,
  context: ConflictContext,
): string {
  return [offering, holding]
    .flatMap((profileIds) => [...byState(profileIds, update, context)])
    .map(([state, names]) => `${nameFew(names)} ${state}`)
    .join(', ');
}

/** Each state with the profiles that have it: "paused in Pilot ring, needs review in A, B". */
export function statesIn(
  profileIds: readonly string[],
  update: DriverUpdate,
  context: ConflictContext,
): string {
  return [...byState(profileIds, update, context)]
    .map(([state, names]) => `${state} in ${nameFew(names)}`)
    .join(', ');
}

function byState(
  profileIds: readonly string[],
  update: DriverUpdate,
  { columns, nameOf, now }: ConflictContext,
): ReadonlyMap<string, readonly string[]> {
  const namesBy = new Map<string, string[]>();
  for (const profileId of profileIds) {
    const driver = cellIn(update, columns, profileId);
    if (!driver) continue;
    const standing = standingOf(driver, now);
    const state = standing === 'scheduled' ? `available from ${dayOf(driver)}` : words[standing];
    namesBy.set(state, [...(namesBy.get(state) ?? []), nameOf(profileId)]);
  }
  return namesBy;
}

const words: Readonly<Record<Exclude<Standing, 'scheduled'>, string>> = {
  approved: 'available',
  needsReview: 'needs review',
  suspended: 'paused',
  declined: 'declined',
  other: 'in an unknown state',
};

/** What is scheduled has a date. */
function dayOf({ deployDateTime }: Driver): string {
  return formatDay(deployDateTime as Instant);
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
