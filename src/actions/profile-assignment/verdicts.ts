import type { Assigned } from '../../resources/driver-profiles/assignments.ts';
import type { ItemResult } from '../../runs/model/reducer.ts';
import { refusedForNow } from '../../runs/model/retry.ts';
import type { Item } from '../../runs/model/run.ts';
import type { Inspected } from '../../runs/work.ts';
import type { AssignmentIntent } from './intent.ts';
import { listOf, listText } from './list.ts';
import { reviewedList } from './plan.ts';
import { whyNoAssignment } from './rules.ts';

/** The assignments of a profile as a read found them; `gone`: the profile was deleted. */
export type SeenAssignments = Assigned | 'gone';

/** What an older read may show too is taken for final after so many ms. */
const settleTime = 60_000;

/** What the read just before a sending says of assignments. @param wasSent a request for them has left already */
export function judgeAssignBefore(
  { groups }: AssignmentIntent,
  item: Item,
  assigned: Assigned,
  wasSent: boolean,
): Inspected {
  const { id } = item;
  const list = listOf(assigned.groups);
  const settled = { id, phase: 'settled', after: list } as const;
  const reason = whyNoAssignment(assigned);
  // A new list would take away what a colleague has assigned meanwhile.
  if (reason !== undefined) return { ...settled, outcome: 'changedByOther', reason };
  if (list === groups) {
    // Sent before, and refused for now: it may be our own doing.
    return wasSent
      ? { ...settled, outcome: 'confirmed' }
      : { ...settled, outcome: 'skipped', left: 'alreadySo', reason: 'Already in that state' };
  }
  if (list !== item.before) {
    return { ...settled, outcome: 'changedByOther', reason: changedReason(list) };
  }
  return { id, phase: 'planned', outcome: null, pre: list, reviewed: reviewedList(assigned.groups) };
}

function changedReason(list: string): string {
  return `The assignments have changed since you decided: ${listText(list).toLowerCase()} now; skipped`;
}

/**
 * What a read after a sending says of assignments.
 *
 * @param elapsed ms since the answer
 * @returns undefined while the read proves nothing
 */
export function judgeAssignAfter(
  { groups }: AssignmentIntent,
  item: Item,
  assigned: SeenAssignments,
  elapsed: number,
): ItemResult | undefined {
  const settled = { id: item.id, phase: 'settled' } as const;
  if (assigned === 'gone') return { ...settled, outcome: 'notFound', reason: 'The profile no longer exists' };
  const isWhole = whyNoAssignment(assigned) === undefined;
  const list = listOf(assigned.groups);
  const seen = { ...settled, after: list };
  if (isWhole && list === groups) {
    const wasRefused = item.outcome === 'rejected' || item.outcome === 'skipped';
    return { ...seen, outcome: 'confirmed', ...(wasRefused && { reason: refusedButSo }) };
  }
  if (item.outcome === 'rejected') return { ...settled, outcome: 'rejected', reason: item.reason };
  if (assigned.isPartial) return undefined;
  const isOld = elapsed < settleTime;
  // Another list: whether ours came first, and was replaced, nobody can tell.
  if (!isWhole || list !== item.before) {
    const reason = `${listText(list)} by now`;
    return isOld ? undefined : { ...seen, outcome: 'changedByOther', reason };
  }
  if (item.outcome === 'skipped') return { ...seen, ...refusedForNow };
  if (isOld) return undefined;
  const at = `${Math.round(elapsed / 1_000)} s later`;
  return item.outcome === 'successful' || item.outcome === 'contradicted'
    ? { ...seen, outcome: 'contradicted', reason: `Intune accepted it, but shows the earlier groups ${at}` }
    : { ...seen, outcome: 'notApplied', reason: `Unchanged ${at}` };
}

const refusedButSo = 'The request was rejected, but the profile has the groups you asked for';
