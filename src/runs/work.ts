import type { OnWait } from '../graph/client.ts';
import type { DriverSendHooks } from '../graph/driver-actions.ts';
import type { Rows } from '../graph/rows.ts';
import type { SendHooks, Sent } from '../graph/sender.ts';
import type { Success } from '../graph/transport.ts';
import { inLanes } from '../lib/lanes.ts';
import { type Problem, toProblem } from '../lib/problem.ts';
import type { ItemResult, StepResults } from './model/reducer.ts';
import type { Item, PlannedItem, Reviewed, Step, TargetItems } from './model/run.ts';

/** What the runner is told while a step is sent; `reread` gives the ids that are left after a wait. */
export type WorkHooks = DriverSendHooks;

/** What a read says of a step; with a problem when its target could not be read. */
export interface Observed extends StepResults {
  readonly problem?: Problem;
}

/** What a read just before a sending says of an item. */
export interface Inspected extends ItemResult {
  /** With `planned`: the facts that were just read. */
  readonly reviewed?: Reviewed;
}

/** The targets of a plan as they are now. */
export interface FreshRead {
  /** In the order in which they were asked for. */
  readonly targets: readonly FreshTarget[];
  /** What was read of some of these targets: what the action's review is made of. */
  readonly seenOf: (sent: readonly TargetItems[]) => unknown;
  /** The decision about some of these targets in words: "Approve 3 drivers in Pilot ring". */
  readonly titleOf: (sent: readonly TargetItems[]) => string;
}

/** A target under its name of now, with the items that can be sent; the others with the reason. */
export interface FreshTarget extends TargetItems {
  readonly leftOut: readonly Skipped[];
  /** Why the target could not be read. */
  readonly problem?: Problem;
}

/** An item that cannot be sent now, and why. */
export interface Skipped {
  readonly item: PlannedItem;
  readonly reason: string;
  /** It may be sent later: its target could not be read now, or another run has sent it and has no result yet. */
  readonly open?: 'unread' | 'held';
}

/** How steps of one kind are carried out. The runner knows the order; this knows the resource. */
export interface Work {
  /** Permissions to send, asked for before anything else. */
  readonly scopes: readonly string[];
  /** How many of its targets are sent to at once. */
  readonly lanes: number;
  /** When to read after the last answer, in ms since then, ascending. */
  readonly readAt: readonly number[];
  /**
   * Reads the targets just before they are sent: `planned` with a stamp for those that are to be sent, and what became
   * of the others. `onWait` is told of waits that are part of the run's own pace. @throws ProblemError
   */
  inspect(step: Step, signal?: AbortSignal, onWait?: OnWait): Promise<readonly Inspected[]>;
  /**
   * Reads the targets of a plan that is made of what a run remembers, for a person to decide again. Everything that is
   * shown of them is of this read; what was remembered only says which items are meant, and what was decided about
   * them. @throws ProblemError
   */
  readAfresh(targets: readonly TargetItems[]): Promise<FreshRead>;
  send(step: Step, ids: readonly string[], hooks: WorkHooks): Promise<Sent>;
  /** What "already in progress" says of an item that was sent. */
  following(item: Item): ItemResult;
  /** True of a refusal that would come again however often a step is sent. */
  isFinal(problem: Problem): boolean;
  /** What a success says of each id that was sent. */
  account(ids: readonly string[], answer: Success): readonly ItemResult[];
  /**
   * Reads what became of the items that are not settled.
   *
   * @param elapsed ms since the last answer: early on, "still as before" proves nothing
   * @throws ProblemError when nothing can be read
   */
  observe(steps: readonly Step[], elapsed: number): Promise<readonly Observed[]>;
}

/** The ids of a step that are still to be sent. */
export function plannedIds(step: Step): readonly string[] {
  return step.items.filter((item) => item.phase === 'planned').map((item) => item.id);
}

/** Each of them may be a list of thousands. */
const readsAtOnce = 4;

/**
 * Judges the items of each step that are not settled. A target that cannot be read does not keep the others from
 * being judged.
 *
 * @param look reads the target of a step, and gives what the read says of an item
 */
export async function observeEach(
  steps: readonly Step[],
  look: (step: Step) => Promise<(item: Item) => ItemResult | undefined>,
): Promise<readonly Observed[]> {
  const all: Observed[] = [];
  await inLanes(steps, readsAtOnce, async (step) => {
    try {
      const judge = await look(step);
      const open = step.items.filter((item) => item.phase === 'answered');
      all.push({ stepId: step.id, results: open.map(judge).filter((result) => result !== undefined) });
    } catch (error) {
      all.push({ stepId: step.id, results: [], problem: toProblem(error) });
    }
  });
  return all;
}

/** How to see an entry in a list that was just read. A row without a readable id might be any of them. */
export function seeIn<Row extends { readonly id: string }>({
  rows,
  setAside,
}: Rows<Row>): (id: string) => Row | 'gone' | 'unreadable' {
  const byId = new Map<string, Row | 'unreadable'>(rows.map((row) => [row.id, row]));
  const mayBeAny = setAside.some(({ id }) => !id);
  for (const { id } of setAside) if (id) byId.set(id, 'unreadable');
  return (id) => byId.get(id) ?? (mayBeAny ? 'unreadable' : 'gone');
}

/** That something was deleted is what the read found, and no failure of it. @throws ProblemError of any other kind */
export async function orGone<Found>(reading: Promise<Found>): Promise<Found | 'gone'> {
  try {
    return await reading;
  } catch (error) {
    if (toProblem(error).kind === 'notFound') return 'gone';
    throw error;
  }
}

/** Hooks for a request whose target is its only item: after a wait it is sent again as long as the item is left. */
export function rereadAny(hooks: WorkHooks): SendHooks {
  return { ...hooks, reread: async () => ((await hooks.reread()).length === 0 ? undefined : {}) };
}

/**
 * Reads each target of a plan. One that cannot be read does not keep the others from being read.
 */
export async function readEach(
  targets: readonly TargetItems[],
  read: (target: TargetItems) => Promise<FreshTarget>,
): Promise<readonly FreshTarget[]> {
  const found: FreshTarget[] = [];
  await inLanes([...targets.entries()], readsAtOnce, async ([at, target]) => {
    found[at] = await read(target).catch((error: unknown) => unread(target, toProblem(error)));
  });
  return found;
}

function unread({ id, name, items }: TargetItems, problem: Problem): FreshTarget {
  return { id, name, items: [], leftOut: items.map((item) => ({ item, reason: problem.title })), problem };
}
