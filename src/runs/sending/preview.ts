import { ProblemError } from '../../lib/problem.ts';
import { notKnownYet } from '../model/left-out.ts';
import { concernsAll } from '../model/problems.ts';
import { type NextPlan, titleOfNext } from '../model/retry.ts';
import type { Plan, PlanTarget } from '../model/run.ts';
import type { FreshTarget, Skipped, Work } from '../work.ts';

/** What a run leads to, as a fresh read found it. */
export interface Preview {
  /** What can be sent; undefined when nothing can. Names, facts and title are of the read. */
  readonly plan: Plan | undefined;
  /** Items under the names that the read gave, or those of the history where it gave none. */
  readonly leftOut: readonly Skipped[];
  /** What was read of the items that can be sent, for consequences, warnings and device counts: the action knows its shape. */
  readonly seen: unknown;
}

/**
 * Reads the targets of a plan that was made of what a run remembers. What the history holds may be old, or may have been
 * changed by anybody who can open the developer tools: only what a fresh read shows is offered to be sent.
 *
 * @param openIn the ids of a target that other runs have sent, and whose results are not known yet
 * @throws ProblemError when nothing is left and a target could not be read, or what stands in the way of one does so for all
 */
export async function previewPlan(
  next: NextPlan,
  work: Work,
  openIn: (targetId: string) => Promise<ReadonlySet<string>>,
): Promise<Preview> {
  // Asked first, as before a sending: what a run settles while we read may be younger than what we read.
  const open = new Map<string, ReadonlySet<string>>();
  for (const { id } of next.targets) open.set(id, await openIn(id));
  const read = await work.readAfresh(next.targets);
  const problems = read.targets.flatMap(({ problem }) => problem ?? []);
  const [unread] = problems.filter(concernsAll);
  if (unread) throw new ProblemError(unread);

  const sorted = read.targets.map((target) => withoutOpen(target, open.get(target.id)));
  const targets = sorted
    .map(({ id, name, items }): PlanTarget => ({ id, name, items }))
    .filter(({ items }) => items.length > 0);
  // That nothing is left to be sent can be said only of what was read.
  if (targets.length === 0 && problems[0]) throw new ProblemError(problems[0]);
  const { verb, ...rest } = next;
  const plan = { ...rest, title: titleOfNext(verb, read.titleOf(targets)), targets };
  return {
    plan: targets.length === 0 ? undefined : plan,
    leftOut: sorted.flatMap(({ leftOut }) => leftOut),
    seen: read.seenOf(targets),
  };
}

/** Of what another run has sent, nobody knows yet whether this read shows its effect. */
function withoutOpen(target: FreshTarget, open: ReadonlySet<string> | undefined): FreshTarget {
  const busy = target.items.filter(({ id }) => open?.has(id));
  return {
    ...target,
    items: target.items.filter(({ id }) => !open?.has(id)),
    leftOut: [...target.leftOut, ...busy.map((item) => ({ item, reason: notKnownYet }))],
  };
}
