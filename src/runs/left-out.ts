import { type Item, keyOf, type Run, type Step } from './model.ts';
import type { ItemResult, RunEvent } from './reducer.ts';
import { mayResume } from './retry.ts';

/** The reason of what a cancelled run had not sent. */
export const cancelledBefore = 'Cancelled before it was sent';

/** The reason of what another run has sent, and of which nobody knows what became. */
export const notKnownYet =
  'An earlier run does not know yet what became of it: look there first. Another account’s run, or a damaged one, stands in the way for 40 minutes at most';

/** Leaves out what a step has not sent; no event where there is nothing. */
export function skipPlanned(step: Step, reason: string, isFinal = false): readonly RunEvent[] {
  return leaveOut(step, ({ phase }) => phase === 'planned', { reason, isFinal });
}

/** Leaves out everything that a run has not sent, because a person says so. Of one that is over, nothing is left. */
export function cancelRest({ state, cancelled, steps }: Run): readonly RunEvent[] {
  if (state === 'done') return [];
  const rest = steps.flatMap((step) => skipPlanned(step, cancelledBefore));
  return cancelled ? rest : [{ kind: 'cancelled' }, ...rest];
}

/** Leaves to a later run what a paused one could have resumed, as far as that one has it: the rest stays as it is. */
export function leaveToLater(run: Run, later: Run): readonly RunEvent[] {
  const taken = new Set(later.steps.flatMap((step) => step.items.map((item) => keyOf(step, item))));
  return run.steps.flatMap((step) =>
    leaveOut(step, (item) => mayResume(item) && taken.has(keyOf(step, item)), {
      reason: 'Left to a later run',
      left: 'later',
    }),
  );
}

function leaveOut(
  { id: stepId, items }: Step,
  which: (item: Item) => boolean,
  why: Pick<ItemResult, 'reason' | 'left' | 'isFinal'>,
): RunEvent[] {
  const left = items.filter(which);
  const results = left.map(({ id }): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', ...why }));
  return results.length === 0 ? [] : [{ kind: 'items', stepId, results }];
}
