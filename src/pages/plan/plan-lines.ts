import { actionOf } from '../../actions/all.ts';
import { groupBy } from '../../lib/group-by.ts';
import { changeKey, type StagedChange, targetsOf } from '../../plan/staged/staged-change.ts';
import { intentsOf, isSameIntent } from '../../runs/action.ts';
import type { PlannedItem } from '../../runs/model/run.ts';
import type { Preview } from '../../runs/sending/preview.ts';
import type { Skipped } from '../../runs/work.ts';

/** One staged change, and what the last read says of it. */
export interface PlanLine {
  /** `changeKey` of the change. */
  readonly key: string;
  readonly change: StagedChange;
  /** As the read found it; as it was staged where no read has. */
  readonly item: PlannedItem;
  readonly targetName: string;
  /**
   * `unread`: nothing was read yet; `skipped`: it no longer applies; `unchecked`: its target could not be read; `held`:
   * another run has sent the item, and has no result yet.
   */
  readonly state: 'unread' | 'sent' | 'skipped' | 'unchecked' | 'held';
  /** Why it isn't sent; '' where it is, as far as is known. */
  readonly why: string;
}

/** True for what the run would send, as far as is known. */
export function maySend({ state }: Pick<PlanLine, 'state'>): boolean {
  return state === 'sent' || state === 'unread';
}

/** The changes of a plan, each with what a preview of that plan says of it. @param preview undefined: not read yet */
export function linesOf(
  changes: ReadonlyMap<string, StagedChange>,
  preview: Preview | undefined,
): readonly PlanLine[] {
  const sent = new Map(
    (preview?.plan?.targets ?? []).flatMap((target) =>
      target.items.map((item) => [changeKey({ target, item }), { item, targetName: target.name }] as const),
    ),
  );
  const skipped = skippedIn(changes, sent, preview?.leftOut ?? []);
  return [...changes].map(([key, change]): PlanLine => {
    const line = { key, change, item: change.item, targetName: change.target.name };
    const found = sent.get(key);
    if (found) return { ...line, ...found, state: 'sent', why: '' };
    const left = skipped.get(key);
    if (left?.open) return { ...line, state: left.open === 'held' ? 'held' : 'unchecked', why: left.reason };
    if (left) return { ...line, item: left.item, state: 'skipped', why: whyOf(change, left) };
    return { ...line, state: 'unread', why: '' };
  });
}

/**
 * What a preview left out, by `changeKey`: it says no targets, and items of several may have one id, but it keeps the order
 * in which it was asked.
 */
function skippedIn(
  changes: ReadonlyMap<string, StagedChange>,
  sent: ReadonlyMap<string, unknown>,
  leftOut: readonly Skipped[],
): ReadonlyMap<string, Skipped> {
  const byId = groupBy(leftOut, ({ item }) => item.id);
  const targets = targetsOf([...changes.values()]);
  const skipped = new Map<string, Skipped>();
  for (const intent of intentsOf(targets)) {
    for (const target of targets.filter((each) => isSameIntent(each.intent, intent))) {
      for (const item of target.items) {
        const key = changeKey({ target, item });
        const next = sent.has(key) ? undefined : byId.get(item.id)?.shift();
        if (next) skipped.set(key, next);
      }
    }
  }
  return skipped;
}

/** "Approved since you staged it", or the reason of the read. Graph doesn't say who changed it. */
function whyOf({ intent, item }: StagedChange, { item: now, reason }: Skipped): string {
  return now.before === item.before
    ? reason
    : `${actionOf(intent).stateName(now.before)} since you staged it`;
}

/** The lines of one target, or those of a kind whose targets are the items themselves. */
export interface PlanGroup {
  /** The id of the target; for items that are targets themselves, what they are called. */
  readonly id: string;
  /** "Pilot ring", "Tasks" */
  readonly name: string;
  /** The place among the rings, from 1; undefined for what is no ring. */
  readonly ring: number | undefined;
  readonly lines: readonly PlanLine[];
}

/** @param profileIds of all profiles as people see them: rings first; @param rings how many of them are rings */
export function groupsOf(
  lines: readonly PlanLine[],
  profileIds: readonly string[],
  rings: number,
): readonly PlanGroup[] {
  const places = new Map(profileIds.map((id, place) => [id, place]));
  const groups = groupBy(lines, ({ change: { intent, target } }) => {
    const { heads, noun } = actionOf(intent);
    return heads.target === undefined ? noun : target.id;
  });
  return [...groups]
    .map(([id, own]): PlanGroup => {
      const place = places.get(id);
      const isOneTarget = own[0]?.change.target.id === id;
      const name = isOneTarget ? (own.find(({ state }) => state === 'sent') ?? own[0]) : undefined;
      return {
        id,
        name: name?.targetName ?? `${id.charAt(0).toUpperCase()}${id.slice(1)}s`,
        ring: place !== undefined && place < rings ? place + 1 : undefined,
        lines: own,
      };
    })
    .toSorted((one, other) => placeOf(places, one) - placeOf(places, other));
}

function placeOf(places: ReadonlyMap<string, number>, { id }: PlanGroup): number {
  return places.get(id) ?? places.size;
}
