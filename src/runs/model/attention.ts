import { isCanceled, mayResume } from './retry.ts';
import { type Item, isFollowed, type Outcome, type Run } from './run.ts';

/** An item with the run that decides its result. */
interface Entry {
  readonly run: Run;
  readonly item: Item;
}

/** Outcomes that need attention, the most urgent first. */
export const needingOutcomes: readonly Outcome[] = [
  'unknown',
  'failed',
  'rejected',
  'notApplied',
  'contradicted',
  'notFound',
  'partiallyCompleted',
];

const failures: readonly Outcome[] = ['failed', 'rejected', 'notApplied'];

/** True for an action that was started and has stopped being followed before it ended. */
export function isStuck({ state }: Pick<Run, 'state'>, item: Item): boolean {
  return state === 'done' && isFollowed(item) && item.outcome !== 'successful';
}

/** True where something failed or is stuck: shown in red wherever it is counted. */
export function isFailure({ run, item }: Entry): boolean {
  return isStuck(run, item) || (item.outcome !== null && failures.includes(item.outcome));
}

/** True where the result isn't what was asked for, or isn't known. What a person canceled is as they wanted it. */
export function needsAttention({ run, item }: Entry): boolean {
  const { outcome, phase, left } = item;
  // A person stopped the tracking.
  if (outcome === 'unknown' && phase === 'settled') return false;
  if (isCanceled(run, item)) return false;
  if (outcome !== null && needingOutcomes.includes(outcome)) return true;
  if (run.state === 'paused' && mayResume(item)) return true;
  // No longer followed.
  if (run.state === 'done' && phase === 'answered') return true;
  return outcome === 'skipped' && !run.cancelled && (left === null || left === 'refusedForNow');
}
