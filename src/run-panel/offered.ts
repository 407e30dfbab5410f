import { mayCheck } from '../runs/check-again.ts';
import { type Item, isOpen, itemsOf, type Run } from '../runs/model.ts';
import { isCanceled, mayPause, mayResume, mayRetry } from '../runs/retry.ts';

/** The commands that a run offers now: for how many items each, 0 where the command isn't there. */
export interface Offered {
  readonly toResume: number;
  readonly toRetry: number;
  readonly toPause: number;
  readonly toCheck: number;
  readonly toLeave: number;
  readonly mayCancel: boolean;
}

/**
 * @param isElsewhere another tab handles the run; this one only shows it
 * @param isBusy this page is sending the run or checking its results
 */
export function offeredBy(run: Run, isElsewhere: boolean, isBusy: boolean): Offered {
  const { state, cancelled } = run;
  const items = itemsOf(run);
  const count = (may: (item: Item) => boolean) => (isElsewhere ? 0 : items.filter(may).length);
  const isOver = state === 'settling' || state === 'done';
  // A finished run may be followed for long; that doesn't keep a person from stopping.
  const mayLeave = state === 'done' || (state !== 'running' && !isBusy);
  const toResume = state === 'paused' ? count(mayResume) : 0;
  return {
    toResume,
    toRetry: isOver ? count((item) => mayRetry(item) && !isCanceled(run, item)) : 0,
    toPause: isOver ? count((item) => mayPause(run, item)) : 0,
    toCheck: state === 'running' ? 0 : count((item) => mayCheck(run, item)),
    toLeave: mayLeave ? count(isOpen) : 0,
    mayCancel: !isElsewhere && !cancelled && (state === 'running' || toResume > 0),
  };
}

/** What a person can do next about a run that stopped: only commands that are there are named. */
export function nextStep(run: Run, { toResume, toRetry }: Pick<Offered, 'toResume' | 'toRetry'>): string {
  if (toResume > 0) return 'Resume checks the remaining items again and shows them before sending.';
  if (toRetry > 0) return 'Retry checks these again and shows them before sending.';
  return run.state === 'paused' && itemsOf(run).some(isOpen)
    ? 'The current state is being checked first.'
    : '';
}
