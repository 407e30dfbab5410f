import type { Item, Plan, PlannedItem, Step } from './model.ts';
import { toItem } from './plan.ts';
import type { Work } from './work.ts';

/** A plan that was made of what is remembered, compared with what there is now. */
export interface Preview {
  /** What can be sent, under the names that a read just gave; undefined when nothing can. */
  readonly plan: Plan | undefined;
  readonly leftOut: readonly { readonly item: PlannedItem; readonly reason: string }[];
}

/**
 * Reads the targets of a plan again. What a journal remembers may be old, or may have been changed by anybody who can
 * open the developer tools: only what a fresh read confirms is offered to be sent.
 *
 * @throws ProblemError when a target cannot be read
 */
export async function previewPlan(plan: Plan, work: Work): Promise<Preview> {
  const leftOut: { item: PlannedItem; reason: string }[] = [];
  const targets = [];
  for (const target of plan.targets) {
    const results = new Map((await work.inspect(stepOf(target))).map((result) => [result.id, result]));
    const items: PlannedItem[] = [];
    for (const item of target.items) {
      const found = results.get(item.id);
      if (found?.phase === 'planned') {
        items.push({ ...item, name: found.name ?? item.name, detail: found.detail ?? item.detail });
      } else {
        leftOut.push({ item, reason: found?.reason || 'It is under way already' });
      }
    }
    if (items.length > 0) targets.push({ ...target, items });
  }
  return { plan: targets.length === 0 ? undefined : { ...plan, targets }, leftOut };
}

/** A target as a step of which nothing has been sent: what is read before a sending is read of steps. */
function stepOf({ id, name, items }: Plan['targets'][number]): Step {
  const planned: readonly Item[] = items.map(toItem);
  return { id, targetId: id, targetName: name, items: planned, attempts: [], problem: null };
}
