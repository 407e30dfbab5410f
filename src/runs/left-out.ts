import type { Step } from './model.ts';
import type { ItemResult, RunEvent } from './reducer.ts';
import { leftToLater, mayResume } from './retry.ts';
import { plannedIds } from './work.ts';

/** Leaves out what a step has not sent. */
export function skipPlanned(step: Step, reason: string): RunEvent {
  const results = plannedIds(step).map(
    (id): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', reason }),
  );
  return { kind: 'items', stepId: step.id, results };
}

/** Leaves to a later run what a paused one could have resumed. */
export function leaveToLater({ id: stepId, items }: Step): RunEvent {
  const results = items
    .filter(mayResume)
    .map(({ id }): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', reason: leftToLater }));
  return { kind: 'items', stepId, results };
}
