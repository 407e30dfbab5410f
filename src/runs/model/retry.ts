import type { ActionOf } from '../action.ts';
import type { Item, Outcome, Plan, PlanTarget, Run } from './run.ts';

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

function isNothingToTry({ left }: Item): boolean {
  return left === 'alreadySo' || left === 'later';
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

/** True when an item was left out because its run stopped, and not because there was nothing to do. */
export function wasNotSent(item: Item): boolean {
  return item.outcome === 'skipped' && item.left !== 'canceled' && !isNothingToTry(item);
}

/**
 * What a run leads to, as far as it remembers: which items, what was decided about them, and how their state is
 * expected to be now. It becomes a plan by a fresh read (`previewPlan`), which has the words too.
 */
export interface NextPlan extends Omit<Plan, 'title'> {
  readonly verb: NextVerb;
  readonly follows: string;
}

export type NextVerb = 'Retry' | 'Resume' | 'Pause';

/** "Retry: Approve 2 drivers in Pilot ring". A pause is a separate action, whose title says everything. */
export function titleOfNext(verb: NextVerb, decision: string): string {
  return verb === 'Pause' ? decision : `${verb}: ${decision}`;
}

/** The retryable items of a run; undefined when there is none. */
export function planRetry(run: Run, actionOf: ActionOf): NextPlan | undefined {
  const { stateOnceFailed } = actionOf(run.intent);
  const stateNow = ({ outcome, before }: Item) => (outcome === 'failed' && stateOnceFailed) || before;
  return planNext(run, 'Retry', (item) =>
    mayRetry(item) && !isCanceled(run, item) ? stateNow(item) : undefined,
  );
}

/** True while an item waits for a person to say "resume". */
export function mayResume(item: Item): boolean {
  return item.phase === 'planned' || (item.phase === 'settled' && item.left === 'refusedForNow');
}

/** What a paused run has not sent; undefined when nothing is left. */
export function planRest(run: Run): NextPlan | undefined {
  return planNext(run, 'Resume', (item) => (mayResume(item) ? item.before : undefined));
}

/** True when a run has changed an item, and taking that back can be offered. */
export function mayUndo({ intent }: Pick<Run, 'intent'>, item: Item, actionOf: ActionOf): boolean {
  const { undo } = actionOf(intent);
  const isChanged = item.outcome === 'successful' || item.outcome === 'confirmed';
  return isChanged && undo?.intentOf(intent) !== undefined && undo.mayUndo(item);
}

/** What takes back what a run has done: it pauses what was approved. Undefined when nothing can be taken back. */
export function planUndo(run: Run, actionOf: ActionOf): NextPlan | undefined {
  const { undo } = actionOf(run.intent);
  const intent = undo?.intentOf(run.intent);
  if (!undo || !intent) return undefined;
  const next = planNext(run, 'Pause', (item) => (mayUndo(run, item, actionOf) ? undo.state : undefined));
  return next && { ...next, intent };
}

/** @param stateOf how an item is expected to be now; undefined leaves it out */
function planNext(
  run: Run,
  verb: NextVerb,
  stateOf: (item: Item) => string | undefined,
): NextPlan | undefined {
  /** By the ids of the targets: what were several requests may be one now. */
  const byTarget = new Map<string, PlanTarget>();
  for (const step of run.steps) {
    const items = step.items.flatMap((item) => {
      const before = stateOf(item);
      const { id, name, detail, reviewed } = item;
      return before === undefined ? [] : [{ id, name, detail, reviewed, before }];
    });
    if (items.length === 0) continue;
    const target = { id: step.targetId, name: step.targetName };
    byTarget.set(target.id, { ...target, items: [...(byTarget.get(target.id)?.items ?? []), ...items] });
  }
  const targets = [...byTarget.values()];
  if (targets.length === 0) return undefined;
  return { verb, intent: run.intent, note: run.note, targets, follows: run.id };
}
