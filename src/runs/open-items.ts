import type { Item, Run, Step } from './model.ts';

/**
 * Ids of a target that were sent, and of which nobody knows yet what became: a read may still show them untouched, so
 * nothing else may be sent to them.
 */
export function openItems(runs: readonly Run[], targetId: string): ReadonlySet<string> {
  const steps = runs.flatMap((run) => run.steps).filter((step) => step.targetId === targetId);
  return new Set(
    steps.flatMap((step) => step.items.filter((item) => isOnItsWay(step, item)).map(({ id }) => id)),
  );
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
