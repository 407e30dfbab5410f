import { toProblem } from '../lib/problem.ts';
import { notKnownYet } from './left-out.ts';
import type { Item, Plan, PlannedItem, PlanTarget, Step } from './model.ts';
import { toItem } from './plan.ts';
import { concernsAll } from './problems.ts';
import type { ItemResult } from './reducer.ts';
import { countAgain } from './retry.ts';
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
 * @param openIn the ids of a target that other runs have sent, and do not know yet what became of
 * @throws ProblemError when nothing is left and a target could not be read, or what stands in the way of one does so for all
 */
export async function previewPlan(
  plan: Plan,
  work: Work,
  openIn: (targetId: string) => Promise<ReadonlySet<string>>,
): Promise<Preview> {
  const leftOut: { item: PlannedItem; reason: string }[] = [];
  const targets: PlanTarget[] = [];
  const failures: unknown[] = [];
  for (const target of plan.targets) {
    try {
      // Asked first, as before a sending: what a run settles while we read may be younger than what we read.
      const open = await openIn(target.id);
      const results = new Map((await work.inspect(stepOf(target))).map((result) => [result.id, result]));
      const sorted = target.items.map((item) => compare(item, results.get(item.id), open));
      const items = sorted.flatMap(({ planned }) => planned ?? []);
      leftOut.push(...sorted.flatMap(({ left }) => left ?? []));
      if (items.length > 0) targets.push({ ...target, items });
    } catch (error) {
      const problem = toProblem(error);
      if (concernsAll(problem)) throw error;
      failures.push(error);
      leftOut.push(...target.items.map((item) => ({ item, reason: problem.title })));
    }
  }
  const count = targets.reduce((sum, { items }) => sum + items.length, 0);
  // That nothing is left to be sent can be said only of what was read.
  if (count === 0 && failures.length > 0) throw failures[0];
  const title = countAgain(plan.title, count);
  return { plan: count === 0 ? undefined : { ...plan, title, targets }, leftOut };
}

/** An item as a read has just found it: to be sent, or left out with the reason. */
function compare(
  item: PlannedItem,
  found: ItemResult | undefined,
  open: ReadonlySet<string>,
): { readonly planned?: PlannedItem; readonly left?: { item: PlannedItem; reason: string } } {
  if (found?.phase !== 'planned') {
    return { left: { item, reason: found?.reason || 'It is under way already' } };
  }
  if (open.has(item.id)) return { left: { item, reason: notKnownYet } };
  return { planned: { ...item, name: found.name ?? item.name, detail: found.detail ?? item.detail } };
}

/** A target as a step of which nothing has been sent: what is read before a sending is read of steps. */
function stepOf({ id, name, items }: Plan['targets'][number]): Step {
  const planned: readonly Item[] = items.map(toItem);
  return { id, targetId: id, targetName: name, items: planned, attempts: [], problem: null };
}
