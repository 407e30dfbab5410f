import type { Instant } from '../../lib/instant.ts';
import { partsOf } from '../../runs/action.ts';
import type { Intent, Plan, PlannedItem, PlanTarget } from '../../runs/model/run.ts';

/** One change of one item that a person means to make. Nothing of it has been sent. */
export interface StagedChange {
  /** What Graph's path names: the profile of a driver, or the task itself. */
  readonly target: { readonly id: string; readonly name: string };
  readonly intent: Intent;
  /** The item as the person saw it. */
  readonly item: PlannedItem;
  readonly stagedAt: Instant;
  /** What the person noted of it; '' where nothing was noted. */
  readonly note: string;
  /** Why its date stays inside a freeze; '' where nobody has said that it does. */
  readonly freezeReason: string;
}

/** Tells items apart. One item is under one change: a later one takes the place of an earlier one. */
export function changeKey({
  target,
  item,
}: {
  readonly target: { readonly id: string };
  readonly item: { readonly id: string };
}): string {
  return JSON.stringify([target.id, item.id]);
}

/** A plan that a person stages instead of starting it. */
export interface StagingPlan extends Plan {
  /** Why dates stay inside a freeze, by the ids of targets. */
  readonly freezeReasons?: Readonly<Record<string, string>>;
}

/** The changes of a plan, to be staged. */
export function changesOf(
  { targets, note, freezeReasons = {} }: Pick<StagingPlan, 'targets' | 'note' | 'freezeReasons'>,
  stagedAt: Instant,
): readonly StagedChange[] {
  return targets.flatMap(({ items, intent, id, name }) => {
    const freezeReason = freezeReasons[id] ?? '';
    return items.map(
      (item): StagedChange => ({ target: { id, name }, intent, item, stagedAt, note, freezeReason }),
    );
  });
}

/** What is to be sent: the changes of one target that decide the same go together, in the order of their staging. */
export function targetsOf(changes: readonly StagedChange[]): readonly PlanTarget[] {
  const groups = new Map<string, { readonly first: StagedChange; readonly items: PlannedItem[] }>();
  for (const change of changes) {
    const key = JSON.stringify([change.target.id, partsOf(change.intent)]);
    const group = groups.get(key);
    if (group) group.items.push(change.item);
    else groups.set(key, { first: change, items: [change.item] });
  }
  return [...groups.values()].map(({ first: { target, intent }, items }) => ({ ...target, intent, items }));
}
