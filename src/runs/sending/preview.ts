import { ProblemError } from '../../lib/problem.ts';
import { intentsOf, isSameIntent, partsOf } from '../action.ts';
import { notKnownYet } from '../model/left-out.ts';
import { concernsAll } from '../model/problems.ts';
import { type NextPlan, titleOfNext } from '../model/retry.ts';
import type { Intent, Plan, PlanTarget } from '../model/run.ts';
import type { FreshTarget, Skipped, Work } from '../work.ts';

/** What a run leads to, as a fresh read found it. */
export interface Preview {
  /** What can be sent; undefined when nothing can. Names, facts and title are of the read. */
  readonly plan: Plan | undefined;
  /** Items under the names that the read gave, or those of the history where it gave none. */
  readonly leftOut: readonly Skipped[];
  /** For each intent of the plan, what was read of the items that can be sent: its action knows the shape. */
  readonly seen: readonly { readonly intent: Intent; readonly seen: unknown }[];
}

/**
 * Reads the targets of a plan that was made of what a run remembers. What the history holds may be old, or may have been
 * changed by anyone with the developer tools: only what a fresh read shows is offered to be sent.
 *
 * @param openIn the ids of a target that other runs have sent, and whose results are not known yet
 * @throws ProblemError when nothing is left and a target could not be read, or what stands in the way of one does so for all
 */
export async function previewPlan(
  next: NextPlan,
  workFor: (intent: Intent) => Work,
  openIn: (target: PlanTarget) => Promise<ReadonlySet<string>>,
): Promise<Preview> {
  // Asked first, as before a sending: what a run settles while we read may be younger than what we read.
  const open = new Map<string, ReadonlySet<string>>();
  for (const target of next.targets) open.set(keyOf(target.intent, target), await openIn(target));
  const parts = await Promise.all(
    intentsOf(next.targets).map(async (intent) => {
      const asked = next.targets.filter((target) => isSameIntent(target.intent, intent));
      return { intent, read: await workFor(intent).readAfresh(asked) };
    }),
  );
  const problems = parts.flatMap(({ read }) => read.targets.flatMap(({ problem }) => problem ?? []));
  const [unread] = problems.filter(concernsAll);
  if (unread) throw new ProblemError(unread);

  const sorted = parts.map(({ intent, read }) => {
    const found = read.targets.map((target) => withoutOpen(target, open.get(keyOf(intent, target))));
    const targets = found
      .map(({ id, name, items }): PlanTarget => ({ id, name, intent, items }))
      .filter(({ items }) => items.length > 0);
    return { intent, read, targets, leftOut: found.flatMap(({ leftOut }) => leftOut) };
  });
  const sent = sorted.filter(({ targets }) => targets.length > 0);
  // That nothing is left to be sent can be said only of what was read.
  if (sent.length === 0 && problems[0]) throw new ProblemError(problems[0]);
  const { verb, ...rest } = next;
  const title = titleOfNext(verb, sent.map(({ read, targets }) => read.titleOf(targets)).join('; '));
  return {
    plan: sent.length === 0 ? undefined : { ...rest, title, targets: sent.flatMap(({ targets }) => targets) },
    leftOut: sorted.flatMap(({ leftOut }) => leftOut),
    seen: sent.map(({ intent, read, targets }) => ({ intent, seen: read.seenOf(targets) })),
  };
}

function keyOf(intent: Intent, { id }: { readonly id: string }): string {
  return JSON.stringify([partsOf(intent), id]);
}

/** Of what another run has sent, nobody knows yet whether this read shows its effect. */
function withoutOpen(target: FreshTarget, open: ReadonlySet<string> | undefined): FreshTarget {
  const busy = target.items.filter(({ id }) => open?.has(id));
  // That a target is gone is what the read found, and no failure of it.
  const isUnread = target.problem !== undefined && target.problem.kind !== 'notFound';
  const leftOut = isUnread
    ? target.leftOut.map((left): Skipped => ({ ...left, open: 'unread' }))
    : target.leftOut;
  return {
    ...target,
    items: target.items.filter(({ id }) => !open?.has(id)),
    leftOut: [...leftOut, ...busy.map((item): Skipped => ({ item, reason: notKnownYet, open: 'held' }))],
  };
}
