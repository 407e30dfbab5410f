import type { Item, Outcome, Plan, Run } from './model.ts';

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

/** The reason of a skipped item that was as wanted before anything was sent. */
export const alreadySo = 'It was so already';

/** The plan that tries the retryable items of a run again; undefined when there is none. */
export function planRetry(run: Run): Plan | undefined {
  const targets = run.steps
    .map((step) => ({
      id: step.targetId,
      name: step.targetName,
      items: step.items
        .filter(mayRetry)
        .map(({ id, name, detail, before }) => ({ id, name, detail, before })),
    }))
    .filter(({ items }) => items.length > 0);
  if (targets.length === 0) return undefined;
  return {
    title: run.title.startsWith('Retry: ') ? run.title : `Retry: ${run.title}`,
    intent: run.intent,
    note: run.note,
    touches: run.touches,
    targets,
  };
}
