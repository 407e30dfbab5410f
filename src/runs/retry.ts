import type { Item, Outcome, Plan, PlanTarget, Run } from './model.ts';

/** Outcomes after which nothing was changed, so that another try cannot double anything. */
const retryable: readonly Outcome[] = ['failed', 'rejected', 'notApplied', 'skipped'];

/** True when an item may be tried again. What was left out because it was so already has nothing to try. */
export function mayRetry(item: Item): boolean {
  return (
    item.phase === 'settled' &&
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
  reason: 'Deferred by Microsoft, not resent',
} as const;

/** What a read says of an item that Graph refused for now, when it finds it untouched. */
export const refusedForNow = {
  outcome: 'skipped',
  left: 'refusedForNow',
  reason: 'Deferred by Microsoft; unchanged when checked',
} as const;

/** True when an item was left out because its run stopped, and not because there was nothing to do. */
export function wasNotSent(item: Item): boolean {
  return item.outcome === 'skipped' && !isNothingToTry(item);
}

/** What the next run starts from: as before, but for a task whose action failed. Failed drivers stay as they were. */
function stateNow({ intent }: Run, item: Item): string {
  return intent.kind === 'tasks' && item.outcome === 'failed' ? 'failed' : item.before;
}

/** The plan that tries the retryable items of a run again; undefined when there is none. */
export function planRetry(run: Run): Plan | undefined {
  return planAgain(run, 'Retry', (item) =>
    mayRetry(item) && !isCanceled(run, item) ? stateNow(run, item) : undefined,
  );
}

/** True while an item waits for a person to say "resume". */
export function mayResume(item: Item): boolean {
  return item.phase === 'planned' || (item.phase === 'settled' && item.left === 'refusedForNow');
}

/** The plan that sends what a paused run has not sent; undefined when nothing is left. */
export function planRest(run: Run): Plan | undefined {
  return planAgain(run, 'Resume', (item) => (mayResume(item) ? item.before : undefined));
}

/** True when a run has approved an item, and pausing it can be offered; not when it has only changed the date. */
export function mayPause({ intent }: Run, { before, outcome }: Item): boolean {
  const isApproval = intent.kind === 'drivers' && intent.action === 'approve' && before !== 'approved';
  return isApproval && (outcome === 'successful' || outcome === 'confirmed');
}

/** The plan that suspends what a run has approved; undefined when it has approved nothing. */
export function planPause(run: Run): Plan | undefined {
  const plan = planAgain(run, 'Pause', (item) => (mayPause(run, item) ? 'approved' : undefined));
  return plan && { ...plan, intent: { kind: 'drivers', action: 'suspend', deployAt: null } };
}

const again = /^(Retry|Resume|Pause) \d+ of: /;

/** The title of a plan that follows from a run, when so many items are left of it. */
export function countAgain(title: string, count: number): string {
  return title.replace(again, `$1 ${count} of: `);
}

/** @param stateOf what an item is taken to be now; undefined leaves it out */
function planAgain(run: Run, verb: string, stateOf: (item: Item) => string | undefined): Plan | undefined {
  /** By the ids of the targets: what were several requests may be one now. */
  const byTarget = new Map<string, PlanTarget>();
  for (const step of run.steps) {
    const items = step.items.flatMap((item) => {
      const before = stateOf(item);
      const { id, name, detail, reviewed, undo, incident } = item;
      return before === undefined ? [] : [{ id, name, detail, reviewed, undo, incident, before }];
    });
    if (items.length === 0) continue;
    const target = { id: step.targetId, name: step.targetName };
    byTarget.set(target.id, { ...target, items: [...(byTarget.get(target.id)?.items ?? []), ...items] });
  }
  const targets = [...byTarget.values()];
  if (targets.length === 0) return undefined;
  const count = targets.reduce((sum, { items }) => sum + items.length, 0);
  return {
    title: `${verb} ${count} of: ${run.title.replace(again, '')}`,
    intent: run.intent,
    note: run.note,
    touches: run.touches,
    targets,
    follows: run.id,
    mustType: run.mustType,
  };
}
