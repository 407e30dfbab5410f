import type { Action } from '../action.ts';
import type { ItemResult, RunEvent } from '../model/reducer.ts';
import type { Item, Outcome, Run, Step } from '../model/run.ts';
import { lastAnswer, observe, type Settling } from './settle-run.ts';

/** Verdicts that a later read may turn: late effects do come, and a refusal may have answered the browser's repetition. */
const turning: readonly Outcome[] = [
  'notApplied',
  'contradicted',
  'changedByOther',
  'rejected',
  'unknown',
  // What was gone at the last read may be there again: a list can be incomplete.
  'notFound',
  'successful',
  'started',
  'alreadyRunning',
];

/** True when another read may still say something else of an item. */
export function mayCheck(action: Action, item: Item): boolean {
  return item.phase === 'answered' || mayTurn(action, item);
}

/** What was left out before anything was sent has no stamp; nor has what another person had started. */
function mayTurn(action: Action, { phase, outcome, pre, left }: Item): boolean {
  if (phase !== 'settled' || outcome === null || (pre === '' && outcome !== 'alreadyRunning')) return false;
  // Of all that is left out, this alone was sent; the read that found it untouched may have been an older one.
  if (outcome === 'skipped') return left === 'refusedForNow';
  return outcome === 'failed' ? action.mayTurnFailure({ pre }) : turning.includes(outcome);
}

/** What Graph had said stays said until a read shows otherwise; the verdicts of reads are open again. */
const keptWhenReopened: readonly Outcome[] = [
  'contradicted',
  'rejected',
  'skipped',
  'failed',
  'successful',
  'started',
  'alreadyRunning',
];

/** A step as it was before its verdicts, so that a further read can judge it again. */
export function reopen(action: Action, step: Step): Step {
  return {
    ...step,
    items: step.items.map((item) =>
      mayTurn(action, item)
        ? { ...item, phase: 'answered', outcome: kept(item.outcome) ? item.outcome : 'unknown' }
        : item,
    ),
  };
}

function kept(outcome: Outcome | null): boolean {
  return outcome !== null && keptWhenReopened.includes(outcome);
}

/** Reads at once because a person asks to; what was judged before is judged again. @throws ProblemError */
export function checkAgain(settling: Settling): Promise<void> {
  const { startedAt, steps } = settling.run();
  const { actionOf } = settling;
  const reopened = (run: Run) =>
    run.steps
      .map((step) => reopen(actionOf(step.intent), step))
      .filter(({ intent, items }) => items.some((item) => mayCheck(actionOf(intent), item)));
  const byClock = settling.now() - Math.max(startedAt, ...steps.map(lastAnswer));
  const { livedFrom } = settling;
  const lived = livedFrom === undefined ? undefined : settling.elapsed() - livedFrom;
  // The clock of the computer may have been set since: what this page has lived is sure.
  const elapsed = lived === undefined || (byClock >= 0 && byClock < lived) ? byClock : lived;
  return observe(settling, reopened, elapsed);
}

/**
 * Takes what nobody could find out for as much as is known of it, because a person says so. Other runs may send to it
 * from then on.
 */
export function leaveAsKnown({ id: stepId, items }: Step): readonly RunEvent[] {
  const open = items.filter(({ phase }) => phase === 'answered');
  const results = open.map(
    ({ id, outcome, reason }): ItemResult => ({
      id,
      phase: 'settled',
      outcome,
      reason: [reason, 'Tracking stopped manually'].filter(Boolean).join('. '),
      // The item was put off, and can be sent after all: Resume reads it first.
      ...(outcome === 'skipped' && { left: 'refusedForNow' }),
    }),
  );
  return results.length === 0 ? [] : [{ kind: 'items', stepId, results }];
}
