import type { Item, Run, Step } from './model.ts';
import type { ItemResult, RunEvent } from './reducer.ts';
import { mayResume } from './retry.ts';

/** The reason of what a cancelled run had not sent. */
export const cancelledBefore = 'Cancelled before it was sent';

/** Leaves out what a step has not sent; no event where there is nothing. */
export function skipPlanned(step: Step, reason: string): readonly RunEvent[] {
  return leaveOut(step, ({ phase }) => phase === 'planned', { reason });
}

/** Leaves out everything that a run has not sent, because a person says so. */
export function cancelRest({ cancelled, steps }: Run): readonly RunEvent[] {
  const rest = steps.flatMap((step) => skipPlanned(step, cancelledBefore));
  return cancelled ? rest : [{ kind: 'cancelled' }, ...rest];
}

/** Leaves to a later run what a paused one could have resumed. */
export function leaveToLater(step: Step): readonly RunEvent[] {
  return leaveOut(step, mayResume, { reason: 'Left to a later run', left: 'later' });
}

function leaveOut(
  { id: stepId, items }: Step,
  which: (item: Item) => boolean,
  why: Pick<ItemResult, 'reason' | 'left'>,
): RunEvent[] {
  const left = items.filter(which);
  const results = left.map(({ id }): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', ...why }));
  return results.length === 0 ? [] : [{ kind: 'items', stepId, results }];
}
