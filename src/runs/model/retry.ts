import { type ActionOf, partsOf, type Wanted } from '../action.ts';
import {
  type Item,
  isNothingToTry,
  type Outcome,
  type Plan,
  type PlannedItem,
  type PlanTarget,
  type Run,
  type Step,
} from './run.ts';

/** Outcomes after which nothing was changed, so that another try cannot double anything. */
const retryable: readonly Outcome[] = ['failed', 'rejected', 'notApplied', 'skipped'];

/**
 * True when another try of an item can help. What was left out because it was so already has nothing to try, and a final
 * refusal would come again.
 */
export function mayRetry(item: Item): boolean {
  return (
    item.phase === 'settled' &&
    !item.isFinal &&
    item.outcome !== null &&
    retryable.includes(item.outcome) &&
    !(item.outcome === 'skipped' && (isNothingToTry(item) || item.left === 'canceled'))
  );
}

/** True for an item that a person kept from being sent, or from being sent again: canceled, and no failure. */
export function isCanceled(
  { cancelled }: Pick<Run, 'cancelled'>,
  { phase, outcome, left }: Pick<Item, 'phase' | 'outcome' | 'left'>,
): boolean {
  const isDeferred = outcome === 'skipped' && (phase === 'answered' || left === 'refusedForNow');
  return left === 'canceled' || (cancelled && isDeferred);
}

/** What is known of an item that Graph refused for now, until a read has confirmed it. */
export const putOff = {
  phase: 'answered',
  outcome: 'skipped',
  reason: 'Microsoft asked to wait; not resent',
} as const;

/** What a read says of an item that Graph refused for now, when it finds it untouched. */
export const refusedForNow = {
  outcome: 'skipped',
  left: 'refusedForNow',
  reason: 'Microsoft asked to wait; nothing changed',
} as const;

/**
 * What a run leads to, as far as it remembers, or what was staged: which items, what was decided about them, and how their
 * state is expected to be now. It becomes a plan by a fresh read (`previewPlan`), which has the words too.
 */
export interface NextPlan extends Omit<Plan, 'title'> {
  /** Absent where the plan follows from no run. */
  readonly verb?: NextVerb;
}

export type NextVerb = 'Retry' | 'Resume' | 'Undo';

/** "Retry: Approve 2 drivers in Pilot ring". An undo is a decision like any other, whose title says everything. */
export function titleOfNext(verb: NextVerb | undefined, decision: string): string {
  return verb === undefined || verb === 'Undo' ? decision : `${verb}: ${decision}`;
}

/** The retryable items of a run; undefined when there is none. */
export function planRetry(run: Run, actionOf: ActionOf): NextPlan | undefined {
  return planNext(run, 'Retry', ({ intent }, item) => {
    if (!mayRetry(item) || isCanceled(run, item)) return undefined;
    const { stateOnceFailed } = actionOf(intent);
    return { intent, before: (item.outcome === 'failed' && stateOnceFailed) || item.before };
  });
}

/** True while an item waits for a person to say "resume". */
export function mayResume(item: Item): boolean {
  return item.phase === 'planned' || (item.phase === 'settled' && item.left === 'refusedForNow');
}

/** What a paused run has not sent; undefined when nothing is left. */
export function planRest(run: Run): NextPlan | undefined {
  return planNext(run, 'Resume', ({ intent }, item) =>
    mayResume(item) ? { intent, before: item.before } : undefined,
  );
}

/** True when a step has changed an item, and taking that back can be offered. */
export function mayUndo(step: Pick<Step, 'intent'>, item: Item, actionOf: ActionOf): boolean {
  return undoOf(step, item, actionOf) !== undefined;
}

/** What takes back what a run has done; undefined when nothing can be taken back. */
export function planUndo(run: Run, actionOf: ActionOf): NextPlan | undefined {
  return planNext(run, 'Undo', (step, item) => undoOf(step, item, actionOf));
}

function undoOf({ intent }: Pick<Step, 'intent'>, item: Item, actionOf: ActionOf): Wanted | undefined {
  const isChanged = item.outcome === 'successful' || item.outcome === 'confirmed';
  return isChanged ? actionOf(intent).undo?.(intent, item) : undefined;
}

/** @param wantedOf undefined leaves the item out */
function planNext(
  run: Run,
  verb: NextVerb,
  wantedOf: (step: Step, item: Item) => Wanted | undefined,
): NextPlan | undefined {
  /** By target and intent: what were several requests may be one now. */
  const targets = new Map<string, PlanTarget & { items: PlannedItem[] }>();
  for (const step of run.steps) {
    for (const item of step.items) {
      const wanted = wantedOf(step, item);
      if (!wanted) continue;
      const { intent, before } = wanted;
      const key = JSON.stringify([step.targetId, partsOf(intent)]);
      const { id, name, detail, reviewed } = item;
      const planned = { id, name, detail, reviewed, before };
      const target = targets.get(key);
      if (target) target.items.push(planned);
      else targets.set(key, { id: step.targetId, name: step.targetName, intent, items: [planned] });
    }
  }
  if (targets.size === 0) return undefined;
  return { verb, note: run.note, targets: [...targets.values()], follows: run.id };
}
