import type { Item, Outcome, Plan, Run, Step } from './model.ts';

/** Outcomes after which nothing was changed, so that another try cannot double anything. */
const retryable: readonly Outcome[] = ['failed', 'rejected', 'notApplied', 'skipped'];

/** True when an item may be tried again. What was left out because it was so already has nothing to try. */
export function mayRetry(item: Item): boolean {
  return (
    item.phase === 'settled' &&
    item.outcome !== null &&
    retryable.includes(item.outcome) &&
    !(item.outcome === 'skipped' && item.reason === alreadySo)
  );
}

/** The reason of an item that Graph refused for now, once a read showed it untouched. */
export const refusedUntouched = 'Refused for now; read again: nothing was changed';

/** The reason of a skipped item that was as wanted before anything was sent. */
export const alreadySo = 'It was so already';

const sentAndOver: readonly Outcome[] = ['notApplied', 'contradicted', 'changedByOther'];

/** True when another read may still say something else of an item: late effects do come. */
export function mayCheck(item: Item): boolean {
  return item.phase === 'answered' || (isOver(item) && item.pre !== '');
}

function isOver({ outcome }: Item): boolean {
  return outcome !== null && sentAndOver.includes(outcome);
}

/**
 * A step as it was before its verdicts, so that a further read can judge it anew. What Graph had accepted stays
 * `contradicted` until a read shows it: it is not to be taken for something that was never done.
 */
export function reopen(step: Step): Step {
  return {
    ...step,
    items: step.items.map((item) =>
      mayCheck(item) && isOver(item)
        ? { ...item, phase: 'answered', outcome: item.outcome === 'contradicted' ? item.outcome : 'unknown' }
        : item,
    ),
  };
}

/** True when an item was left out because its run stopped, and not because there was nothing to do. */
export function wasNotSent(item: Item): boolean {
  return item.outcome === 'skipped' && item.reason !== alreadySo;
}

/** What the next run starts from: as before, but for a task whose action failed. Failed drivers stay as they were. */
function stateNow({ intent }: Run, item: Item): string {
  return intent.kind === 'tasks' && item.outcome === 'failed' ? 'failed' : item.before;
}

/** The plan that tries the retryable items of a run again; undefined when there is none. */
export function planRetry(run: Run): Plan | undefined {
  const targets = run.steps
    .map((step) => ({
      id: step.targetId,
      name: step.targetName,
      items: step.items
        .filter(mayRetry)
        .map((item) => ({ id: item.id, name: item.name, detail: item.detail, before: stateNow(run, item) })),
    }))
    .filter(({ items }) => items.length > 0);
  if (targets.length === 0) return undefined;
  const count = targets.reduce((sum, { items }) => sum + items.length, 0);
  return {
    title: `Retry ${count} of: ${run.title.replace(/^Retry \d+ of: /, '')}`,
    intent: run.intent,
    note: run.note,
    touches: run.touches,
    targets,
  };
}
