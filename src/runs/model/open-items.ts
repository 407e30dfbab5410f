import type { Item, Run, Step } from './run.ts';

/** Why a review skips what another run holds: sent and not known, or still to be sent. */
export const inAnotherRun = 'Already in another run. Skipped until that result is known';

/** For each target its ids that were sent, and of which nobody knows yet what became. */
export type OpenItems = readonly (readonly [targetId: string, ids: readonly string[]])[];

/**
 * Ids of a target that were sent, and of which nobody knows yet what became: a read may still show them untouched, so
 * nothing else may be sent to them.
 */
export function openItems(runs: readonly Run[], targetId: string): ReadonlySet<string> {
  const steps = runs.flatMap((run) => run.steps).filter((step) => step.targetId === targetId);
  return new Set(steps.flatMap(openIds));
}

/** The same of one run, for all of its targets that have any. */
export function openItemsOf(run: Run): OpenItems {
  const byTarget = new Map<string, string[]>();
  for (const step of run.steps) {
    const ids = openIds(step);
    const before = byTarget.get(step.targetId);
    if (before) before.push(...ids);
    else if (ids.length > 0) byTarget.set(step.targetId, ids);
  }
  return [...byTarget];
}

/**
 * The items that runs are about just now, each with its run; of two that have the same, the newer one.
 *
 * @param runs newest first
 * @param targetId of this target alone; without it, of all
 */
export function itemsUnderWay(
  runs: readonly Run[],
  targetId?: string,
): ReadonlyMap<string, { readonly run: Run; readonly step: Step; readonly item: Item }> {
  const under = new Map<string, { run: Run; step: Step; item: Item }>();
  for (const run of runs) {
    for (const step of run.steps) {
      if (targetId !== undefined && step.targetId !== targetId) continue;
      for (const item of step.items) {
        if (isOnItsWay(step, item) && !under.has(item.id)) under.set(item.id, { run, step, item });
      }
    }
  }
  return under;
}

/** The ids that runs have yet to send by themselves. */
export function queuedIds(runs: readonly Run[], targetId?: string): readonly string[] {
  return runs
    .filter(({ state }) => state === 'running')
    .flatMap(({ steps }) => steps)
    .filter((step) => targetId === undefined || step.targetId === targetId)
    .flatMap(({ items }) => items.filter(({ phase }) => phase === 'planned').map(({ id }) => id));
}

function openIds(step: Step): string[] {
  return step.items.filter((item) => isOnItsWay(step, item)).map(({ id }) => id);
}

function isOnItsWay({ attempts }: Step, { id, phase, outcome }: Item): boolean {
  switch (phase) {
    case 'sending':
      return true;
    case 'answered':
      // Graph has said no to these; a read will only confirm it.
      return outcome !== 'failed' && outcome !== 'skipped' && outcome !== 'rejected';
    case 'planned':
      // It was sent, and waits to be sent again.
      return attempts.some(({ ids }) => ids.includes(id));
    case 'settled':
      return false;
  }
}
