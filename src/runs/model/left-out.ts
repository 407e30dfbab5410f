import type { ItemResult, RunEvent } from './reducer.ts';
import { mayResume } from './retry.ts';
import { type Item, keyOf, type Run, type Step } from './run.ts';

/** What is recorded of an item that a canceled run had not sent. */
export const canceledBefore = { reason: 'Canceled before it was sent', left: 'canceled' } as const;

/** The reason for an item that another run has sent, and whose result is not known yet. */
export const notKnownYet =
  'Waiting for an earlier run’s result. Check that run first. If it’s damaged or from another account, it blocks this for up to 40 minutes';

/** The reason for an item whose profile or task another tab is sending to. */
export const sendingElsewhere = 'Another tab is sending to it';

/** The reason for an item whose current state couldn't be read. */
export const notReadable = 'Couldn’t check its current state, so nothing was sent';

type Why = Pick<ItemResult, 'reason' | 'left' | 'isFinal'>;

/** Skips what a step has not sent; no event where there is nothing. */
export function skipPlanned(step: Step, why: Why): readonly RunEvent[] {
  return leaveOut(step, ({ phase }) => phase === 'planned', why);
}

/** Skips everything that a run has not sent, because a person canceled it. A run that is over has nothing left. */
export function cancelRest({ state, cancelled, steps }: Run): readonly RunEvent[] {
  if (state === 'done') return [];
  const rest = steps.flatMap((step) => skipPlanned(step, canceledBefore));
  return cancelled ? rest : [{ kind: 'cancelled' }, ...rest];
}

/** Leaves to a later run what a paused one could have resumed, as far as that one has it: the rest stays as it is. */
export function leaveToLater(run: Run, later: Run): readonly RunEvent[] {
  const taken = new Set(later.steps.flatMap((step) => step.items.map((item) => keyOf(step, item))));
  return run.steps.flatMap((step) =>
    leaveOut(step, (item) => mayResume(item) && taken.has(keyOf(step, item)), {
      reason: 'Sent by a later run instead',
      left: 'later',
    }),
  );
}

function leaveOut({ id: stepId, items }: Step, which: (item: Item) => boolean, why: Why): RunEvent[] {
  const left = items.filter(which);
  const results = left.map(({ id }): ItemResult => ({ id, phase: 'settled', outcome: 'skipped', ...why }));
  return results.length === 0 ? [] : [{ kind: 'items', stepId, results }];
}
