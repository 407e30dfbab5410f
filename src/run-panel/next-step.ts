import type { NextStep } from '../actions/action.ts';
import { actionOf } from '../actions/all.ts';
import { mayResume } from '../runs/model/retry.ts';
import type { RollUp } from '../runs/model/rolled-up.ts';
import type { Item, Outcome, Run, Step } from '../runs/model/run.ts';
import { mayCheck } from '../runs/settling/check-again.ts';
import { type Offered, retriedOf } from './offered.ts';

const done: readonly (Outcome | null)[] = ['started', 'completed'];

/** The next step for a final refusal, the way back from what was done, and the way on from a failure; undefined where another try may help. */
export function nextStepFor(
  step: Pick<Step, 'intent' | 'problem'>,
  item: Pick<Item, 'id' | 'isFinal' | 'outcome' | 'incident' | 'reviewed'>,
): NextStep | undefined {
  if (done.includes(item.outcome)) return actionOf(step.intent).wayBack?.(item);
  if (item.isFinal) return actionOf(step.intent).nextStep(step, item);
  return item.outcome === 'failed' ? actionOf(step.intent).wayOn?.(item) : undefined;
}

/** What the commands that a run offers would do for one of its items; where none helps, what a person can do. */
export function nextStepsOf(
  run: Run,
  rolledUp: RollUp,
  { toResume, toRetry, toCheck, whyNot }: Offered,
): (step: Step, item: Item) => NextStep | undefined {
  const retried = toRetry > 0 && whyNot === undefined ? retriedOf(run, rolledUp) : new Set<Item>();
  const mayBeResumed = run.state === 'paused' && toResume > 0 && whyNot === undefined;
  return (step, item) => {
    const own = nextStepFor(step, item);
    if (own) return own;
    if (retried.has(item)) return { text: 'Retry sends it again' };
    if (mayBeResumed && mayResume(item)) return { text: 'Resume sends it' };
    const isUnknown = item.outcome === 'unknown' && toCheck > 0;
    return isUnknown && mayCheck(actionOf(step.intent), item) ? { text: 'Check again' } : undefined;
  };
}
